import { addDays, type Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { RatingColour } from '../profile/code-sets/rating-colours.ts';
import type { Cast, ContactMade } from './contact-made.ts';
import { inHub, present, type Rota } from './duty.ts';
import { partnersToAsk, recordEnquiry } from './enquiries.ts';
import { between, earlier } from './instants.ts';
import type { Making } from './making.ts';
import type { Office } from './office.ts';
import { RATED } from './words/rated.ts';

/** What the hub works with besides its people: its opening hours and its rota. */
export type Desk = { readonly office: Office; readonly rota: Rota };

/** A contact that was rated and looked into, and when it is to be decided. */
export type Handled = {
  readonly contact: ContactMade;
  readonly worker: Id;
  /** Ready to be decided from here; in the meeting of a day, where it goes to one. */
  readonly readyAt: Date;
  readonly meetingOn: Day | undefined;
};

const MINUTE = 60_000;
/** When the screening meeting begins, in minutes of the day. */
export const MEETING_BEGINS = 585;

const COLOURS: Readonly<Record<1 | 2 | 3 | 4, readonly (readonly [RatingColour, number])[]>> = {
  1: [
    ['blue', 60],
    ['green', 40],
  ],
  2: [
    ['green', 76],
    ['amber', 16],
    ['blue', 8],
  ],
  3: [
    ['amber', 66],
    ['green', 30],
    ['red', 4],
  ],
  4: [
    ['amber', 52],
    ['red', 46],
    ['green', 2],
  ],
};
/** Working minutes until a decision, in the middle, and how far they spread. */
const DECIDING: Readonly<Record<RatingColour, readonly [number, number]>> = {
  red: [90, 0.6],
  amber: [110, 0.8],
  green: [150, 0.8],
  blue: [90, 0.9],
};

/** Takes a contact through rating, alert and enquiry, up to the point at which somebody can decide. */
export function handle(making: Making, cast: Cast, desk: Desk, contact: ContactMade): Handled {
  const { random } = cast;
  const colour = random.weighted(COLOURS[contact.level]);
  const on = making.dayOf(contact.recordedAt);
  const worker = random.pick(present(inHub(cast.holders), on)).staffId;
  const ratedAt = notAfter(
    making,
    contact.recordedAt,
    ratingTime(desk, random.lognormal(40, 0.8), colour, contact.recordedAt),
  );
  const rater = desk.office.isOpen(ratedAt) ? worker : desk.rota.at(ratedAt);
  recordRating(making, cast, contact, { colour, by: rater, at: ratedAt });
  recordAlert(making, cast, desk, contact, colour, ratedAt);
  const enquired = contact.about === 'safeguarding concern' && contact.level >= 3 && random.chance(0.5);
  const [middle, spread] = DECIDING[colour];
  const target = decidingTime(desk, colour, ratedAt, random.lognormal(middle + (enquired ? 90 : 0), spread));
  const readyAt = notAfter(making, ratedAt, target);
  if (enquired) {
    const openedAt = between(ratedAt, readyAt, 0.15);
    recordEnquiry(making, cast, desk.office, contact, {
      openedAt,
      closedAt: readyAt,
      partners: partnersToAsk(cast, contact.source),
    });
  }
  const meets = colour !== 'red' && contact.level >= 2 && random.chance(0.6);
  return { contact, worker, readyAt, meetingOn: meets ? nextMeeting(making, readyAt) : undefined };
}

/** Nothing lies ahead of the island's now: what would, happened half-way there instead. */
export function notAfter(making: Making, since: Date, at: Date): Date {
  return at < making.now ? at : between(since, making.now, 0.5);
}

function ratingTime({ office }: Desk, minutes: number, colour: RatingColour, at: Date): Date {
  return colour === 'red' ? new Date(at.getTime() + (minutes / 2) * MINUTE) : office.after(at, minutes);
}

function decidingTime({ office }: Desk, colour: RatingColour, ratedAt: Date, minutes: number): Date {
  return colour === 'red'
    ? earlier(new Date(ratedAt.getTime() + minutes * MINUTE), office.after(ratedAt, minutes))
    : office.after(ratedAt, minutes);
}

type Rated = { readonly colour: RatingColour; readonly by: Id; readonly at: Date };

/** Records a rating, and the one before it where facts arrived meanwhile. */
export function recordRating(
  making: Making,
  { random }: Cast,
  contact: ContactMade,
  { colour, by, at }: Rated,
): void {
  const add = (said: RatingColour, ratedAt: Date) =>
    making.ledger.add(
      'contact_rating',
      {
        id: random.id(),
        contact_id: contact.id,
        colour: said,
        reason: random.pick(RATED[said]),
        rated_by: by,
        rated_at: ratedAt,
      },
      { at: ratedAt, by },
    );
  if (random.chance(0.06))
    add(random.pick(['green', 'amber'] as const), between(contact.recordedAt, at, 0.4));
  add(colour, at);
}

/** Red, and whatever comes while the hub is closed, reaches whoever is on duty. */
function recordAlert(
  making: Making,
  { random }: Cast,
  { office, rota }: Desk,
  contact: ContactMade,
  colour: RatingColour,
  ratedAt: Date,
): void {
  const atNight = !office.isOpen(contact.recordedAt);
  if (colour !== 'red' && !atNight) return;
  const raisedAt = atNight ? contact.recordedAt : ratedAt;
  const to = rota.at(raisedAt);
  const seenAt = notAfter(
    making,
    raisedAt,
    new Date(raisedAt.getTime() + random.lognormal(11, 0.8) * MINUTE),
  );
  making.ledger.add(
    'contact_alert',
    {
      id: random.id(),
      contact_id: contact.id,
      cause: atNight ? 'at night' : 'red',
      raised_at: raisedAt,
      to_staff: to,
      acknowledged_by: to,
      acknowledged_at: seenAt,
    },
    { at: seenAt, by: to },
  );
}

/** The next meeting that begins after an instant; none where that would lie ahead. */
function nextMeeting(making: Making, ready: Date): Day | undefined {
  let on = making.dayOf(ready);
  if (making.atMinute(on, MEETING_BEGINS) < ready) on = addDays(on, 1);
  while (!making.profile.calendar.isWorking(on)) on = addDays(on, 1);
  return making.atMinute(on, MEETING_BEGINS + 120) < making.now ? on : undefined;
}
