import { addDays, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Subject } from '../../../platform/action.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { RECORD_ALERTS } from '../../../profile/code-sets/record-alerts.ts';
import { RECORD_ALERT_RULES } from '../../../profile/record-alerts.ts';

/** An alert as it was put up, when it is to be looked at again, and how it ended. */
export type RecordAlert = Subject & {
  readonly personId: Id;
  readonly kind: string;
  readonly words: string;
  /** Whether the person, or whoever answers for a child, was told of it. */
  readonly told: boolean;
  readonly toldWords: string | undefined;
  readonly putBy: Id;
  readonly putAt: Date;
  readonly reviewOn: Day;
  readonly endedAt: Date | undefined;
  readonly endedBy: Id | undefined;
  readonly endedWhy: string | undefined;
};

/** Somebody looked at an alert again, and it went on. */
export type Review = {
  readonly id: Id;
  readonly words: string;
  readonly nextOn: Day;
  readonly reviewedBy: Id;
  readonly reviewedAt: Date;
};

/** An alert in one line: what it warns of, and the words of whoever put it up. */
export function alertInWords({ kind, words }: Pick<RecordAlert, 'kind' | 'words'>): string {
  return kind === 'other' ? words : `${labelOf(RECORD_ALERTS, kind)}: ${words}`;
}

/** The day on which it is looked at again lies ahead, and within the time that the profile sets in calendar days. */
export function reviewDay(on: Day, today: Day): Outcome<Day> {
  const no = (message: string) => refused({ field: 'reviewOn', message });
  if (on <= today) return no('The day must lie ahead');
  return on > addDays(today, RECORD_ALERT_RULES.longestDays)
    ? no(`The day must be within ${RECORD_ALERT_RULES.longestDays} days`)
    : done(on);
}

/** Only an alert that stands is looked at again or ended. */
export function stillStands({ endedAt }: Pick<RecordAlert, 'endedAt'>): Outcome<undefined> {
  return endedAt === undefined
    ? done(undefined)
    : refused({ field: '', message: 'It has ended. Nothing was changed.' });
}
