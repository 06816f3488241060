import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStillWorld, openWorld, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import { foldName } from '../../../language/name.ts';
import { allocate } from '../allocation/index.ts';
import { addAddress, addContactDetails, createPerson, joinHousehold } from '../person/index.ts';
import { candidatesFor } from './index.ts';

describe('Finding a person', () => {
  let world: World;
  let number: string;

  beforeAll(async () => {
    world = await openStillWorld();
    const tess = (await world.as('tess')).staffId;
    number = await world.within(async (made) => {
      const saffron = await createPerson(made, {
        names: [
          { kind: 'used', givenName: 'Saffron', familyName: 'Barnacle' },
          { kind: 'former', givenName: 'Saffron', familyName: 'Whelk' },
        ],
        bornOn: day('2015-06-08'),
      });
      await addContactDetails(made, saffron.id, { kind: 'telephone', value: '+44 7797 700123' });
      await addAddress(made, saffron.id, { lines: '7 Shingle Lane', parish: 'st-clement', guarded: true });
      const hugo = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Zoë', familyName: 'O’Keel' }],
        bornOn: day('2019-02-03'),
      });
      await addAddress(made, hugo.id, { lines: '1 Gorse Hill', parish: 'trinity', postcode: 'JE3 5AB' });
      const mother = await createPerson(made, {
        names: [{ kind: 'used', givenName: 'Ida', familyName: 'Limpet' }],
      });
      await joinHousehold(made, [hugo.id, mother.id]);
      await allocate(made, { personId: hugo.id, staffId: tess, fromOn: day('2026-11-02') });
      return saffron.number;
    });
  });
  afterAll(() => world.close());

  const found = async (who: string, typed: string) => (await (await world.as(who)).find(typed)).body;

  it.each([
    ['Safron Barnacel', 'Spelt nearly so'],
    ['barnacle saffron', 'Same name'],
    ['S Barnacle', 'Initial'],
    ['Saffron Whelk', 'Former name, Saffron Whelk'],
    ['8/6/2015', 'Born that day'],
    ['Saffren 8 June 2015', 'Born that day, spelt nearly so'],
    ['07797 700123', 'Telephone'],
    ['0044 7797 700 123', 'Telephone'],
    ['07797 701023', 'Telephone with two figures exchanged'],
    ['Saffron Wehlk', 'Former name, Saffron Whelk, spelt nearly so'],
    ['Saffron Barnacle 6 8 2015', 'Born with day and month exchanged'],
  ])('finds Saffron Barnacle by “%s” and says: %s', async (typed, why) => {
    const page = await found('nell', typed);
    expect(page).toContain('Saffron Barnacle, 11');
    expect(page).toContain(why);
  });

  it('finds by the child number as people write it', async () => {
    const page = await found('nell', `${number.slice(0, 5).toLowerCase()} ${number.slice(5)}`);
    expect(page).toContain('Saffron Barnacle, 11');
    expect(page).toContain('Child number');
  });

  it('finds by a child number in which two signs were exchanged', async () => {
    const [at = 0] = [2, 3, 4, 5, 6].filter((one) => number[one] !== number[one + 1]);
    const slipped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
    expect(await found('nell', slipped)).toContain('Child number with a slip');
  });

  it.each(['1 Gorse Hill', '1 gorze hill', 'Gorse Hill, JE3 5AB', 'je35ab'])(
    'finds who lives at “%s”, and does not tell the address',
    async (typed) => {
      const page = await found('nell', typed);
      expect(page).toContain('Zoë O’Keel, 7');
      expect(page).toContain('Lives at that address');
      expect(page.replaceAll(typed, '')).not.toContain('Gorse');
    },
  );

  it('finds a household by the name of the family: also who bears another name', async () => {
    const page = await found('nell', 'the O’Keel family');
    expect(page).toContain('Zoë O’Keel, 7');
    expect(page).toContain('Ida Limpet');
    expect(page).toContain('Same household');
    expect(await found('tess', 'the O’Keel family')).not.toContain('Limpet');
  });

  it('finds by a guarded address only for who may read it, and by no address for who may not see the child', async () => {
    expect(await found('dara', '7 Shingle Lane')).toContain('Saffron Barnacle, 11');
    expect(await found('nell', '7 Shingle Lane')).not.toContain('Barnacle');
    expect(await world.rows("select 1 from place_word where word = 'shingle'")).toEqual([]);
    expect(await found('tess', '7 Shingle Lane')).not.toContain('Barnacle');
  });

  it('finds O’Keel however the apostrophe and the accent are written', async () => {
    for (const typed of ['Zoe OKeel', "zoë o'keel", 'Zoe O Keel', 'O’KEEL'])
      expect(await found('nell', typed)).toContain('Zoë O’Keel, 7');
  });

  it('shows the parish, and none where the address is guarded', async () => {
    expect(await found('nell', 'Zoë O’Keel')).toContain('Trinity');
    expect(await found('dara', 'Saffron Barnacle')).not.toContain('St Clement');
  });

  it('finds nobody whom the viewer may not see, and says the same as of nobody', async () => {
    expect(await found('tess', 'Zoë O’Keel')).toContain('Zoë O’Keel, 7');
    const hidden = await found('tess', 'Saffron Barnacle');
    expect(hidden).toContain('Nobody found for “Saffron Barnacle”');
    for (const typed of ['8/6/2015', '07797 700123', number])
      expect(await found('tess', typed)).not.toContain('Barnacle');
  });

  it('writes down who was looked at', async () => {
    await found('otis', 'Saffron Barnacle');
    const otis = (await world.as('otis')).staffId;
    const [row] = await world.rows(
      'select cardinality(persons) as shown from audit where actor = $1 and act = $2 order by n desc limit 1',
      [otis, 'person: search'],
    );
    expect(row?.['shown']).toBe(1);
  });

  it('is not for a partner agency nor for who sees figures only', async () => {
    for (const who of ['halyard', 'quill', 'abe'])
      expect((await (await world.as(who)).find('Barnacle')).statusCode).toBe(403);
  });

  it('shows what was typed as it was typed, also when it is nonsense', async () => {
    for (const typed of ['<b>', '%%%', '\\', '-', '1', 'a'.repeat(500), '(((', '8/13/2015', '’’’'])
      expect((await (await world.as('nell')).find(typed)).statusCode).toBe(200);
    expect(await found('nell', '<b>')).not.toContain('<b>');
  });

  it('proposes who a child of a contact might be, also with day and month exchanged', async () => {
    const [first] = await world.within(({ db }) =>
      candidatesFor(db, {
        names: ['Safron Barnacle'],
        bornOn: day('2015-08-06'),
        telephones: ['07797700123'],
      }),
    );
    expect(first?.reasons.map(({ kind }) => kind)).toEqual([
      'telephone',
      'day and month exchanged',
      'spelt nearly so',
    ]);
  });
});

const GREEK_SIGNS = new Set([
  0x3d0, 0x3d1, 0x3d2, 0x3d3, 0x3d4, 0x3d5, 0x3d6, 0x3f0, 0x3f1, 0x3f2, 0x3f5, 0x3f9,
]);

describe('Folding a name', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('is the same in the database and in the program, for names in Latin letters, marks and signs', async () => {
    const letters = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0x61, max: 0x7a }) },
      { weight: 4, arbitrary: fc.integer({ min: 0xc0, max: 0x24f }) },
      // Welsh, Irish and Vietnamese letters; not the medieval ones between and after them.
      { weight: 1, arbitrary: fc.integer({ min: 0x1e00, max: 0x1e99 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0x1ea0, max: 0x1ef9 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0x300, max: 0x36f }) },
      // Greek and Cyrillic letters; the signs of mathematics among them are no part of a name, and newer servers alone make letters of them.
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0x370, max: 0x52f }).filter((code) => !GREEK_SIGNS.has(code)),
      },
      { weight: 2, arbitrary: fc.constantFrom(0x20, 0x27, 0x2d, 0x2019, 0x2e, 0x2018, 0x02bc) },
    );
    const names = fc.sample(
      fc.array(letters, { minLength: 1, maxLength: 14 }).map((codes) => String.fromCodePoint(...codes)),
      { numRuns: 4_000, seed: 20261121 },
    );
    const rows = await world.rows<{ name: string; folded: string }>(
      'select name, fold_name(name) as folded from unnest($1::text[]) as name',
      [names],
    );
    const different = rows.filter(({ name, folded }) => foldName(name) !== folded);
    expect(
      different.map(({ name, folded }) => ({ name, database: folded, program: foldName(name) })),
    ).toEqual([]);
  });
});
