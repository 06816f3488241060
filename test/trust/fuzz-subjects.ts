import { randomBytes } from 'node:crypto';
import type { RawAnswers } from '../../src/platform/forms/raw-answers.ts';
import type { World } from '../support/world.ts';
import { CLOSING_BENDS, CLOSING_MAKERS } from './fuzz-closings.ts';
import { declared, fromToday, nothingDeclared } from './fuzz-declared.ts';
import { acceptedReferral, begunEpisode } from './fuzz-endings.ts';
import { PERSON_BENDS, PERSON_MAKERS } from './fuzz-persons.ts';
import { RATING_BENDS, RATING_MAKERS } from './fuzz-ratings.ts';
import { SHARE_BENDS, SHARE_MAKERS } from './fuzz-shares.ts';
import { SIGN_IN_MAKERS } from './fuzz-sign-in.ts';
import { statedChild } from './fuzz-statements.ts';
import { WALL_BENDS, WALL_MAKERS } from './fuzz-walls.ts';
import { KEEPING_BENDS, KEEPING_MAKERS } from './kept-records.ts';
import {
  agencyOf,
  careOf,
  contactAboutSomebody,
  decisionOn,
  enquiryOn,
  insert,
  notificationOf,
  personOnRecord,
  type Records,
  runningMeeting,
  staffOf,
  visitTo,
  workWith,
} from './records.ts';

/** Makes what an action can be done to, once more each time something was accepted. The first beginning that fits counts. */
const MAKERS: readonly (readonly [string, (world: World) => Promise<Records>])[] = [
  ['contact: answer', decidedContact],
  ['contact: withdraw decision', decidedContact],
  ['contact: release', takenContact],
  ['contact: judge a safeguarding concern', helpContact],
  ...CLOSING_MAKERS,
  ...WALL_MAKERS,
  ...SHARE_MAKERS,
  ...PERSON_MAKERS,
  ...SIGN_IN_MAKERS,
  ...KEEPING_MAKERS,
  ['referral: end', acceptedReferral],
  ['early help: end', begunEpisode],
  ...RATING_MAKERS,
  ['allocation: make', openChild],
  ['handover: offer', openChildOfTess],
  ['/periods-of-service/', workedWith],
  ['/allocations/', workedWith],
  ['/handovers/', workedWith],
  ['/caseloads/', workedWith],
  ['/absences/', workedWith],
  ['police notification acknowledgement', receiptOfCleo],
  ['contact notice: acknowledge', noticeOfCleo],
  ['declared period: declare', nothingDeclared],
  ['/declared-periods/', declared],
  ['visit: record', visitedChild],
  ['visit: correct', visitedChild],
  ['/people/:personId/statements', statedChild],
  ['contact: identify a child', unknownChild],
  ['screening meeting: hold', noMeeting],
  ['screening meeting: undo', decidedInMeeting],
  ['/screening-meetings/', inMeeting],
  ['/contacts/', contactAboutSomebody],
  ['/alerts/', contactAboutSomebody],
  ['/mash-enquiries/', anEnquiry],
  ['/partner-checks/', anEnquiry],
  ['/answers/', followed],
  ['/decisions/', followed],
  ['/referrals/', followed],
  ['/early-help-episodes/', followed],
  ['/periods-of-care/', inCare],
  ['/protection-plans/', inCare],
  ['/people/', async (world) => ({ personId: await personOnRecord(world) })],
];

/** A new subject for the action at an address, by the names of the address. */
export async function subjectFor(
  world: World,
  { path, name }: { path: string; name: string },
): Promise<Records> {
  const maker = MAKERS.find(([start]) => name === start || path.startsWith(start));
  if (!path.includes(':') && maker?.[0] !== name) return {};
  if (maker === undefined) throw new Error(`nobody said what ${path} is done to`);
  return maker[1](world);
}

async function anEnquiry(world: World): Promise<Records> {
  const about = await contactAboutSomebody(world);
  return { ...about, ...(await enquiryOn(world, about.contactId)) };
}

async function followed(world: World): Promise<Records> {
  const about = await contactAboutSomebody(world);
  return { ...about, ...(await decisionOn(world, about, about.personId)) };
}

/** Decided, and nobody told yet. */
async function decidedContact(world: World): Promise<Records> {
  const about = await followed(world);
  await world.rows('delete from answer where id = $1', [about['answerId']]);
  await world.rows('update decision set authorised_at = signed_at, authorised_by = $2 where id = $1', [
    about['decisionId'],
    await staffOf(world, 'hugo'),
  ]);
  return about;
}

async function takenContact(world: World): Promise<Records> {
  const about = await contactAboutSomebody(world);
  const taken = {
    contact_id: about.contactId,
    taken_by: await staffOf(world, 'cleo'),
    taken_at: '2026-11-20T10:30:00Z',
  };
  await insert(world, 'contact_taking', taken);
  return about;
}

async function helpContact(world: World): Promise<Records> {
  const about = await contactAboutSomebody(world);
  await world.rows("update contact set about = 'help' where id = $1", [about.contactId]);
  return about;
}

async function inCare(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  return { personId, ...(await careOf(world, personId)) };
}

/** A child of Tess, visited on a day on which social care worked with them. */
async function visitedChild(world: World): Promise<Records> {
  const child = await statedChild(world);
  return { ...child, ...(await visitTo(world, child['personId'] ?? '')) };
}

/** A child with a period of service that no team has. */
async function openChild(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  const why = { basis: 'decided', basis_words: 'Help at home.', began_on: '2026-11-20' };
  await insert(world, 'period_of_service', { person_id: personId, kind: 'in need', ...why });
  return { personId, tess: await staffOf(world, 'tess') };
}

async function openChildOfTess(world: World): Promise<Records> {
  const child = await openChild(world);
  const worker = { staff_id: child['tess'] ?? '', kind: 'worker', from_on: '2026-11-20' };
  await insert(world, 'allocation', { person_id: child['personId'] ?? '', ...worker });
  return { ...child, ivo: await staffOf(world, 'ivo') };
}

/** A child with a period of service and a co-worker, offered to the team of early help; and an absence that is covered. */
async function workedWith(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  const records = await workWith(world, personId);
  await world.rows(
    "update handover set to_staff_id = null, to_team_id = (select id from team where title = 'Early help') where id = $1",
    [records.handoverId],
  );
  return { personId, ...records, ivo: await staffOf(world, 'ivo'), fern: await staffOf(world, 'fern') };
}

async function receiptOfCleo(world: World): Promise<Records> {
  const about = await notificationOf(world, await personOnRecord(world));
  await world.rows('update notification_receipt set staff_id = $2 where id = $1', [
    about.receiptId,
    await staffOf(world, 'cleo'),
  ]);
  return about;
}

async function noticeOfCleo(world: World): Promise<Records> {
  const about = await followed(world);
  const cleo = await staffOf(world, 'cleo');
  await world.rows('update contact_notice set staff_id = $2 where id = $1', [about['noticeId'], cleo]);
  return about;
}

async function unknownChild(world: World): Promise<Records> {
  const about = await contactAboutSomebody(world);
  await world.rows('update contact_child set person_id = null where id = $1', [about.childId]);
  return about;
}

/** Nobody waits any more: the board and its alerts stay as short as they are on a working day, however many were tried before. */
export async function nobodyWaits(world: World): Promise<void> {
  await world.rows('update contact set answered_at = told_at where answered_at is null');
}

/** A contact that waits, alone, and no meeting that runs. */
async function noMeeting(world: World): Promise<Records> {
  await nobodyWaits(world);
  const about = await contactAboutSomebody(world);
  await runningMeeting(world, about.contactId);
  await world.rows(
    'update screening_meeting set ended_at = greatest(now(), began_at), ended_by = began_by where ended_at is null',
  );
  return { ...(await contactAboutSomebody(world)), cleo: await staffOf(world, 'cleo') };
}

async function inMeeting(world: World): Promise<Records> {
  const about = await contactAboutSomebody(world);
  return { ...about, meetingId: await runningMeeting(world, about.contactId) };
}

async function decidedInMeeting(world: World): Promise<Records> {
  const about = await followed(world);
  await world.rows('delete from answer where id = $1', [about['answerId']]);
  const meetingId = await runningMeeting(world, about['contactId'] ?? '');
  await world.rows('update decision set screening_meeting_id = $2 where id = $1', [
    about['decisionId'],
    meetingId,
  ]);
  return { ...about, meetingId };
}

type Raw = Record<string, string | readonly string[]>;
type Bend = (raw: Raw, world: World, subject: Records) => Promise<void>;

/**
 * Where answers depend on each other, or name a record, chance alone would never be accepted: these put one answer right and leave
 * every other as nasty as it came.
 */
const BENDS: Readonly<Record<string, Bend>> = {
  call: async (raw) => {
    for (const key of Object.keys(raw)) if (/^children\.\d+\.person/.test(key)) delete raw[key];
  },
  'contact: decide': advise,
  'screening meeting: decide': advise,
  'screening meeting: hold': async (raw, _world, subject) => {
    for (const name of ['staff', 'agencies', 'contacts']) dropRowsAfterFirst(raw, name, -1);
    raw['staff.0.id'] = subject['cleo'] ?? '';
    raw['staff.0.sits'] = 'yes';
    raw['contacts.0.id'] = subject['contactId'] ?? '';
    raw['contacts.0.taken'] = 'yes';
  },
  'contact: identify a child': async (raw, world, subject) => {
    dropRowsAfterFirst(raw, 'members', -1);
    // Seen by whoever sends it: another may be shown other candidates, behind walls that were put up meanwhile.
    const cleo = await world.as('cleo');
    const page = await cleo.get(
      `/contacts/${subject['contactId']}/children/${subject['childId']}/identification`,
    );
    raw['candidatesSeen'] = /name="candidatesSeen" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
    raw['choice'] = 'nobody of these';
  },
  'contact: correct': async (raw) => {
    delete raw['child'];
    delete raw['time'];
    raw['what'] = 'summary';
    if (raw['isNow'] === undefined || raw['isNow'] === '') raw['isNow'] = 'Late for school';
  },
  'visit: record': async (raw, _world, subject) => {
    dropRowsAfterFirst(raw, 'children');
    raw['children.0.personId'] = subject['personId'] ?? '';
    visitAsItWas(raw, 'children.0.');
  },
  'visit: correct': async (raw, world, subject) => {
    const [row] = await world.rows(
      'select version from visit v join visit_child c on c.visit_id = v.id where c.id = $1',
      [subject['visitId']],
    );
    raw['version'] = String(row?.['version'] ?? 1);
    visitAsItWas(raw, '');
  },
  ...RATING_BENDS,
  ...WALL_BENDS,
  ...SHARE_BENDS,
  ...PERSON_BENDS,
  ...KEEPING_BENDS,
  'person: add a relationship': async (raw, world) => {
    raw['otherId'] = await personOnRecord(world);
  },
  'person: add a name': async (raw) => {
    if (raw['givenName'] === undefined || raw['givenName'] === '') raw['givenName'] = 'Saffron';
    delete raw['untilOn'];
  },
  'person: say how to reach them safely': async (raw) => {
    raw['ways'] = ['telephone', 'mail'];
    // A day to ask again lies ahead: half of the days that are drawn are left out.
    if (String(raw['reviewOn']).length % 2 === 0) delete raw['reviewOn'];
  },
  'person: add an address': async (raw) => {
    delete raw['untilOn'];
  },
  'person: add a school or practice': async (raw) => {
    delete raw['untilOn'];
  },
  'person: add contact details': async (raw) => {
    if (raw['email'] === undefined || raw['email'] === '') raw['email'] = 'rosa@example.je';
  },
  'period of service: begin': onADay('beganOn', '1/3/2024'),
  ...CLOSING_BENDS,
  'declared period: declare': fromToday,
  'allocation: make': async (raw, _world, subject) => {
    raw['staffId'] = subject['tess'] ?? '';
    raw['fullReason'] ||= 'She knows the family.';
  },
  'handover: offer': async (raw, _world, subject) => {
    raw['to'] = subject['ivo'] ?? '';
  },
  'handover: accept': async (raw, _world, subject) => {
    raw['staffId'] = subject['fern'] ?? '';
    raw['fullReason'] ||= 'She knows the family.';
  },
  'absence: say': async (raw, world, subject) => {
    await world.rows('update absence set ended_at = greatest(now(), from_at) where ended_at is null');
    raw['coveredBy'] = subject['ivo'] ?? '';
    raw['untilOn'] = 'tomorrow';
  },
  'period of care: begin': onADay('beganOn', '1/3/2024'),
  'period of care: end': onADay('endedOn', '20/11/2026'),
  'protection plan: begin': onADay('beganOn', '1/3/2024'),
  'protection plan: end': onADay('endedOn', '20/11/2026'),
  'mash enquiry: open': async (raw, world) => {
    await askHealth(raw, world);
    raw['permission'] = 'given';
    delete raw['withoutPermissionReason'];
  },
  'partner check: ask': (raw, world) => askHealth(raw, world),
  'police notifications': async (raw) => {
    const words = [raw['file'] ?? ''].flat().join(' ');
    if (words.length > 20_000 || words.trim() === '') return;
    const line = `I-${randomBytes(6).toString('hex')},2026-11-01,,,,"${words.replaceAll('"', '""')}"`;
    raw['file'] = `incident,happened_on,given_name,family_name,born_on,words\n${line}`;
  },
  'partner check: answer': async (raw) => {
    raw['holds'] = 'something';
    if (raw['words'] === undefined || raw['words'] === '') raw['words'] = 'Known since spring.';
  },
  'contact: answer': async (raw) => {
    raw['to'] = 'referrer';
    raw['way'] = 'telephone';
    if (raw['words'] === undefined || raw['words'] === '') raw['words'] = 'We have decided.';
    delete raw['whyNot'];
  },
  'early help: reply': async (raw) => {
    raw['reply'] = 'accepted';
    delete raw['declinedReason'];
    delete raw['declinedWords'];
  },
};

/** A day on which it may begin or end. */
function onADay(name: string, on: string): Bend {
  return async (raw) => {
    raw[name] = on;
  };
}

/** On a day on which it may stand, at home, with the child seen. */
function visitAsItWas(raw: Raw, at: string): void {
  raw['visitedOn'] = '20/11/2026';
  raw['place'] = 'home';
  raw['words'] ??= 'Warm and tidy.';
  raw[`${at}sight`] = ['seen', 'bedroom'];
  delete raw['nobodyIn'];
  delete raw['visitedTime'];
}

/** One row for all children, and an outcome that opens nothing. */
async function advise(raw: Raw): Promise<void> {
  dropRowsAfterFirst(raw, 'decisions');
  for (const name of [
    'child',
    'agencyId',
    'earlyHelpReply',
    'declinedReason',
    'declinedWords',
    'discussionWantedToday',
  ])
    delete raw[`decisions.0.${name}`];
  raw['decisions.0.outcome'] = 'advice and information';
  raw['decisions.0.adviceGiven'] ??= 'Whom to ring, and when.';
}

/** The same answers with what they must name put right. */
export async function bent(
  name: string,
  raw: RawAnswers,
  world: World,
  subject: Records,
): Promise<RawAnswers> {
  const own: Raw = Object.assign(Object.create(null), raw);
  await BENDS[name]?.(own, world, subject);
  return own;
}

async function askHealth(raw: Raw, world: World): Promise<void> {
  dropRowsAfterFirst(raw, 'checks');
  raw['checks.0.agency'] = await agencyOf(world, 'Health');
  raw['checks.0.fields'] = 'appointments';
}

function dropRowsAfterFirst(raw: Record<string, unknown>, name: string, last = 0): void {
  const row = (key: string) => Number(new RegExp(`^${name}\\.(\\d+)\\.`).exec(key)?.[1] ?? -2);
  for (const key of Object.keys(raw)) if (row(key) > last) delete raw[key];
}
