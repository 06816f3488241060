import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { type Duration, durationInWords } from '../../../language/duration.ts';
import type { Id } from '../../../language/id.ts';
import { HiddenInputs } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios } from '../../../platform/html/choices.tsx';
import { RatingMark, StandingTag } from '../../../platform/html/tags.tsx';
import { DayInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { CASE_RATINGS, RATING_AXES } from '../../../profile/code-sets/case-ratings.ts';
import { lookAgainByClock } from '../../people/childhood/index.ts';

function options() {
  return CASE_RATINGS.codes.map(({ code, label, level }) => ({
    value: code,
    label,
    mark: <RatingMark colour={code} />,
    key: String(level),
  }));
}

/**
 * The questions of a rating, nothing chosen: a key for each axis, then the words. When to look again follows from the colour, unless the
 * manager writes another day.
 */
export function RatingQuestions(props: { follows: Id | undefined; today: Day; profile: Context['profile'] }) {
  const { follows, today, profile } = props;
  return (
    <div class="c-rating">
      <HiddenInputs values={{ follows }} />
      {RATING_AXES.codes.map(({ code, label, note }) => (
        <div key={code} class="c-rating__axis" data-turn>
          <Radios name={code} label={label} hint={note} options={options()} />
        </div>
      ))}
      <div data-turn>
        <WordsInput name="why" label="Why" rows={3} />
      </div>
      <WordsInput name="toDo" label="What will be done" hint="By whom, and when" rows={2} />
      <LookAgainQuestion today={today} profile={profile} />
      <Checkboxes
        name="proposesClosing"
        label="Closing"
        options={[
          {
            value: 'yes',
            label: 'Propose closing, with the family',
            hint: 'Only green for both. Nothing closes by a rating: the worker talks with the family first.',
          },
        ]}
        small
      />
    </div>
  );
}

function LookAgainQuestion({ today, profile }: { today: Day; profile: Context['profile'] }) {
  const clocks = CASE_RATINGS.codes.flatMap(({ code, label }) => {
    const next = lookAgainByClock(code, today, profile);
    return next?.edition?.within ? [{ code, label, on: next.on, edition: next.edition, within: next.edition.within }] : []; // biome-ignore format: one case
  });
  const standings = [...new Set(clocks.map(({ edition }) => edition.standing))];
  return (
    <>
      <ul class="c-rating__clocks" aria-label="When to look again, by colour">
        {clocks.map(({ code, label, on, within }) => (
          <li key={code} class={`c-rating__clock c-rating__clock--${code}`}>
            <RatingMark colour={code} />
            {label}: {inWeeks(within)}, by {dayInWords(on, today)}
          </li>
        ))}
      </ul>
      <DayInput
        name="lookAgainOn"
        label="Look again on another day"
        hint="Left empty, the colour above says when. For example, 27 3 2026 or tomorrow"
      />
      {standings.map((standing) => (
        <p key={standing} class="c-small">
          When to look again: <StandingTag standing={standing} />
        </p>
      ))}
    </>
  );
}

function inWeeks({ amount, unit }: Duration): string {
  return unit === 'days' && amount % 7 === 0 ? `${amount / 7} weeks` : durationInWords({ amount, unit });
}
