import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Random, randomStream } from '../../src/island/random.ts';
import { type Id, id } from '../../src/language/id.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';
import { agencyOf, insertAll, staffOf } from './records.ts';
import { shareOf } from './shared-records.ts';

/** `npm run prove -- shares` ends 300 shares while they are read, and asks of 3,000 whom they reach. */
const ENDS = Number(process.env['SHARES_ENDED'] ?? 3);
const RANDOM = Number(process.env['SHARES_RANDOM'] ?? 60);
const SEED = 20_261_122;
const READERS = 8;
const NAME = 'Limpet';
const TYPED = 'Seen at the station, on her own.';

/** What the database asks of a share, without the line that says that it has not ended. */
const WITHOUT_END = `do $$ declare body text; begin
  select replace(pg_get_functiondef('share_reaches(uuid)'::regprocedure), 'and s.ended_at is null', '') into body;
  execute body;
end $$`;

describe('A share', () => {
  let world: World;
  let halyard: Worker;
  beforeAll(async () => {
    world = await openWorld();
    halyard = await world.as('halyard');
  });
  afterAll(() => world.close());

  async function sharedChild(turn: number): Promise<string> {
    const personId = randomUUID();
    const number = `E${String(turn).padStart(8, '0')}`;
    await insertAll(world, [
      ['person', { id: personId, number, born_on: '2015-05-05', born_on_certainty: 'known' }],
      ['person_name', { person_id: personId, kind: 'used', given_name: 'Juniper', family_name: NAME }],
      ['allocation', { person_id: personId, staff_id: await staffOf(world, 'tess'), kind: 'worker', from_on: '2026-11-20' }],
    ]); // biome-ignore format: a row reads in one line
    return (await shareOf(world, personId)).shareId;
  }

  /** Ends shares while their readers go on asking; counts what was begun after the end and told something all the same. */
  async function endWhileRead(ends: number): Promise<{ before: number; after: number; late: number; kept: number }> {
    const counts = { before: 0, after: 0, late: 0, kept: 0 };
    const tess = await world.as('tess');
    for (let turn = 0; turn < ends; turn += 1) {
      const shareId = await sharedChild(turn + (ends === ENDS ? 0 : 100_000));
      let isOver = false;
      const ask = async (reader: number) => {
        const begunAfter = isOver;
        const answer = await asks(shareId, reader);
        const told = answer.body.includes(NAME) || answer.statusCode === 303;
        if (begunAfter) counts.after += 1;
        else counts.before += told ? 1 : 0;
        if (begunAfter && told) counts.late += 1;
      };
      const goOn = async (reader: number) => {
        while (!isOver) await ask(reader);
        await ask(reader);
      };
      const reading = Array.from({ length: READERS }, (_, reader) => goOn(reader));
      const ended = await tess.post(`/shares/${shareId}/ending`, { why: 'It was enough.' });
      expect(ended.statusCode).toBe(303);
      isOver = true;
      await Promise.all(reading);
      // Whoever writes holds the share: what was kept was kept before the end was written.
      const kept = await world.rows(
        'select from share_message m join share s on s.id = m.share_id where s.id = $1 and m.recorded_at > s.recorded_at',
        [shareId],
      );
      counts.kept += kept.length;
    }
    return counts;
  } // biome-ignore format: a question reads in one line

  /** The page, the list and a message, in turn. */
  async function asks(shareId: string, reader: number) {
    if (reader % 3 === 0) return halyard.post(`/shared-children/${shareId}/messages`, { words: TYPED });
    const page = await halyard.get(reader % 3 === 1 ? `/shared-children/${shareId}` : '/shared-children');
    // Of the list only the line of this share counts: others may stand there.
    return reader % 3 === 1 || page.body.includes(shareId) ? page : { statusCode: 404, body: '' };
  }

  it('that ends while it is read tells nothing to whoever asks after its end: page, list and message', async () => {
    const { before, after, late, kept } = await endWhileRead(ENDS);
    console.log(`shares: ${ENDS} ended, ${before} told before the end, ${after} asked after it, ${late} told, ${kept} kept`);
    expect([late, kept]).toEqual([0, 0]);
    expect(before).toBeGreaterThan(0);
  }, 60_000 + ENDS * 1_000); // biome-ignore format: a line reads in one line

  type Made = {
    readonly shareId: Id; readonly agency: string; readonly to: string | undefined; readonly from: number; readonly until: number;
    readonly ended: boolean; readonly withdrawn: boolean; readonly walled: boolean; readonly barred: string | undefined;
  }; // biome-ignore format: a type reads in few lines

  /** What the rule says, written down a second time and in other words. */
  function reaches(made: Made, who: { key: string; agency: string }, at: number): boolean {
    if (who.agency !== made.agency || (made.to !== undefined && made.to !== who.key)) return false;
    if (at < made.from || at >= made.until) return false;
    return !(made.ended || made.withdrawn || made.walled) && made.barred !== who.key;
  }

  it('reaches whom the rule says and nobody else, whatever its agency, times, consent, walls and relatives', async () => {
    const people = [
      { key: 'halyard', agency: 'Police' },
      { key: 'wren', agency: 'Health' },
      { key: 'edu', agency: 'Education' },
      { key: 'lugsail', agency: 'Gull Rock School' },
    ];
    const random = randomStream(String(SEED), 'shares');
    const made: Made[] = [];
    for (let turn = 0; turn < RANDOM; turn += 1) made.push(await madeByChance(turn, random, people));
    let [asked, reached, wrong] = [0, 0, 0];
    for (const who of people) {
      const actor = id(await staffOf(world, who.key));
      const agency = id(await agencyOf(world, who.agency));
      for (const at of [5, 15, 25, 35]) {
        const now = new Date(Date.UTC(2027, 0, 1 + at));
        const found = await world.house.database.transaction(
          { authority: 'island', now, actor, principals: [actor], agency },
          async (db) => {
            const rows = await db.selectFrom('share').select('id').execute();
            const facts = await sql<{ id: Id }>`select s.id from unnest(${made.map((one) => one.shareId)}::uuid[]) s (id), shared_person(s.id)`.execute(db);
            return [new Set(rows.map((row) => row.id)), new Set(facts.rows.map((row) => row.id))];
          },
        );
        for (const one of made) {
          const should = reaches(one, who, at);
          asked += 1;
          reached += should ? 1 : 0;
          if (found.some((some) => some.has(one.shareId) !== should)) wrong += 1;
        }
      }
    }
    console.log(`shares, by chance: ${made.length} shares, ${asked} asked, ${reached} reached, ${wrong} wrong; seed ${SEED}`);
    expect(wrong).toBe(0);
    expect(reached).toBeGreaterThan(asked / 50);
  }, 60_000 + RANDOM * 100); // biome-ignore format: a question reads in one line

  async function madeByChance(turn: number, random: Random, people: readonly { key: string; agency: string }[]): Promise<Made> {
    const personId = randomUUID();
    const shareId = id(randomUUID());
    const one = random.pick(people);
    const to = random.chance(0.3) ? one.key : undefined;
    const from = random.whole(0, 19);
    const until = from + random.whole(1, 20);
    const [ended, withdrawn, walled] = [random.chance(0.15), random.chance(0.15), random.chance(0.15)];
    const barred = random.chance(0.15) ? one.key : undefined;
    const at = (day: number) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString();
    const tess = await staffOf(world, 'tess');
    const agency = await agencyOf(world, one.agency);
    const [consentId, of] = [randomUUID(), { person_id: personId, agency_id: agency }];
    await insertAll(world, [
      ['person', { id: personId, number: `R${String(turn).padStart(8, '0')}`, born_on: '2015-05-05', born_on_certainty: 'known' }],
      ['sharing_consent', { id: consentId, ...of, said_by: 'child', said_name: 'Herself', said_on: '2026-11-20', way: 'in person', words: 'Yes.', heard_by: tess, heard_at: '2026-11-20T10:00:00Z',
        withdrawn_at: withdrawn ? '2026-11-21T10:00:00Z' : null, withdrawn_by: withdrawn ? tess : null, withdrawn_words: withdrawn ? 'No.' : null }],
      ['share', { id: shareId, ...of, staff_id: to === undefined ? null : await staffOf(world, to), purpose: 'help', purpose_words: 'To help.', parts: ['workers'], shared_by: tess, shared_at: at(from), until_at: at(until),
        ended_at: ended ? at(from) : null, ended_by: ended ? tess : null, ended_why: ended ? 'Enough.' : null }],
      ...(walled ? [['wall', { person_id: personId, kind: 'restricted', reason: 'Why', began_at: '2026-11-20T10:00:00Z', decided_by: tess }] as const] : []),
      ...(barred === undefined ? [] : [['own_or_relative', { staff_id: await staffOf(world, barred), person_id: personId, kind: 'relative', said_by: tess, said_at: '2026-11-20T10:00:00Z' }] as const]),
    ]);
    await insertAll(world, [['share_ground', { id: shareId, person_id: personId, basis: withdrawn ? 'public function' : 'consent', basis_words: 'Why', consent_id: withdrawn ? null : consentId }]]);
    if (withdrawn) await world.rows(`set session_replication_role = replica; update share_ground set basis = 'consent', consent_id = '${consentId}' where id = '${shareId}'; set session_replication_role = default`);
    return { shareId, agency: one.agency, to, from, until, ended, withdrawn, walled, barred };
  } // biome-ignore format: a row reads in one line

  it('without the line that says it has not ended is told on after its end: the control', async () => {
    await world.rows(WITHOUT_END);
    const { late } = await endWhileRead(1);
    console.log(`shares, control: ${late} told after the end`);
    expect(late).toBeGreaterThan(0);
  }, 60_000);
});
