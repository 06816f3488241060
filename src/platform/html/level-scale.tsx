import type { Problem } from '../../language/outcome.ts';
import { Fieldset } from './choices.tsx';
import { controlId, describedBy, FieldGroup, HintAndError } from './field.tsx';

/** One station of the continuum of need. */
export type Level = { readonly level: number; readonly name: string };

/** The continuum as one small line: the light on a level, its number in words below. */
export function LevelScale({
  levels,
  chosen,
  words,
}: {
  levels: readonly Level[];
  chosen: number | null;
  words?: string;
}) {
  const says = words ?? (chosen === null ? 'Not given' : `level ${chosen}`);
  return (
    <div class="c-level">
      {chosen !== null && (
        <LevelLine count={levels.length} at={levels.findIndex((one) => one.level === chosen)} />
      )}
      <span class="c-level__words">{says}</span>
    </div>
  );
}

function LevelLine({ count, at }: { count: number; at: number }) {
  const step = 20;
  const x = (index: number) => 6 + index * step;
  const stations = Array.from({ length: count }, (_, index) => index).filter((index) => index !== at);
  return (
    <svg
      class="c-level__line"
      viewBox={`0 0 ${x(count - 1) + 7} 14`}
      width={x(count - 1) + 7}
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      <path class="c-level__track" d={`M6 7H${x(count - 1)}`} />
      {stations.map((index) => (
        <circle key={index} class="c-level__station" cx={x(index)} cy="7" r="3" />
      ))}
      {at >= 0 && <circle class="c-level__light" cx={x(at)} cy="7" r="5.5" />}
    </svg>
  );
}

type LevelChoiceProps = {
  name: string;
  label: string;
  levels: readonly Level[];
  value?: string | undefined;
  /** The level the referrer put it at, marked with a notch and said in words. */
  notch?: { readonly level: number; readonly words: string } | undefined;
  hint?: string | undefined;
  problems?: readonly Problem[] | undefined;
};

/** The continuum drawn once, as the question: four stations to choose from, nothing chosen. */
export function LevelChoice(props: LevelChoiceProps) {
  return (
    <FieldGroup name={props.name} problems={props.problems}>
      <Fieldset legend={props.label} describedBy={describedBy(props)}>
        <HintAndError {...props} />
        <div class="c-levels">
          {props.levels.map((level, index) => (
            <Station key={level.level} {...props} level={level} isFirst={index === 0} />
          ))}
        </div>
      </Fieldset>
    </FieldGroup>
  );
}

function Station({
  name,
  value,
  notch,
  level,
  isFirst,
}: LevelChoiceProps & { level: Level; isFirst: boolean }) {
  const id = isFirst ? controlId(name) : `${controlId(name)}-${level.level}`;
  const isNotched = notch?.level === level.level;
  return (
    <div class={`c-levels__station${isNotched ? ' c-levels__station--notch' : ''}`}>
      <input
        class="c-levels__input"
        id={id}
        type="radio"
        name={name}
        value={String(level.level)}
        checked={value === String(level.level)}
        data-key={String(level.level)}
      />
      <label class="c-levels__label" for={id}>
        <span class="c-levels__number">{level.level}</span>
        <span class="c-levels__name">{level.name}</span>
        {isNotched && <strong class="c-levels__notch">{notch.words}</strong>}
      </label>
    </div>
  );
}
