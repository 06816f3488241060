import { randomUUID } from 'node:crypto';
import { agencyOf, insertAll } from '../trust/records.ts';
import { STAFF } from './staff.ts';
import type { World } from './world.ts';

type Rows = Parameters<typeof insertAll>[1];
type Values = Rows[number][1];

/** The roles that meet everyone who is not walled off, written by hand from the description of the roles. */
const MEETS_EVERYONE = new Set(['cleo', 'nell', 'sol', 'bea', 'dara', 'otis', 'hugo']);
const WORKERS = ['tess', 'ivo', 'fern', 'mira'];
/** Who answers for whom. */
const MANAGER: Readonly<Record<string, string>> = {
  tess: 'mira',
  ivo: 'mira',
  nell: 'cleo',
  sol: 'cleo',
  bea: 'cleo',
  dara: 'cleo',
  otis: 'cleo',
};
const TEAM_OF = new Map(STAFF.map(({ key, team }) => [key, team]));
const AGENCY_OF = new Map(STAFF.map(({ key, agency }) => [key, agency]));
const ROLE_OF = new Map(STAFF.map(({ key, role }) => [key, role]));
const EVERYBODY = STAFF.map(({ key }) => key);
const HOUR = 3_600_000;

type Wall = {
  readonly sealed: boolean;
  readonly named: readonly string[];
  readonly roles: readonly string[];
  readonly by: string;
  readonly second: string;
  readonly stands: boolean;
};

/** A child with everything by which somebody may come to see them, or be kept from it: the facts alone, and no table that a policy asks. */
export type Child = {
  readonly personId: string;
  readonly working: readonly string[];
  readonly team: string | undefined;
  readonly wall: Wall | undefined;
  readonly relativeOf: string | undefined;
  readonly emergency: { readonly who: string; readonly live: boolean } | undefined;
  /** With the police: it stands, or it ended or ran out. */
  readonly share: 'stands' | 'over' | undefined;
};

/** One world of children, with who is away and who covers for them. */
export type Sights = { readonly children: readonly Child[]; readonly covers: ReadonlyMap<string, string> };

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Whether somebody may open the record of a child: wall, own and relatives first, then role or relation (the access model, in plain code). */
export function maySee(who: string, child: Child, covers: Sights['covers']): boolean {
  const { wall, emergency } = child;
  if (child.relativeOf === who) return false;
  const opened = emergency?.who === who && emergency.live && !(wall?.stands && wall.sealed);
  if (wall?.stands && !opened && !isNamed(who, wall)) return false;
  if (MEETS_EVERYONE.has(who) || opened) return true;
  if (wall?.stands && wall.named.includes(who)) return true;
  const worksOrAnswers = child.working.some(
    (worker) => worker === who || MANAGER[worker] === who || covers.get(worker) === who,
  );
  return worksOrAnswers || (child.team !== undefined && TEAM_OF.get(who) === child.team);
}

/** Whether somebody reads of a share: who may open the record, and its agency for as long as it stands, behind no wall of any kind. */
export function mayReadShare(who: string, child: Child, covers: Sights['covers']): boolean {
  if (child.share === undefined) return false;
  const isTheirs = AGENCY_OF.get(who) === 'Police' && child.share === 'stands';
  return maySee(who, child, covers) || (isTheirs && !child.wall?.stands && child.relativeOf !== who);
}

function isNamed(who: string, wall: Wall): boolean {
  const second = wall.sealed && wall.second === who;
  return wall.by === who || second || wall.named.includes(who) || wall.roles.includes(ROLE_OF.get(who) ?? '');
}

let numbers = 0;

/** Makes a world by chance and writes its facts. */
export async function randomSights(
  world: World,
  staff: ReadonlyMap<string, string>,
  teams: ReadonlyMap<string, string>,
  chance: () => number,
  size: number,
): Promise<Sights> {
  const one = (list: readonly string[]): string => list[Math.floor(chance() * list.length)] ?? '';
  const when = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
  const of = (key: string) => staff.get(key) ?? '';
  const police = await agencyOf(world, 'Police');
  const day = when(-72).slice(0, 10);
  const rows: [string, Values][] = [];
  const later: string[] = [];
  const covers = new Map<string, string>();
  if (chance() < 0.6) {
    const away = one(WORKERS);
    const cover = one(WORKERS.filter((key) => key !== away));
    covers.set(away, cover);
    rows.push([
      'absence',
      { staff_id: of(away), covered_by: of(cover), from_at: when(-5), until_at: when(24) },
    ]);
  }
  const children = Array.from({ length: size }, (): Child => {
    const personId = randomUUID();
    numbers += 1;
    const person = { person_id: personId };
    rows.push(
      [
        'person',
        {
          id: personId,
          number: `W${numbers.toString(36).toUpperCase().padStart(7, '0')}`,
          born_on: '2015-06-08',
        },
      ],
      ['person_name', { ...person, kind: 'used', given_name: 'Juniper', family_name: 'Limpet' }],
      ['contact_details', { ...person, kind: 'telephone', value: '01632 960111' }],
      ['attendance', { ...person, kind: 'school', named: 'Gull Rock School' }],
      [
        'child_statement',
        { ...person, kind: 'likes', words: 'The sea.', stated_on: day, stated_by: of('tess') },
      ],
    );
    const working = [...new Set([one(WORKERS), one(WORKERS)])].filter(() => chance() < 0.4);
    for (const [at, key] of working.entries())
      rows.push([
        'allocation',
        { ...person, staff_id: of(key), kind: at === 0 ? 'worker' : 'co-worker', from_on: day },
      ]);
    if (chance() < 0.3)
      rows.push([
        'allocation',
        { ...person, staff_id: of(one(WORKERS)), kind: 'co-worker', from_on: day, ended_on: day },
      ]);
    const team = chance() < 0.3 ? one([...teams.keys()]) : undefined;
    const period = { ...person, kind: 'in need', basis: 'decided', basis_words: 'Help.', began_on: day };
    if (team !== undefined) rows.push(['period_of_service', { ...period, team_id: teams.get(team) ?? '' }]);
    const wall = chance() < 0.4 ? wallOf() : undefined;
    if (wall !== undefined) putUp(personId, wall);
    const relativeOf = chance() < 0.15 ? one(EVERYBODY) : undefined;
    const told = { ...person, kind: 'relative', said_by: of('abe'), said_at: when(-48) };
    if (relativeOf !== undefined) rows.push(['own_or_relative', { ...told, staff_id: of(relativeOf) }]);
    const emergency = chance() < 0.2 ? { who: one(EVERYBODY), live: chance() < 0.6 } : undefined;
    const asked = {
      ground: 'in danger now',
      words: `Somebody rang about ${personId}.`,
      hours: 4,
      tries: 1000,
    };
    if (emergency !== undefined)
      rows.push([
        'emergency_access',
        {
          staff_id: of(emergency.who),
          number: `W${numbers.toString(36).toUpperCase().padStart(7, '0')}`,
          ...asked,
          asked_at: when(emergency.live ? -0.2 : -6),
        },
      ]);
    const share = chance() < 0.4 ? shareOf(personId) : undefined;
    return { personId, working, team, wall, relativeOf, emergency, share };
  });

  function shareOf(personId: string): Child['share'] {
    const share = randomUUID();
    const [stands, ranOut] = [chance() < 0.5, chance() < 0.5];
    const purpose = { purpose: 'keep safe', purpose_words: 'Whom to ring.', parts: ['workers'] };
    const shared = {
      shared_by: of('tess'),
      shared_at: when(-48),
      until_at: when(!stands && ranOut ? -1 : 48),
    };
    rows.push(
      ['share', { id: share, person_id: personId, agency_id: police, ...purpose, ...shared }],
      ['share_ground', { id: share, person_id: personId, basis: 'public function', basis_words: 'Decided.' }],
    );
    const ended = `ended_at = '${when(-2)}', ended_by = shared_by, ended_why = 'Enough.'`;
    if (!stands && !ranOut) later.push(`update share set ${ended} where id = '${share}'`);
    return stands ? 'stands' : 'over';
  }
  function wallOf(): Wall {
    const by = one(['cleo', 'mira', 'hugo']);
    const second = one(['cleo', 'mira', 'hugo'].filter((key) => key !== by));
    const named = [one(EVERYBODY), one(EVERYBODY)].filter(() => chance() < 0.5);
    const roles =
      chance() < 0.3 ? [one(['social care hub worker', 'MASH decision maker', 'head of service'])] : [];
    return { sealed: chance() < 0.5, named: [...new Set(named)], roles, by, second, stands: chance() < 0.7 };
  }
  function putUp(personId: string, wall: Wall): void {
    const restriction = randomUUID();
    const put = { put_by: of(wall.by), put_at: when(-60), review_on: '2099-01-01', reason: 'A colleague.' };
    rows.push([
      'restriction',
      {
        id: restriction,
        person_id: personId,
        kind: wall.sealed ? 'sealed' : 'restricted',
        ...put,
        second_id: wall.sealed ? of(wall.second) : null,
      },
    ]);
    const name = { restriction_id: restriction, person_id: personId };
    for (const key of wall.named) rows.push(['restriction_name', { ...name, staff_id: of(key) }]);
    for (const role of wall.roles) rows.push(['restriction_name', { ...name, role }]);
    // What does not stand was lifted, or never agreed to.
    const over = wall.sealed ? "answered_at = '$at', agreed = false, why_not = 'No.'" : "lifted_at = '$at'";
    if (!wall.stands)
      later.push(`update restriction set ${over.replace('$at', when(-50))} where id = '${restriction}'`);
  }

  const before = rows.filter(([table]) => table !== 'emergency_access');
  await insertAll(world, before);
  if (later.length > 0) await world.rows(later.join(';\n'));
  const emergencies = rows.filter(([table]) => table === 'emergency_access');
  if (emergencies.length > 0) await insertAll(world, emergencies);
  return { children, covers };
}

/** Whoever was away is back: the next world has its own. */
export async function backAtWork(world: World): Promise<void> {
  await world.rows('update absence set ended_at = now() where ended_at is null');
}

export const VIEWERS = EVERYBODY;
