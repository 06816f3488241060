import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';

/** Who sat: somebody of our staff, or an agency, with the name of whoever came where it is known. */
type Seat = {
  readonly staffId?: Id | undefined;
  readonly agencyId?: Id | undefined;
  readonly named?: string | undefined;
};

/** A screening meeting as it is begun. */
export type NewMeeting = {
  readonly seats: readonly Seat[];
  /** The contacts to take, in the order in which they are taken. */
  readonly contacts: readonly Id[];
};

/** A screening meeting on record. It names no child itself: the contacts it took do. */
export type Meeting = {
  readonly id: Id;
  readonly persons: readonly Id[];
  readonly heldOn: Day;
  readonly beganAt: Date;
  readonly beganBy: Id;
  readonly endedAt: Date | undefined;
};

/** One contact of a meeting and how far it is. Contacts that this viewer may not see have no turn here. */
export type Turn = {
  readonly contactId: Id;
  readonly position: number;
  /** How many of its children have no decision in force. */
  readonly undecided: number;
  readonly deferredAt: Date | undefined;
  readonly deferredReason: string | undefined;
};

/** Lets a meeting begin with somebody in it and something to take. One runs at a time, so that no contact is taken twice. */
export function mayBegin(meeting: NewMeeting, ready: ReadonlySet<Id>): Outcome<NewMeeting> {
  if (!meeting.seats.some((seat) => seat.staffId !== undefined))
    return refused({ field: 'staff', message: 'Select who of the hub sits in the meeting' });
  if (meeting.contacts.length === 0)
    return refused({ field: 'contacts', message: 'Select at least one contact to take' });
  if (meeting.contacts.some((contact) => !ready.has(contact)))
    return refused({
      field: 'contacts',
      message: 'One of the contacts was decided meanwhile. Look at the list again',
    });
  return done(meeting);
}

/** The turn that the meeting is at: the first that is neither decided nor put off. Undefined when all have been through. */
export function currentTurn(turns: readonly Turn[]): Turn | undefined {
  return turns.find((turn) => turn.undecided > 0 && turn.deferredAt === undefined);
}

/** How many turns are behind the meeting. */
export function turnsThrough(turns: readonly Turn[]): number {
  return turns.filter((turn) => turn.undecided === 0 || turn.deferredAt !== undefined).length;
}

/** Lets things be decided, put off or taken back only while the meeting runs. */
export function mayGoOn(meeting: Pick<Meeting, 'endedAt'>): Outcome<undefined> {
  return meeting.endedAt === undefined
    ? done(undefined)
    : refused({ field: '', message: 'This meeting has ended. Decide on the page of the contact instead.' });
}

/** Lets a contact be put off while nobody has decided it, with a reason that stands on it. */
export function mayDefer(meeting: Pick<Meeting, 'endedAt'>, turn: Turn): Outcome<undefined> {
  const may = mayGoOn(meeting);
  if (!may.ok) return may;
  if (turn.undecided === 0)
    return refused({ field: '', message: 'It has been decided, so it cannot be put off.' });
  return turn.deferredAt === undefined
    ? done(undefined)
    : refused({ field: '', message: 'It has been put off already.' });
}
