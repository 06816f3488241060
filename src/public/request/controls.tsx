import type { Problem } from '../../language/outcome.ts';
import type { NamedFieldMeta } from '../../platform/forms/field.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valueIn, valuesIn } from '../../platform/html/answers.ts';
import { SubmitButton } from '../../platform/html/buttons.tsx';
import { Checkboxes, Radios, SelectInput } from '../../platform/html/choices.tsx';
import { Details, Notice } from '../../platform/html/disclosure.tsx';
import { DayInput, TextInput, WordsInput } from '../../platform/html/text-inputs.tsx';
import type { Profile } from '../../profile/profile.ts';
import { choiceWords, questionWords } from './in-words.ts';
import type { PartName } from './questions.ts';
import { pointsTo, tickedIn } from './rules.ts';
import { MESSAGES, put } from './words/pages.ts';
import type { QuestionWords } from './words/questions.ts';

type ControlProps = {
  part: PartName;
  name: string;
  meta: NamedFieldMeta;
  answers: RawAnswers;
  problems: readonly Problem[];
};

/** A list longer than this is chosen from a closed one, so that it does not fill the screen. */
const MOST_RADIOS = 6;

/** The control that the kind of an answer needs. */
export function Control({ part, name, meta, answers, problems }: ControlProps) {
  const { label, hint } = questionWords(part, meta);
  const control = { name, label, hint, problems };
  const value = valueIn(answers, name);
  switch (meta.kind) {
    case 'words':
      return <WordsInput {...control} value={value} rows={rowsFor(meta)} />;
    case 'day':
      return <DayInput {...control} hint={hint} value={value} />;
    case 'telephone':
      return <TextInput {...control} type="tel" inputmode="tel" value={value} width={20} />;
    case 'email':
      return <TextInput {...control} type="email" inputmode="email" value={value} />;
    case 'some of':
      return <Checkboxes {...control} options={optionsOf(meta)} values={valuesIn(answers, name)} small />;
    case 'one of':
    case 'yes or no':
      return meta.options.length > MOST_RADIOS ? (
        <SelectInput {...control} options={optionsOf(meta)} value={value} />
      ) : (
        <Radios {...control} options={optionsOf(meta)} value={value} small />
      );
    default:
      return <TextInput {...control} value={value} />;
  }
}

function optionsOf(meta: NamedFieldMeta) {
  return meta.options.map((option) => ({ value: option.code, label: choiceWords(meta, option) }));
}

function rowsFor({ max = 0 }: NamedFieldMeta): number {
  if (max >= 10_000) return 10;
  return max > 1000 ? 4 : 3;
}

type NeedProps = { answers: RawAnswers; problems: readonly Problem[]; profile: Profile };

/** The plain statements of the continuum, a group for each side of a child's life, and where those that are ticked point. */
export function Statements({ answers, problems, profile }: NeedProps) {
  const ticked = tickedIn(answers);
  return (
    <>
      {profile.indicators.map(({ id, title, statements }, row) => {
        const count = statements.filter((one) => ticked.includes(one.id)).length;
        const name = `statements.${row}.ticked`;
        const isWrong = problems.some(({ field }) => field.startsWith(name));
        return (
          <Details
            key={id}
            summary={count === 0 ? title : `${title}, ${put(MESSAGES.pointed.ticked, { count })}`}
            open={count > 0 || isWrong}
          >
            <Checkboxes
              name={name}
              label={<span class="c-hidden">{title}</span>}
              problems={problems}
              options={statements.map((one) => ({ value: one.id, label: one.words }))}
              values={ticked}
              small
            />
          </Details>
        );
      })}
      <p>
        <SubmitButton kind="secondary" name="go" value="need" busyWords={MESSAGES.part.sending}>
          {MESSAGES.pointed.show}
        </SubmitButton>
      </p>
      <Pointed answers={answers} profile={profile} />
    </>
  );
}

function Pointed({ answers, profile }: Omit<NeedProps, 'problems'>) {
  const { pointed } = MESSAGES;
  const { level, reason, usually } = pointsTo(answers, profile);
  return (
    <Notice>
      <p>
        <strong>{pointed.title}</strong>
      </p>
      <p>{level === null ? pointed.none : reason}</p>
      {level !== null && <p>{put(pointed.usually, { usually })}</p>}
      <p class="c-small">{put(pointed.standing, { place: profile.place })}</p>
    </Notice>
  );
}

/** The four levels with what each means, none chosen beforehand. */
export function LevelQuestion({ answers, problems, profile, words }: NeedProps & { words: QuestionWords }) {
  return (
    <Radios
      name="level"
      label={words.label}
      hint={words.hint}
      problems={problems}
      value={valueIn(answers, 'level')}
      options={profile.levelsOfNeed.map(({ level, name, inWords }) => ({
        value: String(level),
        label: `${level} ${name}`,
        hint: inWords,
      }))}
    />
  );
}
