import type { ComponentChildren } from 'preact';
import { dayNarrow } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import { Tag } from '../../../platform/html/tags.tsx';
import type { Profile } from '../../../profile/profile.ts';
import type { Due } from '../../../profile/working-time.ts';
import { momentInWords } from '../triage/index.ts';
import { checkClock } from './check-clock.tsx';
import { fieldsInWords, isWaiting, type PartnerAnswer } from './rules.ts';

type Shown = { readonly profile: Profile; readonly now: Date };

/** What partners hold, side by side: one column an agency, with what was asked, what it answered, and by when it is asked to. */
export function PartnerAnswers(
  props: Shown & {
    readonly answers: readonly PartnerAnswer[];
    /** Where a check can be withdrawn, for whoever may. */
    readonly withdrawing?: ((answer: PartnerAnswer) => ComponentChildren) | undefined;
  },
) {
  const { answers, withdrawing, ...shown } = props;
  return (
    <ul class="c-partners">
      {answers.map((answer) => (
        <li key={answer.checkId} class="c-partners__one">
          <h3 class="c-partners__head">
            {answer.agencyTitle} <StateTag answer={answer} {...shown} />
          </h3>
          <p class="c-partners__asked c-small">
            Asked: {fieldsInWords(props.profile, answer).join('; ').toLowerCase()}
          </p>
          <Answered answer={answer} {...shown} />
          {isWaiting(answer) && withdrawing?.(answer)}
        </li>
      ))}
    </ul>
  );
}

function StateTag({ answer, profile, now }: Shown & { answer: PartnerAnswer }) {
  if (answer.answer !== undefined)
    return answer.answer.holds ? <Tag icon="tick">Holds something</Tag> : <Tag>Nothing held</Tag>;
  if (answer.withdrawnAt !== undefined) return <Tag>Withdrawn</Tag>;
  const { due } = checkClock(profile, answer.askedAt);
  return due !== null && now > due.at ? (
    <Tag colour="amber" icon="warning">
      Late
    </Tag>
  ) : (
    <Tag icon="waiting">Waiting</Tag>
  );
}

function Answered({ answer, profile, now }: Shown & { answer: PartnerAnswer }) {
  const { calendar } = profile;
  if (answer.answer === undefined) {
    const { due } = checkClock(profile, answer.askedAt);
    return (
      <p class="c-small">
        Asked by {answer.askedBy}, {momentInWords(answer.askedAt, now, calendar)}
        {isWaiting(answer) && due !== null && <>. Due by {endOf(due, now, profile)}</>}
      </p>
    );
  }
  return (
    <>
      {answer.answer.words !== '' && <p class="c-partners__words">{answer.answer.words}</p>}
      <p class="c-small">
        {answer.answer.answeredBy}
        <br />
        Answered {momentInWords(answer.answer.answeredAt, now, calendar)}
      </p>
    </>
  );
}

function endOf(due: Due, now: Date, { calendar }: Profile): string {
  return due.wholeDay
    ? `the end of ${dayNarrow(due.on, dayOf(now, calendar.zone))}`
    : momentInWords(due.at, now, calendar);
}
