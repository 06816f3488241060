import { createHash } from 'node:crypto';
import type { World } from './world.ts';

/** A year of made-up looks at records: lawful ones, and some that should be found. */
export type Year = {
  /** Each planted look as who, whose record and the day, with what makes it one. */
  readonly planted: readonly { readonly key: string; readonly pattern: string }[];
  readonly lawful: number;
  readonly days: readonly string[];
};

type Child = {
  id: string;
  mother: string;
  family: string;
  street: number;
  worker: number;
  from: number;
  until: number;
  contact: number;
};
type Look = {
  actor: string;
  at: string;
  act: string;
  persons: string[];
  subject_kind: string;
  subject_id: string | null;
};

const BEGINS = Date.UTC(2025, 8, 1);
const DAY = 86_400_000;
const DAYS = 365;
const FAMILIES = [
  'Barnacle',
  'Limpet',
  'Wrack',
  'Samphire',
  'Gannet',
  'Sandpiper',
  'Kelp',
  'Dulse',
  'Marram',
  'Sedge',
  'Tern',
  'Curlew',
  'Plover',
  'Dunlin',
  'Knot',
  'Whimbrel',
  'Turnstone',
  'Ruff',
  'Godwit',
  'Shearwater',
  'Petrel',
  'Fulmar',
  'Razorbill',
  'Guillemot',
  'Puffin',
  'Skua',
  'Eider',
  'Scoter',
  'Brent',
  'Wigeon',
  'Teal',
  'Pintail',
  'Shoveler',
  'Pochard',
  'Goldeneye',
  'Smew',
  'Avocet',
  'Bittern',
  'Crake',
  'Rail',
];
const STREETS = Array.from(
  { length: 60 },
  (_, at) =>
    `${['Gull', 'Shell', 'Sand', 'Stone', 'Harbour', 'Mill', 'Well', 'Chapel', 'Orchard', 'Meadow'][at % 10]} ${['Lane', 'Road', 'Rise', 'Row', 'Steps', 'Walk'][Math.floor(at / 10)]}`,
);
const TEAMS = 4;
const WORKERS = 24;
const HUB = 8;
/** What is planted, each so many times. The several of a gossip are planted one by one. */
export const PATTERNS = { 'same family name': 8, 'same street': 8, 'after leaving, at night': 8, 'searched often': 7, 'many at night': 6, 'of a colleague': 6, 'nothing open, at night': 7 } as const; // biome-ignore format: a table reads as a table

/** Makes staff, families, a year of work with them, and the looks at their records in the audit. The same for a seed. */
export async function yearOfLooks(world: World, { views, seed }: { views: number; seed: string }): Promise<Year> {
  const random = chance(seed);
  const pick = <Of>(all: readonly Of[]): Of => all[Math.floor(random() * all.length)] as Of;
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const id = (kind: string, at: number) => uuidOf(`${seed} ${kind} ${at}`);
  const teams = Array.from({ length: TEAMS }, (_, at) => id('team', at));
  const staff = Array.from({ length: WORKERS + HUB }, (_, at) => ({ id: id('staff', at), family: at < FAMILIES.length ? (FAMILIES[at] ?? '') : 'Quay', team: teams[at % TEAMS] ?? '', street: STREETS[(at * 7) % STREETS.length] ?? '' }));
  const at = (on: number, hour: number) => new Date(BEGINS + on * DAY + hour * 3_600_000 + Math.floor(random() * 3_000_000)).toISOString();
  const workday = () => {
    for (;;) {
      const on = whole(60, DAYS - 1);
      if (![0, 6].includes(new Date(BEGINS + on * DAY).getUTCDay())) return on;
    }
  };
  const children: Child[] = Array.from({ length: 400 }, (_, n) => {
    const from = whole(-200, DAYS - 60);
    return { id: id('child', n), mother: id('mother', n), family: pick(FAMILIES), street: whole(0, STREETS.length - 1), worker: n % WORKERS, from, until: random() < 0.5 ? from + whole(40, 300) : DAYS + 1, contact: from - whole(3, 20) };
  });
  const isOpen = (child: Child, on: number) => child.from <= on && on <= child.until;
  await keepFacts(world, { staff, teams, children, id });

  const looks: Look[] = [];
  const open = (actor: string, child: Child, on: number, hour: number, act = pick(['person: read', 'person: read', 'visit: read', 'case note: read'])) =>
    looks.push({ actor, at: at(on, hour), act, persons: act === 'person: read' ? [child.id, child.mother] : [child.id], subject_kind: act.split(':')[0] ?? '', subject_id: act === 'person: read' ? child.id : uuidOf(`${seed} row ${looks.length}`) });
  while (looks.length < views) {
    const on = workday();
    const child = pick(children);
    const [worker, turn, hour] = [staff[child.worker], random(), whole(8, 17)];
    if (worker === undefined) continue;
    if (turn < 0.74) { if (isOpen(child, on)) open(worker.id, child, on, random() < 0.03 ? 21 : hour); continue; }
    if (turn < 0.86) { if (isOpen(child, on)) open(pick(staff.filter(({ team }, n) => team === worker.team && n < WORKERS)).id, child, on, hour); continue; }
    if (turn < 0.95) { if (on >= child.contact && on <= child.contact + 30) open(staff[WORKERS + whole(0, HUB - 1)]?.id ?? '', child, on, hour); continue; }
    if (turn < 0.97) { if (on > child.until && on <= child.until + 14) open(worker.id, child, on, hour); continue; }
    // A telephone call about a child with whom nobody of the hub has to do just now.
    if (random() < 0.5 && isOpen(child, on)) open(staff[WORKERS + whole(0, HUB - 1)]?.id ?? '', child, on, hour);
  }
  const lawful = looks.length;
  const planted: { key: string; pattern: string }[] = [];
  const plant = (pattern: string, actor: string, child: Child, on: number, hour: number, act?: string) => {
    open(actor, child, on, hour, act ?? 'person: read');
    planted.push({ key: `${actor} ${child.id} ${new Date(BEGINS + on * DAY).toISOString().slice(0, 10)}`, pattern });
  };
  const stranger = (fits: (child: Child, on: number, who: (typeof staff)[number]) => boolean) => {
    for (;;) {
      const [child, on, n] = [pick(children), workday(), whole(0, WORKERS + HUB - 1)];
      const who = staff[n];
      const tied = who === undefined || staff[child.worker]?.team === who.team || (on >= child.contact && on <= child.contact + 31);
      if (!tied && fits(child, on, who)) return { child, on, who };
    }
  };
  const times = (pattern: keyof typeof PATTERNS, work: () => void) => { for (let n = 0; n < PATTERNS[pattern]; n += 1) work(); };
  times('same family name', () => { const { child, on, who } = stranger((c, _, w) => c.family === w.family); plant('same family name', who.id, child, on, whole(9, 16)); });
  times('same street', () => { const { child, on, who } = stranger((c, _, w) => STREETS[c.street] === w.street); plant('same street', who.id, child, on, whole(9, 16)); });
  times('after leaving, at night', () => {
    for (;;) {
      const child = pick(children);
      const on = workday();
      const who = staff[child.worker];
      if (who === undefined || child.until > DAYS || on - child.until < 20 || on - child.until > 300) continue;
      return plant('after leaving, at night', who.id, child, on, 21);
    }
  });
  times('searched often', () => {
    const { child, on, who } = stranger(() => true);
    for (let n = 0; n < 4; n += 1) looks.push({ actor: who.id, at: at(on, 10 + n), act: 'person: search', persons: [child.id, ...children.slice(n, n + 5).map((one) => one.id)], subject_kind: 'person', subject_id: null });
    plant('searched often', who.id, child, on, 15);
  });
  times('many at night', () => {
    const { child, on, who } = stranger(() => true);
    for (let n = 0, more = 0; more < 11 && n < 200; n += 1) {
      const other = pick(children);
      if (staff[other.worker]?.team === who.team || other.id === child.id) continue;
      open(who.id, other, on, 22, 'person: read');
      more += 1;
    }
    plant('many at night', who.id, child, on, 22);
  });
  times('of a colleague', () => {
    const { child, on, who } = stranger((c, _, w) => ofAColleague(c) && staff[(c.worker + 5) % WORKERS]?.id !== w.id);
    plant('of a colleague', who.id, child, on, whole(9, 16));
  });
  times('nothing open, at night', () => { const { child, on, who } = stranger((c, day) => day > c.until + 95); plant('nothing open, at night', who.id, child, on, 21); });
  await keepLooks(world, looks);
  const days = Array.from({ length: DAYS - 60 }, (_, n) => new Date(BEGINS + (60 + n) * DAY).toISOString().slice(0, 10));
  return { planted, lawful, days };
} // biome-ignore format: a pattern reads in one line

/** One child in twenty is a relative of somebody of the staff. */
function ofAColleague({ id }: Pick<Child, 'id'>): boolean {
  return Number.parseInt(id.slice(0, 6), 16) % 20 === 0;
}

async function keepFacts(world: World, { staff, teams, children, id }: { staff: readonly { id: string; family: string; team: string; street: string }[]; teams: readonly string[]; children: readonly Child[]; id: (kind: string, at: number) => string }): Promise<void> {
  const on = (n: number) => new Date(BEGINS + n * DAY).toISOString().slice(0, 10);
  const put = (table: string, rows: readonly object[]) => world.rows(
    `insert into ${table} (${Object.keys(rows[0] ?? {}).join(', ')}) select ${Object.keys(rows[0] ?? {}).join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
  const ended = children.map((child) => (child.until > DAYS ? null : on(child.until)));
  const aboutAll = <Of>(work: (child: Child, n: number) => Of) => children.map(work);
  await world.rows('set session_replication_role = replica');
  await put('team', teams.map((team, n) => ({ id: team, title: `Team ${n} of the year`, service: 'assessment' })));
  await put('staff', staff.map((one, n) => ({ id: one.id, given_name: `Worker${n}`, family_name: one.family, keys_off: false, theme: 'light', started_on: '2018-01-01' })));
  await put('post', staff.map((one, n) => ({ id: id('post', n), team_id: one.team, role: n < WORKERS ? 'social worker' : 'social care hub worker', title: 'Worker' })));
  await put('post_holding', staff.map((one, n) => ({ id: id('holding', n), post_id: id('post', n), staff_id: one.id, from_on: '2018-01-01' })));
  await put('staff_home', staff.map((one, n) => ({ id: id('home', n), staff_id: one.id, street: one.street, said_at: '2025-01-01T09:00:00Z' })));
  await put('person', aboutAll((child, n) => [{ id: child.id, number: `YC${n + 10_000}`, born_on_certainty: 'not known' }, { id: child.mother, number: `YM${n + 10_000}`, born_on_certainty: 'not known' }]).flat());
  await put('person_name', aboutAll((child, n) => ({ id: id('name', n), person_id: child.id, kind: 'used', given_name: `Child${n}`, family_name: child.family })));
  await put('relationship', aboutAll((child, n) => ({ id: id('relation', n), person_id: child.id, other_id: child.mother, kind: 'mother', parental_responsibility: 'yes' })));
  await put('address', aboutAll((child, n) => ({ id: id('address', n), person_id: child.id, lines: `${n % 40} ${STREETS[child.street]}`, guarded: false })));
  await put('allocation', aboutAll((child, n) => ({ id: id('allocation', n), person_id: child.id, staff_id: staff[child.worker]?.id, kind: 'worker', from_on: on(child.from), ended_on: ended[n] })));
  await put('period_of_service', aboutAll((child, n) => ({ id: id('period', n), person_id: child.id, kind: 'assessment', basis: 'decided', basis_words: 'Made up.', ended_reason: ended[n] === null ? null : 'worked', team_id: staff[child.worker]?.team, began_on: on(child.from), ended_on: ended[n] })));
  await put('contact', aboutAll((child, n) => ({ id: id('contact', n), reference: `Y-${n}`, channel: 'call', source: '2A', told_at: `${on(child.contact)}T09:00:00Z`, told_on: on(child.contact), words: 'A call.' })));
  await put('contact_person', aboutAll((child, n) => ({ contact_id: id('contact', n), person_id: child.id })));
  const barred = children.filter(ofAColleague);
  await put('barred', barred.map((child, n) => ({ staff_id: staff[(child.worker + 5) % WORKERS]?.id, person_id: child.id, said_id: id('said', n) })));
  await world.rows('set session_replication_role = origin');
} // biome-ignore format: a table reads as a table

async function keepLooks(world: World, looks: readonly Look[]): Promise<void> {
  const sorted = looks.toSorted((one, other) => (one.at < other.at ? -1 : 1));
  for (let from = 0; from < sorted.length; from += 5000)
    await world.rows(
      `insert into audit (id, at, actor, request, act, subject_kind, subject_id, persons, allowed, decided_by)
       select gen_random_uuid(), l.at, l.actor, 'r', l.act, l.subject_kind, l.subject_id, array(select jsonb_array_elements_text(l.persons)::uuid), true, 'role'
       from jsonb_to_recordset($1::jsonb) as l (at timestamptz, actor uuid, act text, subject_kind text, subject_id uuid, persons jsonb)`,
      [JSON.stringify(sorted.slice(from, from + 5000))],
    );
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function chance(seed: string): () => number {
  let state = Number.parseInt(createHash('sha256').update(seed).digest('hex').slice(0, 8), 16);
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
