import { dayOf } from '../../../language/day.ts';
import type { Calendar } from '../../../profile/calendar.ts';
import { type Timescale, type Timescales, timescaleOn } from '../../../profile/timescales.ts';
import { dueBy } from '../../../profile/working-time.ts';

/** For whom the words behind a link were written. */
export type Audience = 'referrer' | 'family';

/** How far things are, as a link may say it. It names nobody. */
export type Followed = {
  readonly reference: string;
  readonly toldAt: Date;
  readonly stage: 'received' | 'being looked at' | 'decided' | 'answered';
  readonly audience: Audience;
  /** What was written for this reader, where it was told to them. */
  readonly words: string | undefined;
  readonly language: string;
};

/** How far things are. An answer stands above a decision, and a decision above a worker who has begun. */
export function stageOf(contact: {
  readonly taken: boolean;
  readonly decided: boolean;
  readonly answered: boolean;
}): Followed['stage'] {
  if (contact.answered) return 'answered';
  if (contact.decided) return 'decided';
  return contact.taken ? 'being looked at' : 'received';
}

/** When a link made now ends, by the profile. Throws where the profile has no such clock: a link without an end is never made. */
export function endOfLink(madeAt: Date, place: { timescales: Timescales; calendar: Calendar }): Date {
  const timescale: Timescale | undefined = timescaleOn(
    place.timescales,
    'private link kept',
    dayOf(madeAt, place.calendar.zone),
  );
  const due = timescale && dueBy(timescale, madeAt, place.calendar);
  if (!due) throw new RangeError('the profile does not say how long a private link is kept');
  return due.at;
}
