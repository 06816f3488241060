import { beforeAll, describe, expect, it } from 'vitest';
import { isDay } from '../language/day.ts';
import { JERSEY } from '../profile/jersey.ts';
import { makeIsland } from './create.ts';
import { fingerprint, type Ledger, type LedgerRow, type Table } from './ledger.ts';
import { SURNAME_COUNT } from './names.ts';

const NOW = new Date('2026-11-18T14:02:00Z');
const wish = { profile: JERSEY, seed: 'test', children: 400, now: NOW };
const rows = (ledger: Ledger, table: Table): readonly LedgerRow[] => ledger.added.get(table) ?? [];

describe('The same wish', () => {
  it('gives the same island, to the last letter', () => {
    expect(fingerprint(makeIsland(wish))).toBe(fingerprint(makeIsland(wish)));
  });

  it('gives another island when the seed is another', () => {
    expect(fingerprint(makeIsland({ ...wish, seed: 'other' }))).not.toBe(fingerprint(makeIsland(wish)));
  });
});

describe('The island of the demonstration', () => {
  let island: Ledger;
  beforeAll(() => {
    island = makeIsland({ ...wish, children: 9_600 });
  });
  const waiting = () => {
    const changes = island.changed.get('contact') ?? [];
    const answered = new Set(changes.filter((row) => row['answered_at']).map(({ id }) => id));
    return rows(island, 'contact').filter(({ id }) => !answered.has(id));
  };

  it('has contacts that vary from month to month as those of a real island do', () => {
    const monthOf = new Map(
      rows(island, 'contact').map((row) => [row['id'], String(row['told_on']).slice(0, 7)]),
    );
    const told = Map.groupBy(rows(island, 'contact_child'), (row) => monthOf.get(row['contact_id']) ?? '');
    const months = [...told]
      .filter(([month]) => month >= '2023-11' && month < '2026-11')
      .map(([, ofMonth]) => ofMonth.length);
    expect(months).toHaveLength(36);
    const mean = months.reduce((sum, count) => sum + count, 0) / months.length;
    const variance = months.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (months.length - 1);
    expect(variance / mean).toBeGreaterThan(1.5);
    expect(variance / mean).toBeLessThan(4);
  });

  it('has about as many children on record as were asked for', () => {
    const children = new Set(
      rows(island, 'relationship')
        .filter(({ kind }) => kind === 'mother')
        .map((row) => row['person_id']),
    );
    expect(children.size).toBeGreaterThan(9_600 * 0.97);
    expect(children.size).toBeLessThan(9_600 * 1.01);
  });

  it('has answered every contact but those on the board of today', () => {
    expect(waiting().length).toBeGreaterThanOrEqual(14);
    expect(waiting().length).toBeLessThanOrEqual(25);
    const longAgo = new Date(NOW.getTime() - 10 * 86_400_000);
    expect(waiting().filter((row) => Number(row['told_at']) < longAgo.getTime())).toEqual([]);
  });

  it('has on the board a red contact that nobody has seen, an unborn child, three of a family, and partners who are asked', () => {
    const ids = new Set(waiting().map(({ id }) => id));
    const ofBoard = (table: Table) => rows(island, table).filter((row) => ids.has(row['contact_id']));
    expect(ofBoard('contact_alert').some((row) => row['acknowledged_at'] === undefined)).toBe(true);
    expect(ofBoard('contact_child').some((row) => row['due_on'])).toBe(true);
    expect(ofBoard('contact_child').some((row) => row['position'] === 3)).toBe(true);
    expect(ofBoard('contact_child').some((row) => row['person_id'] === null)).toBe(true);
    const answers = new Set(rows(island, 'partner_answer').map((row) => row['partner_check_id']));
    expect(ofBoard('partner_check').some(({ id }) => !answers.has(id))).toBe(true);
  });

  it('gives nobody two homes at once', () => {
    const homes = rows(island, 'address')
      .filter((row) => !row['until_on'])
      .map((row) => row['person_id']);
    expect(new Set(homes).size).toBe(homes.length);
  });

  it('records nothing before it was told and nothing that lies ahead, but for the rota', () => {
    const told = rows(island, 'contact').filter((row) => Number(row['recorded_at']) < Number(row['told_at']));
    expect(told).toEqual([]);
    for (const [table, all] of [...island.added, ...island.changed]) {
      const ahead = all.filter((row) => Number(row['recorded_at']) > NOW.getTime());
      expect([table, ahead.length]).toEqual([table, 0]);
    }
  });

  it('writes some contacts down days after they were told', () => {
    const late = rows(island, 'contact').filter(
      (row) => Number(row['recorded_at']) - Number(row['told_at']) > 86_400_000,
    );
    expect(late.length).toBeGreaterThan(100);
  });

  it('names no real telephone: only ranges kept for drama', () => {
    const numbers = rows(island, 'contact_details')
      .filter(({ kind }) => kind === 'telephone')
      .map((row) => String(row['value']));
    expect(numbers.length).toBeGreaterThan(5_000);
    expect(numbers.filter((number) => !/^(07700 900|01632 960|01\d\d 49[68] 0)\d{3}$/.test(number))).toEqual(
      [],
    );
  });

  it('has surnames enough for a search to be worth trying', () => {
    expect(SURNAME_COUNT).toBeGreaterThan(400);
    const used = new Set(rows(island, 'person_name').map((row) => row['family_name']));
    expect(used.size).toBeGreaterThan(400);
  });

  it('leaves no slot of a sentence unfilled and begins each with a capital', () => {
    const words = rows(island, 'contact').map((row) => String(row['words']));
    expect(words.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
    expect(new Set(words).size).toBeGreaterThan(words.length * 0.7);
  });

  it('keeps days as days', () => {
    for (const row of rows(island, 'contact')) expect(isDay(String(row['told_on']))).toBe(true);
  });
});
