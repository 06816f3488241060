import { addDays, type Day } from '../../../language/day.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';

/** From when until when an agency has agreed, either end open. */
export type Agreement = { readonly agreedOn: Day | undefined; readonly endedOn: Day | undefined };

/** What an administrator says of an agreement. */
export type Said = {
  readonly agreedOn: Day | undefined;
  readonly until: 'no end' | 'on a day' | 'now';
  readonly endedOn: Day | undefined;
};

const no = (field: string, message: string) => refused({ field, message });

/** The days that follow from what is said. One that ends now has the day before as its last: nothing of it is left today. */
export function agreementFrom({ agreedOn, until, endedOn }: Said, today: Day): Outcome<Agreement> {
  if (until === 'no end') return done({ agreedOn, endedOn: undefined });
  if (until === 'now') {
    if (agreedOn !== undefined && agreedOn > today)
      return no('agreedOn', 'It cannot end now and begin later');
    return done({ agreedOn, endedOn: addDays(today, -1) });
  }
  if (endedOn === undefined) return no('endedOn', 'Enter the last day');
  if (endedOn < today) return no('endedOn', 'The last day must be today or later. Or end it now');
  if (agreedOn !== undefined && endedOn < agreedOn)
    return no('endedOn', 'The last day must not be before the first');
  return done({ agreedOn, endedOn });
}

/** How an agreement stands on a day. */
export function standingOf({ agreedOn, endedOn }: Agreement, today: Day): 'to come' | 'stands' | 'over' {
  if (endedOn !== undefined && endedOn < today) return 'over';
  return agreedOn !== undefined && agreedOn > today ? 'to come' : 'stands';
}
