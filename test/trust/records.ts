import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { World } from '../support/world.ts';
import { alertOf } from './alert-records.ts';
import { signInOf } from './fuzz-sign-in.ts';
import { householdOf } from './household-records.ts';
import { memberKept } from './kept-records.ts';
import { twoRecords, twoRecordsOneSealed } from './merged-records.ts';
import { SAMPLED_KINDS } from './sampled-records.ts';
import { SHARED_KINDS, shareOf } from './shared-records.ts';
import { emergencyAt, lookBy, relativeOf, restrictedTo } from './walled-records.ts';
import { closingOf, complexOf, writtenOf } from './written-records.ts';

/** One child with one of everything that hangs on a child, by the names that addresses use. */
export type Records = Readonly<Record<string, string>>;

type Values = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

type Row = readonly [table: string, values: Values & { readonly id?: string }];

/** Inserts a row past the walls and gives its id. */
export async function insert(world: World, table: string, values: Values): Promise<string> {
  const id = randomUUID();
  await insertAll(world, [[table, { id, ...values }]]);
  return id;
}

/** Inserts rows in their order, past the walls, in one message and one transaction. */
export async function insertAll(world: World, rows: readonly Row[]): Promise<void> {
  const statements = rows.map(([table, values]) => {
    const all = Object.entries({ id: randomUUID(), ...values });
    return `insert into ${table} (${all.map(([name]) => name).join(', ')}) values (${all.map(([, value]) => written(value)).join(', ')})`;
  });
  await world.rows(statements.join(';\n'));
}

function written(value: Values[string] | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return pg.escapeLiteral(String(value));
  return `array[${value.map((one) => pg.escapeLiteral(one)).join(', ')}]::text[]`;
}

/** What stands as long as its world does is asked for once. */
const STANDING = new WeakMap<World, Map<string, Promise<string>>>();

function standing(world: World, sql: string, value: string): Promise<string> {
  const known = STANDING.get(world) ?? new Map<string, Promise<string>>();
  STANDING.set(world, known);
  const found = known.get(sql + value) ?? world.rows(sql, [value]).then(([row]) => String(row?.['id'] ?? ''));
  known.set(sql + value, found);
  return found;
}

export function staffOf(world: World, key: string): Promise<string> {
  return standing(world, 'select id from staff where email = $1', `${key}@island.example`);
}

export function agencyOf(world: World, title: string): Promise<string> {
  return standing(world, 'select id from agency where title = $1', title);
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
  'a restricted child that names Tess': async (world) => {
    const records = await everythingAbout(world);
    const wall = { by: 'cleo', named: ['tess'] };
    return { ...records, ...(await restrictedTo(world, records['personId'] ?? '', wall)) };
  },
  'a child who is a relative of Hugo': async (world) => {
    const records = await everythingAbout(world);
    return { ...records, ...(await relativeOf(world, records['personId'] ?? '', 'hugo')) };
  },
  'an emergency of Nell': async (world) => emergencyAt(world, await personOnRecord(world)),
  'an emergency at a sealed child': async (world) => {
    const personId = await personOnRecord(world);
    await restrictedTo(world, personId, { by: 'ivo', second: 'bea', named: ['dara'] });
    return emergencyAt(world, personId);
  },
  ...SHARED_KINDS,
  'a child with two records': twoRecords,
  'a child with two records of which one is sealed': twoRecordsOneSealed,
  ...SAMPLED_KINDS,
  'a look of Nell': async (world) => lookBy(world, 'nell', await personOnRecord(world)),
  'a look of Hugo': async (world) => lookBy(world, 'hugo', await personOnRecord(world)),
  'a look at a sealed child': async (world) => {
    const personId = await personOnRecord(world);
    await restrictedTo(world, personId, { by: 'ivo', second: 'bea', named: ['dara'] });
    return lookBy(world, 'nell', personId);
  },
  'a declared period': async (world) => ({ declaredPeriodId: await declaredPeriod(world) }),
  'a member of staff': memberKept,
  'what Nell signs in with': (world) => signInOf(world, 'nell'),
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
    ...about,
    ...(await enquiryOn(world, about.contactId)),
    ...(await decisionOn(world, decided, personId)),
    ...(await notificationOf(world, personId)),
    ...(await careOf(world, personId)),
    ...(await visitTo(world, personId)),
    ...(await writtenOf(world, personId)),
    ...(await statementOf(world, personId)),
    ...(await duplicateOf(world, personId)),
    ...(await complexOf(world, personId)),
    ...(await shareOf(world, personId)),
    ...(await alertOf(world, personId)),
    ...(await householdOf(world, personId)),
    ...(await closingOf(world, personId, await workWith(world, personId))),
    meetingId: await runningMeeting(world, about.contactId),
    ...(await frozenCase(world, personId)),
  };
}

export async function personOnRecord(world: World): Promise<string> {
  const id = randomUUID();
  await insertAll(world, personRows(id));
  return id;
}

/** Eight random signs meet once among some ten thousand persons. */
let numbers = 0;
function nextNumber(): number {
  numbers += 1;
  return numbers;
}

function personRows(id: string): readonly Row[] {
  const number = `M${String(nextNumber()).padStart(8, '0')}`;
  const name = { kind: 'used', given_name: 'Saffron', family_name: 'Barnacle' };
  return [
    ['person', { id, number, born_on: '2015-05-05', born_on_certainty: 'known' }],
    ['person_name', { person_id: id, ...name }],
  ];
}

type About = {
  readonly personId: string;
  readonly contactId: string;
  readonly childId: string;
  readonly alertId: string;
};

/** A contact about a child of its own. */
export async function contactAboutSomebody(world: World): Promise<About> {
  const about = newAbout(randomUUID());
  await insertAll(world, [...personRows(about.personId), ...contactRows(about)]);
  return about;
}

async function contactAbout(world: World, personId: string): Promise<About> {
  const about = newAbout(personId);
  await insertAll(world, contactRows(about));
  return about;
}

function newAbout(personId: string): About {
  return { personId, contactId: randomUUID(), childId: randomUUID(), alertId: randomUUID() };
}

// biome-ignore format: a table reads as a table
function contactRows({ personId, contactId, childId, alertId }: About): readonly Row[] {
  const of = { contact_id: contactId };
  return [
    ['contact', {
      id: contactId, reference: `C-${contactId.slice(0, 18)}`, channel: 'call', source: '2A', about: 'safeguarding concern',
      told_at: TOLD, told_on: DAY, words: 'She came to school in the same clothes all week.', permission: 'given',
    }],
    ['contact_referrer', { ...of, kind: 'professional', name: 'Ada Lugsail', telephone: '01632 960111', safe_ways: ['telephone'] }],
    ['contact_child', { id: childId, ...of, position: 1, person_id: personId, given_name: 'Saffron', family_name: 'Barnacle' }],
    ['contact_alert', { id: alertId, ...of, cause: 'red', raised_at: TOLD }],
  ];
}

/** An enquiry with one check, asked of the police and of nobody else. */
export async function enquiryOn(world: World, contactId: string) {
  const dara = await staffOf(world, 'dara');
  const police = await agencyOf(world, 'Police');
  const [enquiryId, checkId] = [randomUUID(), randomUUID()];
  const asked = { contact_id: contactId, purpose: 'Whether the children are safe at home' };
  const check = { asked_about: 'Saffron Barnacle', fields: ['call-outs'], asked_by: dara, asked_at: TOLD };
  await insertAll(world, [
    ['mash_enquiry', { id: enquiryId, ...asked, permission: 'given', opened_by: dara, opened_at: TOLD }],
    ['partner_check', { id: checkId, ...asked, mash_enquiry_id: enquiryId, agency_id: police, ...check }],
  ]);
  return { enquiryId, checkId };
}

// biome-ignore format: a table reads as a table
export async function decisionOn(
  world: World,
  { contactId, childId }: { contactId: string; childId: string },
  personId: string,
) {
  const nell = await staffOf(world, 'nell');
  const [decisionId, answerId, referralId, episodeId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [noticeId, tess] = [randomUUID(), await staffOf(world, 'tess')];
  const of = { contact_id: contactId };
  const followed = { person_id: personId, ...of, decision_id: decisionId, what_was_said: 'Same clothes.' };
  await insertAll(world, [
    ['decision', {
      id: decisionId, ...of, contact_child_id: childId, level_of_need: 4, outcome: 'referral to social care',
      reason: 'We are worried that nobody looks after you.', signed_by: nell, signed_at: LATER, signed_on: DAY, authorisation_asked: true,
    }],
    ['answer', { id: answerId, ...of, audience: 'referrer', way: 'telephone', words: 'We decided to look into it.', made_by: nell, made_at: LATER }],
    ['referral', {
      id: referralId, ...followed, referred_at: LATER, referred_on: DAY, source: '2A', reason: 'We are worried.', level_of_need: 4,
    }],
    ['early_help_episode', { id: episodeId, ...followed, offered_on: DAY, reply: 'accepted' }],
    ['contact_notice', { id: noticeId, ...of, contact_child_id: childId, decision_id: decisionId, staff_id: tess, sent_at: LATER }],
  ]);
  return { decidedContactId: contactId, decisionId, answerId, referralId, episodeId, noticeId };
}

/** A police notification sent to Tess, whoever the child is: she may acknowledge what was sent to her. */
export async function notificationOf(world: World, personId: string) {
  const [notificationId, receiptId] = [randomUUID(), randomUUID()];
  const told = { happened_on: DAY, told_at: TOLD, words: 'Officers were called to the address.' };
  const tess = await staffOf(world, 'tess');
  await insertAll(world, [
    ['police_notification', { id: notificationId, incident: `I-${notificationId.slice(0, 8)}`, ...told, person_id: personId }],
    ['notification_receipt', { id: receiptId, police_notification_id: notificationId, staff_id: tess, sent_at: TOLD }],
  ]); // biome-ignore format: parameters read in one line
  return { notificationId, receiptId };
}

/** In care and on a plan, both still going on. */
export async function careOf(world: World, personId: string) {
  const [periodOfCareId, protectionPlanId] = [randomUUID(), randomUUID()];
  const decided = { person_id: personId, began_on: DAY, decided_by: 'Royal Court' };
  await insertAll(world, [
    ['period_of_care', { id: periodOfCareId, ...decided, basis: 'care order', placement: 'foster carer', on_island: true }],
    ['protection_plan', { id: protectionPlanId, ...decided, category: 'NEG' }],
  ]); // biome-ignore format: parameters read in one line
  return { periodOfCareId, protectionPlanId };
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

/** A visit to a child, on a day on which social care was working with them. */
export async function visitTo(world: World, personId: string, at = TOLD) {
  const on = at.slice(0, 10);
  const [visit, visitId, tess] = [randomUUID(), randomUUID(), await staffOf(world, 'tess')];
  const referral = {
    person_id: personId,
    referred_at: at,
    referred_on: on,
    source: '2A',
    reason: 'Worried.',
  };
  await insertAll(world, [
    ['referral', { ...referral, what_was_said: 'Bruise.', accepted_on: on, ended_on: on }],
    ['visit', { id: visit, visited_on: on, place: 'home', manner: 'planned', visited_by: tess, words: 'Warm and tidy.' }],
    ['visit_child', { id: visitId, visit_id: visit, person_id: personId, seen: true, alone: true, bedroom_seen: false }],
  ]); // biome-ignore format: a table reads as a table
  return { visitId };
}

/** Another record that may be of the same person, proposed. */
export async function duplicateOf(world: World, personId: string) {
  const otherId = await personOnRecord(world);
  const [one = '', other = ''] = [personId, otherId].toSorted();
  const proposal = { person_id: one, other_id: other, occasion: 'at night', likelihood: 0.97 };
  const duplicateId = await insert(world, 'duplicate_proposal', { ...proposal, proposed_at: TOLD });
  return { duplicateId, otherId };
}

/** What worries people about a child, as Tess wrote it down. */
export async function statementOf(world: World, personId: string) {
  const said = { person_id: personId, kind: 'worry', words: 'She is often tired.', stated_on: DAY };
  const stated = { ...said, stated_by: await staffOf(world, 'tess') };
  return { statementId: await insert(world, 'child_statement', stated) };
}

/** A period of service of no team, a co-worker and an offer, both of Hugo, who sees everyone; and an absence of Tess that Hugo covers. */
export async function workWith(world: World, personId: string) {
  const [tess, hugo, mira] = [
    await staffOf(world, 'tess'),
    await staffOf(world, 'hugo'),
    await staffOf(world, 'mira'),
  ];
  const [periodId, allocationId, handoverId, absenceId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const of = { person_id: personId };
  await world.rows('update absence set ended_at = greatest(now(), from_at) where ended_at is null');
  await insertAll(world, [
    ['period_of_service', { id: periodId, ...of, kind: 'in need', basis: 'decided', basis_words: 'Help at home.', began_on: DAY }],
    ['allocation', { id: allocationId, ...of, staff_id: hugo, kind: 'co-worker', from_on: DAY }],
    ['handover', { id: handoverId, ...of, from_staff_id: tess, to_staff_id: hugo, note: 'She likes to draw.', offered_at: LATER, offered_by: tess }],
    ['absence', { id: absenceId, staff_id: mira, covered_by: hugo, from_at: LATER, until_at: '2039-01-01T00:00:00Z' }],
  ]); // biome-ignore format: a table reads as a table
  return { periodId, allocationId, handoverId, absenceId, staffId: tess };
}

/** A case of the exercise that goes on, dealt to nobody. Freezing all that is open takes long, so one exercise stands as long as it can. */
export async function frozenCase(world: World, personId: string) {
  const hugo = await staffOf(world, 'hugo');
  const [goesOn] = await world.rows<{ id: string }>('select id from rating_exercise where closed_at is null');
  const begun = { title: 'Every open case', frozen_at: TOLD, frozen_by: hugo };
  const exerciseId = goesOn?.id ?? (await insert(world, 'rating_exercise', begun));
  const [frozen] = await world.rows<{ id: string }>(
    'select id from rating_case where exercise_id = $1 and person_id = $2',
    [exerciseId, personId],
  );
  const of = { exercise_id: exerciseId, person_id: personId, opened_on: DAY, family: personId };
  const ratingCaseId = frozen?.id ?? randomUUID();
  if (frozen === undefined)
    await insertAll(world, [['rating_case', { id: ratingCaseId, ...of, kinds: ['in need'] }]]);
  return { exerciseId, ratingCaseId };
}

/** A period declared from today on. Those before it have ended, for no two stand beside each other. */
export async function declaredPeriod(world: World): Promise<string> {
  await noDeclaredPeriod(world);
  return insert(world, 'declared_period', {
    title: 'Schools closed',
    reason: 'Decided by the head of service.',
    for_whom: 'all',
    interval_days: 7,
    from_on: await today(world),
    declared_by: await staffOf(world, 'mira'),
  });
}

/** Ends every declared period on its first day: it never stood. */
export async function noDeclaredPeriod(world: World): Promise<void> {
  await world.rows(
    'update declared_period set ended_on = from_on, ended_by = declared_by where ended_on is null',
  );
}

async function today(world: World): Promise<string> {
  const [row] = await world.rows<{ on: string }>(
    "select (now() at time zone 'Europe/Jersey')::date::text as on",
  );
  return row?.on ?? '';
}
