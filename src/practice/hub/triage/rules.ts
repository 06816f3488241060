import { dayNarrow, left, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import type { Duration } from '../../../language/duration.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Calendar } from '../../../profile/calendar.ts';
import { RATING_COLOURS, type RatingColour } from '../../../profile/code-sets/rating-colours.ts';
import type { Profile } from '../../../profile/profile.ts';
import type { Standing } from '../../../profile/standing.ts';
import { type Clock, timescaleOn } from '../../../profile/timescales.ts';
import { type Due, dueBy, workingMinutesBetween } from '../../../profile/working-time.ts';

/** One rating of a contact. None is ever changed: a contact is rated again as facts arrive, and the latest sets its clock. */
export type Rating = {
  readonly colour: RatingColour;
  readonly reason: string;
  readonly ratedBy: string;
  readonly ratedAt: Date;
};

/** Who works with a contact now. */
export type Taking = { readonly staffId: Id; readonly name: string; readonly takenAt: Date };

/** A clock of one contact: what it counts to, and on what that rule stands. `due` is null where the rule sets no time. */
export type ContactClock = {
  readonly clock: Clock;
  readonly inWords: string;
  readonly standing: Standing;
  readonly within: Duration | null;
  readonly startedAt: Date;
  readonly due: Due | null;
  /** It goes on through nights and weekends, so that what is left is counted by the wall clock. */
  readonly runsAtNight: boolean;
};

/**
 * The clock that matters now. Not rated: it must be rated. Rated: its colour sets when it must be decided. Every child decided:
 * whoever told us must hear. All of them run from when we were told, by the edition in force on that day.
 */
export function clockOf(
  profile: Profile,
  contact: { readonly toldAt: Date },
  now: { readonly colour?: RatingColour | undefined; readonly decided: boolean },
): ContactClock {
  return clockSince(profile, clockFor(now), contact.toldAt);
}

/** A clock that has run since an instant, by the edition in force on that day. */
export function clockSince(profile: Profile, clock: Clock, startedAt: Date): ContactClock {
  const edition = timescaleOn(profile.timescales, clock, dayOf(startedAt, profile.calendar.zone));
  return {
    clock,
    inWords: edition?.inWords ?? '',
    standing: edition?.standing ?? 'demonstration',
    within: edition?.within ?? null,
    startedAt,
    due: edition === undefined ? null : dueBy(edition, startedAt, profile.calendar),
    runsAtNight: edition?.runsAtNight === true,
  };
}

function clockFor(now: { colour?: RatingColour | undefined; decided: boolean }): Clock {
  if (now.decided) return 'contact answered';
  const row = RATING_COLOURS.codes.find(({ code }) => code === now.colour);
  return row?.clock ?? 'contact rated';
}

/** Past its end. A clock of whole days ends with its last day. */
export function isOver({ due }: Pick<ContactClock, 'due'>, now: Date): boolean {
  return due !== null && now > due.at;
}

/** How a clock is said: what is left or by how much it is over, and when it is due. */
export function clockInWords(
  clock: ContactClock,
  now: Date,
  calendar: Calendar,
): { readonly words: string; readonly note: string } {
  const { due, startedAt } = clock;
  const unrated = clock.clock === 'contact rated';
  const received = `received ${momentInWords(startedAt, now, calendar)}`;
  if (due === null) return { words: 'No clock', note: received };
  if (isOver(clock, now))
    return { words: capital(overInWords(due, now)), note: `was due ${dueInWords(due, now, calendar)}` };
  const words = leftInWords(clock, due, now, calendar);
  return unrated
    ? {
        words: words.endsWith(' left') ? `Rate within ${words.slice(0, -5)}` : `Rate, ${words}`,
        note: received,
      }
    : {
        words: capital(words),
        note: due.wholeDay ? 'by the end of that day' : dueInWords(due, now, calendar),
      };
}

/** What choosing a colour would mean: "Decide by Thu 10:07", "No time is set". */
export function allowanceInWords(clock: ContactClock, now: Date, calendar: Calendar): string {
  if (clock.due === null) return 'No time is set';
  const due = dueInWords(clock.due, now, calendar);
  return isOver(clock, now) ? `Was to be decided by ${due}` : `Decide by ${due}`;
}

/** Time past the end is the child's, so nights and weekends count. */
function overInWords(due: Due, now: Date): string {
  const minutes = Math.floor((now.getTime() - due.at.getTime()) / 60_000);
  return minutes < 1 ? 'due now' : left(-minutes);
}

function leftInWords(clock: ContactClock, due: Due, now: Date, calendar: Calendar): string {
  const today = dayOf(now, calendar.zone);
  if (due.wholeDay) return due.on === today ? 'due today' : `due ${dayNarrow(due.on, today)}`;
  const minutes = clock.runsAtNight
    ? Math.floor((due.at.getTime() - now.getTime()) / 60_000)
    : Math.floor(workingMinutesBetween(now, due.at, calendar));
  if (minutes > 0) return left(minutes);
  return due.at.getTime() - now.getTime() > 60_000 ? 'due when the hub opens' : 'due now';
}

/** "today 15:42", "Thu 10:07"; for a clock of whole days its last day. */
function dueInWords(due: Due, now: Date, calendar: Calendar): string {
  const today = dayOf(now, calendar.zone);
  if (due.wholeDay) return due.on === today ? 'today' : dayNarrow(due.on, today);
  const time = momentInWords(due.at, now, calendar);
  return due.on === today && now <= due.at ? `today ${time}` : time;
}

/** An instant in a narrow list: "14:02" today, "Thu 11 Mar, 14:02" on another day. */
export function momentInWords(instant: Date, now: Date, calendar: Pick<Calendar, 'zone'>): string {
  const today = dayOf(now, calendar.zone);
  const on = dayOf(instant, calendar.zone);
  const time = timeInWords(instant, calendar.zone);
  return on === today ? time : `${dayNarrow(on, today)}, ${time}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Who may hand a contact back. Whoever has it; or somebody who decides as a manager, because a contact must not wait for a worker who
 * has gone home.
 */
export function mayRelease(
  taking: Pick<Taking, 'staffId' | 'name'> | undefined,
  by: { readonly staffId: Id; readonly decidesAsManager: boolean },
): Outcome<undefined> {
  if (taking === undefined) return refused({ field: '', message: 'Nobody has this contact now' });
  if (taking.staffId === by.staffId || by.decidesAsManager) return done(undefined);
  return refused({
    field: '',
    message: `${taking.name} has this contact. They can hand it back, or a manager can`,
  });
}

/** Tells whoever is second who has a contact, and since when. */
export function takenBy(taking: Taking | undefined, now: Date, calendar: Calendar): Outcome<never> {
  if (taking === undefined)
    return refused({ field: '', message: 'Somebody took and gave back this contact just now. Try again' });
  const when = momentInWords(taking.takenAt, now, calendar);
  return refused({ field: '', message: `${taking.name} has this contact since ${when}` });
}
