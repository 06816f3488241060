import { randomUUID } from 'node:crypto';
import { insert, insertAll, KINDS, type Records, staffOf } from '../../trust/records.ts';
import { STAFF } from '../staff.ts';
import type { World } from '../world.ts';

/** One kind of secret: what differs between the two worlds, who must not learn of it, and what they would ask with if they guessed. */
export type Secret = {
  readonly kind: string;
  /** By the names of the staff in the tests; nobody signed in is always one of them. */
  readonly unentitled: readonly string[];
  /** Puts it into both worlds, in each as it is there, and gives the words and the records that are asked about. */
  plant(one: World, other: World, base: Base): Promise<Planted>;
  /** The control: takes the wall away and leaves the rest. */
  unwall(world: World): Promise<unknown>;
};

/** What stands in both worlds alike. */
export type Base = { readonly child: Records; readonly others: readonly Records[] };

export type Planted = { readonly words: readonly string[]; readonly records: Records };

const EVERYBODY = STAFF.map(({ key }) => key);
const but = (...keys: readonly string[]) => EVERYBODY.filter((key) => !keys.includes(key));

const TOLD = '2026-11-19T09:12:00Z';

/** A child who is there in one world alone, sealed and named to Dara; brother or sister, neighbour and schoolmate of children who are not. */
const SEALED: Secret = {
  kind: 'a sealed child',
  // The police were asked about the child, and see what they were asked.
  unentitled: but('dara', 'halyard'),
  async plant(twin, world, { child }) {
    const records = await sealedChild(world);
    await alsoIn(twin, world);
    const personId = records['personId'] ?? '';
    const of = { person_id: personId };
    await world.rows("update person_name set given_name = 'Quenby', family_name = 'Saltmarsh' where person_id = $1", [personId]);
    await world.rows("update person set born_on = '2014-02-11' where id = $1", [personId]);
    await world.rows("update contact_child set given_name = 'Quenby', family_name = 'Saltmarsh' where person_id = $1", [personId]);
    await insertAll(world, [
      ['address', { ...of, lines: '31 Samphire Rise', parish: 'st-ouen', postcode: 'JE3 2ZZ' }],
      ['contact_details', { ...of, kind: 'telephone', value: '07700 900461' }],
      ['relationship', { ...of, other_id: child['personId'] ?? '', kind: 'sibling' }],
      ['relationship', { person_id: child['personId'] ?? '', other_id: personId, kind: 'sibling' }],
      ['attendance', { ...of, kind: 'school', named: 'Gull Rock School' }],
    ]);
    const tess = await staffOf(world, 'tess');
    await insert(world, 'allocation', { ...of, staff_id: tess, kind: 'worker', from_on: '2026-11-01' });
    await contactAboutBoth(world, personId, child['personId'] ?? '');
    await sameHousehold(world, personId, child['personId'] ?? '');
    const [{ number = '' } = {}] = await world.rows<{ number: string }>('select number from person where id = $1', [personId]);
    return {
      records,
      words: ['Quenby', 'Saltmarsh', 'Quenby Saltmarsh', 'Qenby Saltmash', 'quenby', 'Salt', '11/2/2014', '11 February 2014', '2014-02-11',
        '07700 900461', '900461', '31 Samphire Rise', 'Samphire', 'JE3 2ZZ', number, personId],
    };
  },
  // Both worlds stand at one hour of the day, which may lie before now.
  unwall: (world) => world.rows("update wall set until = '-infinity'"),
}; // biome-ignore format: rows read as rows

/** Where somebody lives who would be harmed if it were known: guarded in both worlds, and another place in each. */
const GUARDED: Secret = {
  kind: 'a guarded address',
  unentitled: but('dara', 'cleo', 'otis', 'tess', 'ivo', 'mira', 'hugo'),
  async plant(one, other, { child }) {
    const personId = child['personId'] ?? '';
    const ids = [randomUUID(), randomUUID()];
    const places = [
      { lines: '14 Kelp Steps', parish: 'st-brelade', postcode: 'JE2 4WA' },
      { lines: '77 Limpet Row', parish: 'st-ouen', postcode: 'JE3 9ZZ' },
    ];
    for (const [at, world] of [one, other].entries()) {
      const { lines = '', parish = '', postcode = '' } = places[at] ?? {};
      await insert(world, 'address', { id: ids[0] ?? '', person_id: personId, lines, parish, postcode, guarded: true });
      await insert(world, 'address', { id: ids[1] ?? '', person_id: personId, lines: `1 ${lines}`, parish, postcode, guarded: true, until_on: '2026-11-18' });
      await world.rows("insert into contact_child_place (id, contact_id, address, parish) select id, contact_id, $2, $3 from contact_child where person_id = $1", [personId, lines, parish]);
    }
    return {
      records: child,
      words: ['14 Kelp Steps', '77 Limpet Row', 'Kelp', 'Limpet', 'JE2 4WA', 'JE3 9ZZ', 'JE3', 'st-ouen', 'St Brelade', personId],
    };
  },
  unwall: (world) => world.rows('update address set guarded = false'),
}; // biome-ignore format: rows read as rows

/** Who told us and asked not to be named: somebody else in each world. */
const REPORTER: Secret = {
  kind: 'a reporter',
  unentitled: but('dara', 'cleo', 'nell', 'sol', 'otis', 'mira', 'hugo'),
  async plant(one, other, { child }) {
    const told = { may_be_named: false, kind: 'family', agency_id: null, agency_named: null, role: null };
    const who = [
      { name: 'Odile Thrift', telephone: '07700 900112', email: 'odile@shore.example', relation_to_child: 'neighbour' },
      { name: 'Barnaby Kittiwake', telephone: '07700 900998', email: 'bk@shore.example', relation_to_child: 'aunt' },
    ];
    for (const [at, world] of [one, other].entries()) {
      const set = Object.entries({ ...told, ...who[at] });
      await world.rows(
        `update contact_referrer set ${set.map(([name], n) => `${name} = $${n + 2}`).join(', ')}
          where contact_id in (select contact_id from contact_child where person_id = $1)`,
        [child['personId'], ...set.map(([, value]) => value)],
      );
      await world.rows(
        `insert into contact_said (id, contact_id, position, about, question, words, field_class)
         select id, contact_id, 1, 'you', 'How do you know the family?', $2, 'reporter' from contact_child where person_id = $1`,
        [child['personId'], `I am ${who[at]?.name ?? ''}, their ${who[at]?.relation_to_child ?? ''}.`],
      );
    }
    return {
      records: child,
      words: [...who.flatMap((one) => Object.values(one)), 'Odile', 'Kittiwake', '900998', child['personId'] ?? ''],
    };
  },
  unwall: (world) => world.rows(
    "create or replace function may_read(field_class text) returns boolean stable language sql as 'select true'",
  ),
}; // biome-ignore format: rows read as rows

export const SECRETS: readonly Secret[] = [SEALED, GUARDED, REPORTER];

/** Meetings and absences are nobody's secret: those that came with the child stand in both worlds. */
async function alsoIn(twin: World, world: World): Promise<void> {
  for (const table of ['screening_meeting', 'absence', 'rating_exercise']) {
    const rows = await world.rows<{ row: string }>(`select to_json(t)::text as row from ${table} t`);
    await twin.rows(`alter table ${table} disable trigger user`);
    await twin.rows(
      `insert into ${table} select (json_populate_record(null::${table}, row)).* from json_array_elements($1::json) as row on conflict (id) do update set ended_at = excluded.ended_at`.replace(
        'do update set ended_at = excluded.ended_at',
        table === 'rating_exercise'
          ? 'do nothing'
          : 'do update set ended_at = excluded.ended_at, ended_by = excluded.ended_by',
      ),
      [`[${rows.map(({ row }) => row).join(',')}]`],
    );
    await twin.rows(`alter table ${table} enable trigger user`);
  }
}

async function sealedChild(world: World): Promise<Records> {
  const make = KINDS['a sealed child that names Dara'];
  if (make === undefined) throw new Error('nobody makes a sealed child');
  return make(world);
}

/** Told of together: the narrower wall holds for the contact as a whole. */
async function contactAboutBoth(world: World, sealed: string, child: string): Promise<void> {
  const contactId = randomUUID();
  const of = { contact_id: contactId };
  await insertAll(world, [
    ['contact', { id: contactId, reference: 'C-BOTH', channel: 'call', source: '2A', told_at: TOLD, told_on: '2026-11-19', words: 'Both of them came without coats.' }],
    ['contact_referrer', { ...of, kind: 'professional', name: 'Ada Lugsail', telephone: '01632 960111' }],
    ['contact_child', { ...of, position: 1, person_id: child, given_name: 'Saffron', family_name: 'Barnacle' }],
    ['contact_child', { ...of, position: 2, person_id: sealed, given_name: 'Quenby', family_name: 'Saltmarsh' }],
  ]); // biome-ignore format: rows read as rows
}

async function sameHousehold(world: World, sealed: string, child: string): Promise<void> {
  const [found] = await world.rows<{ household_id: string }>(
    'select household_id from household_membership where person_id = $1',
    [child],
  );
  if (found !== undefined)
    await insert(world, 'household_membership', { household_id: found.household_id, person_id: sealed });
}
