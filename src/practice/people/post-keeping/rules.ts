import { dayInFull } from '../../../language/dates-in-words.ts';
import { addDays, type Day } from '../../../language/day.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';

type Dates = { readonly fromOn: Day; readonly untilOn?: Day | undefined };

const no = (field: string, message: string) => refused({ field, message });

/** Lets a post be held by days that follow each other, by somebody who is here by then. */
export function mayHold(
  { fromOn, untilOn }: Dates,
  member: { readonly startedOn: Day; readonly leftOn: Day | undefined },
): Outcome<undefined> {
  if (member.leftOn !== undefined) return no('', 'They have left. Let them come back first');
  if (fromOn < member.startedOn)
    return no(
      'fromOn',
      `The first day must be ${dayInFull(member.startedOn)} or later: that is when they started`,
    );
  if (untilOn !== undefined && untilOn < fromOn)
    return no('untilOn', 'The last day must not be before the first');
  return done(undefined);
}

/**
 * The last day of a holding that ends at once or on a day: never in the past, and never after the day it had, for what is held longer is
 * given anew, by two people where it is wide.
 */
export function endsWhen(
  { when, untilOn }: { readonly when: 'now' | 'on a day'; readonly untilOn: Day | undefined },
  holding: Dates,
  { today, atOnce }: { readonly today: Day; readonly atOnce: Day },
): Outcome<Day> {
  if (holding.untilOn !== undefined && holding.untilOn < today) return no('', 'This post is over already');
  if (when === 'now') return done(holding.fromOn > today ? addDays(holding.fromOn, -1) : atOnce);
  if (untilOn === undefined) return no('untilOn', 'Enter the last day');
  if (untilOn < today) return no('untilOn', 'The last day must be today or later. Or end it now');
  if (untilOn < holding.fromOn) return no('untilOn', 'The last day must not be before the first');
  if (holding.untilOn !== undefined && untilOn > holding.untilOn)
    return no('untilOn', 'It ends before that day. To hold it longer, they are given it again');
  return done(untilOn);
}

/** Lets a holding change from a day within it, today or later, after its first day. */
export function mayChangeFrom(fromOn: Day, holding: Dates, today: Day): Outcome<undefined> {
  if (fromOn < today) return no('fromOn', 'It must change today or later');
  if (fromOn <= holding.fromOn) return no('fromOn', 'It must change after the first day of the post');
  if (holding.untilOn !== undefined && fromOn > holding.untilOn)
    return no('fromOn', 'The post is over by then');
  return done(undefined);
}
