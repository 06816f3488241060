import { randomUUID } from 'node:crypto';
import { DAY, fromNow, HOUR } from '../support/from-now.ts';
import type { World } from '../support/world.ts';
import { agencyOf, insertAll, personOnRecord, type Records, staffOf } from './records.ts';

const SINCE = fromNow(-3 * DAY);
const LATER = fromNow(-3 * DAY + HOUR);
const FOR_LONG = fromNow(360 * DAY);

/** What is shared of a record with the police, on consent, unless something else is said. */
export async function shareOf(
  world: World,
  personId: string,
  more: { readonly agency?: string; readonly to?: string; readonly until?: string; readonly parts?: readonly string[]; readonly by?: string } = {},
): Promise<{ readonly shareId: string; readonly consentId: string }> {
  const [shareId, consentId] = [randomUUID(), randomUUID()];
  const [agency, tess] = await Promise.all([agencyOf(world, more.agency ?? 'Police'), staffOf(world, more.by ?? 'tess')]);
  const of = { person_id: personId, agency_id: agency };
  const said = { said_by: 'parental responsibility', said_name: 'Her mother', said_on: SINCE.slice(0, 10), way: 'in person', words: 'They may know about school.' };
  const shared = { purpose: 'keep safe', purpose_words: 'So that they know whom to ring.', shared_by: tess, shared_at: SINCE, until_at: more.until ?? FOR_LONG };
  await insertAll(world, [
    ['sharing_consent', { id: consentId, ...of, ...said, heard_by: tess, heard_at: SINCE }],
    ['share', { id: shareId, ...of, staff_id: more.to === undefined ? null : await staffOf(world, more.to), ...shared, parts: more.parts ?? ['workers', 'attendance'] }],
    ['share_ground', { id: shareId, person_id: personId, basis: 'consent', consent_id: consentId, parts_words: 'They asked for it.' }],
  ]);
  return { shareId, consentId };
} // biome-ignore format: a table reads as a table

async function shared(world: World, more: Parameters<typeof shareOf>[2] = {}): Promise<Records> {
  const personId = await personOnRecord(world);
  return { personId, ...(await shareOf(world, personId, more)) };
}

/** Shares that somebody of an agency may meet, besides the one that stands with the police on every child of the matrix. */
export const SHARED_KINDS: Readonly<Record<string, (world: World) => Promise<Records>>> = {
  'a share with the health agency': (world) => shared(world, { agency: 'Health' }),
  'a share with Kit Slate alone': (world) => shared(world, { agency: 'Education', to: 'edu' }),
  'a share that ran out': (world) => shared(world, { until: LATER }),
  'a share that was ended': async (world) => {
    const records = await shared(world);
    await world.rows("update share set ended_at = $2, ended_by = shared_by, ended_why = 'It was enough.' where id = $1", [records['shareId'], LATER]);
    return records;
  },
  'a share whose consent was withdrawn': async (world) => {
    const records = await shared(world);
    await world.rows("update sharing_consent set withdrawn_at = $2, withdrawn_by = heard_by, withdrawn_words = 'Her mother rang.' where id = $1", [
      records['consentId'], LATER,
    ]);
    return records;
  },
}; // biome-ignore format: a statement reads in one line
