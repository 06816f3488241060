import { createHash, randomUUID } from 'node:crypto';
import { DAY, fromNow, HOUR } from '../support/from-now.ts';
import type { World } from '../support/world.ts';
import { insertAll, personOnRecord, type Records, staffOf } from './records.ts';
import { restrictedTo } from './walled-records.ts';

const CHOSEN = fromNow(-3 * DAY);
const LATER = fromNow(-3 * DAY + HOUR);
const FOR_LONG = fromNow(360 * DAY);

type More = {
  readonly adviser?: string;
  readonly agreed?: boolean;
  readonly until?: string;
  readonly persons?: readonly string[];
};

/** A sample for Ada, chosen by Hugo and confirmed by Cleo unless something else is said. */
export async function sampleFor(world: World, more: More = {}): Promise<Records> {
  const persons = more.persons ?? [await personOnRecord(world)];
  const [ada, hugo, cleo] = await Promise.all([more.adviser ?? 'ada', 'hugo', 'cleo'].map((key) => staffOf(world, key)));
  const [sampleId, cases] = [randomUUID(), persons.map(() => randomUUID())];
  const agreed = more.agreed ?? true;
  const how = { purpose: 'How well we listen to children.', population: 'open', size: persons.length, seed: 'seed', out_of: 40 };
  const chosen = { chosen_by: hugo ?? '', chosen_at: CHOSEN, until_at: more.until ?? FOR_LONG, second_id: cleo ?? '' };
  await insertAll(world, [
    ['case_sample', { id: sampleId, adviser_id: ada ?? '', ...how, ...chosen, agreed: agreed ? true : null, answered_at: agreed ? CHOSEN : null }],
    ...persons.map((personId, at) => ['case_sample_case', { id: cases[at] ?? '', case_sample_id: sampleId, person_id: personId, number: at + 1 }] as const),
  ]);
  return { personId: persons[0] ?? '', sampleId, caseId: cases[0] ?? '' };
} // biome-ignore format: a table reads as a table

/** A text that the adviser of a sample attached to its first case. */
export async function documentIn(world: World, records: Records, by = 'ada'): Promise<Records> {
  const [documentId, text] = [randomUUID(), 'What I noticed.'];
  const judged = { kind: 'text', size: text.length, sha256: createHash('sha256').update(text).digest('hex') };
  const row = { id: documentId, case_sample_case_id: records['caseId'] ?? '', number: 1, words: 'My notes.', file_name: 'notes.txt', ...judged };
  const bytes = `\\x${Buffer.from(text).toString('hex')}`;
  await insertAll(world, [['case_sample_document', { ...row, bytes, attached_by: await staffOf(world, by), attached_at: LATER }]]);
  return { ...records, documentId };
} // biome-ignore format: a table reads as a table

/** Samples that an adviser may meet. */
export const SAMPLED_KINDS: Readonly<Record<string, (world: World) => Promise<Records>>> = {
  'a sample for Ada': (world) => sampleFor(world),
  'a sample nobody confirmed': (world) => sampleFor(world, { agreed: false }),
  'a sample that is over': (world) => sampleFor(world, { until: LATER }),
  'a sample that was ended': async (world) => {
    const records = await sampleFor(world);
    await world.rows(
      "update case_sample set ended_at = $2, ended_by = chosen_by, ended_why = 'It was enough.' where id = $1",
      [records['sampleId'], LATER],
    );
    return records;
  },
  'a document in a sample': async (world) => documentIn(world, await sampleFor(world)),
  'a document of another adviser': async (world) =>
    documentIn(world, await sampleFor(world, { adviser: 'quill' }), 'quill'),
  'a document in a sample that was ended': async (world) =>
    documentIn(world, (await SAMPLED_KINDS['a sample that was ended']?.(world)) ?? {}),
  'a document behind a wall': async (world) =>
    documentIn(world, (await SAMPLED_KINDS['a sample with a wall before its case']?.(world)) ?? {}),
  'a sample with a wall before its case': async (world) => {
    const records = await sampleFor(world);
    return {
      ...records,
      ...(await restrictedTo(world, records['personId'] ?? '', { by: 'cleo', named: ['hugo'] })),
    };
  },
};
