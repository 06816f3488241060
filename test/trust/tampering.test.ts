import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/platform/audit/verify/finding.ts';
import { type Evidence, verifyWithin } from '../../src/platform/audit/verify/verify.ts';
import { makeSealedHistory, type SealedHistory } from '../support/sealed-history.ts';
import { type Scene, sceneOf, TAMPERINGS, type Tampering } from '../support/tampering.ts';
import { openWorld, type World } from '../support/world.ts';

/** So many places for each kind, chosen by a seed; the proof G10 asks for a thousand. */
const PLACES = Number(process.env['TAMPERING_PLACES'] ?? 2);
/** Which of them, one a line; all where nobody says. */
const ONLY = process.env['TAMPERING_KINDS']?.split('\n');
const CONTROL = 'no heads';
const SEALS = PLACES > 100 ? 90 : 42;
const LONGEST = PLACES > 100 ? 1_800_000 : 600_000;
/** What is undone leaves dead rows, which everything after has to read past. */
const SWEPT_EVERY = 50;

describe('What was sealed', () => {
  let [world, history, scene]: [World?, SealedHistory?, Scene?] = [];
  let client: pg.Client;
  let tried = 0;
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the world is not open');
    return thing;
  };
  beforeAll(async () => {
    world = await openWorld();
    history = await makeSealedHistory(world, SEALS);
    client = new pg.Client(world.owner);
    await client.connect();
    await client.query('set search_path = island, extensions');
    const rows: World['rows'] = async (sql, values = []) => (await client.query(sql, [...values])).rows;
    scene = await sceneOf({ ...world, rows }, history.evidence, history.folder);
  });
  afterAll(async () => {
    await client.end();
    history?.remove();
    await world?.close();
  });

  /** Does something to the database, verifies, and undoes it. */
  async function verifiedAfter<Altered extends { evidence?: Evidence }>(
    alter: () => Promise<Altered>,
    without?: 'without heads',
  ): Promise<{ altered: Altered; verdict: Verdict }> {
    await client.query('begin; set local session_replication_role = replica');
    try {
      const altered = await alter();
      const evidence = without === undefined ? (altered.evidence ?? there(history).evidence) : undefined;
      return { altered, verdict: await verifyWithin(client, 'island', evidence) };
    } finally {
      await client.query('rollback');
      tried += 1;
      if (tried % SWEPT_EVERY === 0) await client.query('vacuum audit, audit_seal');
    }
  }

  it('agrees with its seals and with every head that left, and what is not yet sealed is counted', async () => {
    const { verdict } = await verifiedAfter(async () => ({}));
    expect(verdict).toMatchObject({ findings: [], gaps: [], notes: [], seals: SEALS, unsealed: { rows: 0 } });
    expect([verdict.rows, verdict.heads]).toEqual([there(scene).places.length, Math.ceil(SEALS / 3)]);
    const waiting = await verifiedAfter(async () => {
      await there(scene).world.rows(
        "insert into audit (id, request, act, allowed, decided_by) values (gen_random_uuid(), 'r', 'a', true, 'b')",
      );
      return {};
    });
    expect(waiting.verdict).toMatchObject({ findings: [], unsealed: { rows: 1 } });
  });

  it.each(
    TAMPERINGS.filter(({ kind }) => ONLY?.includes(kind) ?? true).map((one) => [one.kind, one] as const),
  )(
    'shows it, and where, when %s',
    async (kind, tampering) => {
      const missed: string[] = [];
      for (const place of placesFor(tampering, there(scene).places.length)) {
        const { altered, verdict } = await verifiedAfter(() => tampering.alter(there(scene), place));
        const [first] = verdict.findings;
        const named = `${first?.what} ${first?.which}`;
        if (!altered.names.includes(named))
          missed.push(`${place}: ${named}, and not ${altered.names.join(' or ')}`);
      }
      tell(`tampering: ${kind}: ${PLACES} places, ${missed.length} missed`);
      expect(missed).toEqual([]);
    },
    LONGEST,
  );

  it(
    'cannot be told from a chain that was hashed again by whoever has no heads to compare: this is why they leave',
    async () => {
      const rehash = there(TAMPERINGS.find(({ kind }) => kind.endsWith('everything after it hashed again')));
      let missed = 0;
      for (const place of placesFor(rehash, there(scene).places.length)) {
        const { verdict } = await verifiedAfter(() => rehash.alter(there(scene), place), 'without heads');
        if (verdict.findings.length === 0) missed += 1;
        expect(verdict.notes).toEqual([expect.stringContaining('No heads were given')]);
      }
      tell(`tampering: ${CONTROL}: ${PLACES} places, ${missed} missed`);
      expect(missed).toBe(PLACES);
    },
    LONGEST,
  );
});

/** For the proof, which reads it. */
function tell(line: string): void {
  if (process.env['TAMPERING_PLACES'] !== undefined) console.log(line);
}

/** Always the first and the last row, and the rest by chance from a seed. */
function placesFor({ kind }: Tampering, rows: number): number[] {
  let state = [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 20261122);
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * rows);
  };
  return Array.from({ length: PLACES }, (_, index) => [0, rows - 1][index] ?? next());
}
