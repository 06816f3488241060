import { randomUUID } from 'node:crypto';
import type { World } from '../support/world.ts';

/** One child with one of everything that hangs on a child, by the names that addresses use. */
export type Records = Readonly<Record<string, string>>;

type Values = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** Inserts a row past the walls and gives its id. */
export async function insert(world: World, table: string, values: Values): Promise<string> {
  const id = randomUUID();
  const all = Object.entries({ id, ...values });
  const places = all.map((_, index) => `$${index + 1}`).join(', ');
  await world.rows(
    `insert into ${table} (${all.map(([name]) => name).join(', ')}) values (${places})`,
    all.map(([, value]) => value),
  );
  return id;
}

export async function staffOf(world: World, key: string): Promise<string> {
  const [row] = await world.rows<{ id: string }>('select id from staff where email = $1', [
    `${key}@island.example`,
  ]);
  return row?.id ?? '';
}

export async function agencyOf(world: World, title: string): Promise<string> {
  const [row] = await world.rows<{ id: string }>('select id from agency where title = $1', [title]);
  return row?.id ?? '';
}

const TOLD = '2026-11-20T10:00:00Z';
const DAY = '2026-11-20';
const LATER = '2026-11-20T11:00:00Z';

/** The kinds of record that the matrix knows, each made anew when asked. */
export const KINDS: Readonly<Record<string, (world: World) => Promise<Records>>> = {
  '-': async () => ({}),
  'a child nobody works with': (world) => everythingAbout(world),
  'a child of Tess': async (world) => {
    const records = await everythingAbout(world);
    await insert(world, 'allocation', {
      person_id: records['personId'] ?? '',
      staff_id: await staffOf(world, 'tess'),
      kind: 'worker',
      from_on: DAY,
    });
    return records;
  },
  'a sealed child that names Dara': async (world) => {
    const records = await everythingAbout(world);
    const dara = await staffOf(world, 'dara');
    const wall = await insert(world, 'wall', {
      person_id: records['personId'] ?? '',
      kind: 'sealed',
      reason: 'Adoption',
      began_at: TOLD,
      decided_by: dara,
    });
    await world.rows('insert into wall_name (wall_id, staff_id) values ($1, $2)', [wall, dara]);
    return records;
  },
  'what is not there': async () => {
    const nothing = '00000000-0000-4000-8000-000000000000';
    return new Proxy({}, { get: () => nothing, has: () => true });
  },
};

async function everythingAbout(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  const about = await contactAbout(world, personId);
  const decided = await contactAbout(world, personId);
  return {
    personId,
    ...about,
    ...(await enquiryOn(world, about.contactId)),
    ...(await decisionOn(world, decided, personId)),
    ...(await notificationOf(world, personId)),
    meetingId: await runningMeeting(world, about.contactId),
  };
}

export async function personOnRecord(world: World): Promise<string> {
  const number = `M${randomUUID().slice(0, 8).toUpperCase()}`;
  const personId = await insert(world, 'person', {
    number,
    born_on: '2015-05-05',
    born_on_certainty: 'known',
  });
  await insert(world, 'person_name', {
    person_id: personId,
    kind: 'used',
    given_name: 'Saffron',
    family_name: 'Barnacle',
  });
  return personId;
}

export async function contactAbout(world: World, personId: string) {
  const contactId = await insert(world, 'contact', {
    reference: `C-${randomUUID().slice(0, 8)}`,
    channel: 'call',
    source: '2A',
    about: 'safeguarding concern',
    told_at: TOLD,
    told_on: DAY,
    words: 'She came to school in the same clothes all week.',
    permission: 'given',
  });
  await insert(world, 'contact_referrer', {
    contact_id: contactId,
    kind: 'professional',
    name: 'Ada Lugsail',
    telephone: '01632 960111',
    safe_ways: ['telephone'],
  });
  const childId = await insert(world, 'contact_child', {
    contact_id: contactId,
    position: 1,
    person_id: personId,
    given_name: 'Saffron',
    family_name: 'Barnacle',
  });
  const alertId = await insert(world, 'contact_alert', {
    contact_id: contactId,
    cause: 'red',
    raised_at: TOLD,
  });
  return { contactId, childId, alertId };
}

/** An enquiry with one check, asked of the police and of nobody else. */
export async function enquiryOn(world: World, contactId: string) {
  const dara = await staffOf(world, 'dara');
  const enquiryId = await insert(world, 'mash_enquiry', {
    contact_id: contactId,
    purpose: 'Whether the children are safe at home',
    permission: 'given',
    opened_by: dara,
    opened_at: TOLD,
  });
  const checkId = await insert(world, 'partner_check', {
    mash_enquiry_id: enquiryId,
    contact_id: contactId,
    agency_id: await agencyOf(world, 'Police'),
    asked_about: 'Saffron Barnacle',
    purpose: 'Whether the children are safe at home',
    fields: ['call-outs'],
    asked_by: dara,
    asked_at: TOLD,
  });
  return { enquiryId, checkId };
}

export async function decisionOn(
  world: World,
  about: { contactId: string; childId: string },
  personId: string,
) {
  const nell = await staffOf(world, 'nell');
  const decisionId = await insert(world, 'decision', {
    contact_id: about.contactId,
    contact_child_id: about.childId,
    level_of_need: 4,
    outcome: 'referral to social care',
    reason: 'We are worried that nobody looks after you.',
    signed_by: nell,
    signed_at: LATER,
    signed_on: DAY,
    authorisation_asked: true,
  });
  const answerId = await insert(world, 'answer', {
    contact_id: about.contactId,
    audience: 'referrer',
    way: 'telephone',
    words: 'We decided to look into it.',
    made_by: nell,
    made_at: LATER,
  });
  const followed = {
    person_id: personId,
    contact_id: about.contactId,
    decision_id: decisionId,
    what_was_said: 'Same clothes.',
  };
  const referralId = await insert(world, 'referral', {
    ...followed,
    referred_at: LATER,
    referred_on: DAY,
    source: '2A',
    reason: 'We are worried.',
    level_of_need: 4,
  });
  const episodeId = await insert(world, 'early_help_episode', {
    ...followed,
    offered_on: DAY,
    reply: 'accepted',
  });
  return { decidedContactId: about.contactId, decisionId, answerId, referralId, episodeId };
}

/** A police notification sent to Tess, whoever the child is: she may acknowledge what was sent to her. */
export async function notificationOf(world: World, personId: string) {
  const notificationId = await insert(world, 'police_notification', {
    incident: `I-${randomUUID().slice(0, 8)}`,
    happened_on: DAY,
    told_at: TOLD,
    words: 'Officers were called to the address.',
    person_id: personId,
  });
  const receiptId = await insert(world, 'notification_receipt', {
    police_notification_id: notificationId,
    staff_id: await staffOf(world, 'tess'),
    sent_at: TOLD,
  });
  return { notificationId, receiptId };
}

/** A meeting that has this contact before it. Only one may run at a time, so the one before is over. */
export async function runningMeeting(world: World, contactId: string): Promise<string> {
  const cleo = await staffOf(world, 'cleo');
  await world.rows(
    'update screening_meeting set ended_at = greatest(now(), began_at), ended_by = $1 where ended_at is null',
    [cleo],
  );
  const meetingId = await insert(world, 'screening_meeting', {
    held_on: DAY,
    began_at: TOLD,
    began_by: cleo,
  });
  await insert(world, 'screening_turn', {
    screening_meeting_id: meetingId,
    contact_id: contactId,
    position: 1,
  });
  return meetingId;
}
