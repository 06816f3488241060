import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Cast } from './contact-made.ts';
import { inHub, present } from './duty.ts';
import { type Handled, MEETING_BEGINS, notAfter } from './handling.ts';
import type { Making } from './making.ts';

/** A contact with the signature that it is about to get. */
export type Signing = Handled & {
  readonly signedAt: Date;
  readonly signedBy: Id;
  readonly meetingId: Id | undefined;
};

const SITTING_AGENCIES = ['police', 'education', 'community-nursing'];

/** Holds the screening meeting of each day, one contact after the other, and signs the rest at the desk. In the order of signing. */
export function holdMeetings(making: Making, cast: Cast, handled: readonly Handled[]): readonly Signing[] {
  const byDay = Map.groupBy(handled, ({ meetingOn }) => meetingOn);
  return [...byDay]
    .flatMap(([on, contacts]) =>
      on === undefined ? contacts.map(atDesk) : holdMeeting(making, cast, on, contacts),
    )
    .sort((one, other) => one.signedAt.getTime() - other.signedAt.getTime());
}

function atDesk(handled: Handled): Signing {
  return { ...handled, signedAt: handled.readyAt, signedBy: handled.worker, meetingId: undefined };
}

function holdMeeting(making: Making, cast: Cast, on: Day, contacts: readonly Handled[]): readonly Signing[] {
  const { random } = cast;
  const id = random.id();
  const beganAt = making.atMinute(on, MEETING_BEGINS + random.whole(0, 6));
  const chair = random.pick(
    present(
      cast.holders.filter(({ role }) => role === 'MASH decision maker' || role === 'hub manager'),
      on,
    ),
  ).staffId;
  let minute = 0;
  const signings = contacts.map((handled) => {
    minute += random.whole(3, 8);
    const signedAt = notAfter(making, beganAt, new Date(beganAt.getTime() + minute * 60_000));
    return { ...handled, signedAt, signedBy: chair, meetingId: id };
  });
  const endedAt = signings.at(-1)?.signedAt ?? beganAt;
  making.ledger.add(
    'screening_meeting',
    { id, held_on: on, began_at: beganAt, began_by: chair, ended_at: endedAt, ended_by: chair },
    { at: endedAt, by: chair },
  );
  seat(making, cast, id, on, { chair, beganAt });
  for (const [index, { contact }] of contacts.entries())
    making.ledger.add(
      'screening_turn',
      { id: random.id(), screening_meeting_id: id, contact_id: contact.id, position: index + 1 },
      { at: beganAt, by: chair },
    );
  return signings;
}

function seat(
  making: Making,
  cast: Cast,
  meetingId: Id,
  on: Day,
  { chair, beganAt }: { chair: Id; beganAt: Date },
): void {
  const { random } = cast;
  const add = (seated: { staff_id: Id; agency_id?: Id }) =>
    making.ledger.add(
      'screening_seat',
      { id: random.id(), screening_meeting_id: meetingId, ...seated },
      { at: beganAt, by: chair },
    );
  add({ staff_id: chair });
  for (const { staffId } of random.some(present(inHub(cast.holders), on), 2)) add({ staff_id: staffId });
  for (const key of random.some(SITTING_AGENCIES, random.whole(1, 3))) {
    const partner = cast.partners.find((one) => one.key === key);
    if (partner !== undefined) add({ staff_id: random.pick(partner.people).staffId, agency_id: partner.id });
  }
}
