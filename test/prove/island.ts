import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { reachDatabase } from '../../src/commands/database.ts';
import { readConfig } from '../../src/config.ts';
import { readScenario, type Scenario } from '../../src/island/scenario.ts';
import type { PoolTarget } from '../../src/platform/database/pool.ts';
import { type Installation, newInstallation } from './program.ts';
import type { Proof } from './proof.ts';

const FILE = join(import.meta.dirname, '..', '..', 'island', 'brief-2021.json');
const AS_OF = '2021-03-05';
const SEEDS = ['continuum', 'jersey', 'bench'] as const;

/** The figures of the scenario, and what each is when the rows are counted plainly, by SQL that knows nothing of the measures. */
const FIGURES: readonly Figure[] = [
  { measure: 'O1', asked: 'childrenOpen', recount: countOf('period_of_service', 'began_on', '') },
  { measure: 'C1', asked: 'onPlans', recount: countOf('protection_plan', 'began_on', '') },
  { measure: 'L1', asked: 'inCare', recount: countOf('period_of_care', 'began_on', '') },
  {
    measure: 'W1',
    asked: 'busiestWorker',
    recount: `select array_agg(staff_id::text) as ids, avg(children)::float8 as value, max(children)::integer as most
      from (${grouped('allocation', 'from_on', "and kind = 'worker'")}) each`,
  },
];
const AGED = `select count(*)::integer as aged from (${standing('period_of_care', 'began_on', '')}) c join person p on p.id = c.person_id
  where extract(year from age($1::date, p.born_on)) in (16, 17)`;

type Figure = {
  readonly measure: string;
  readonly asked: 'childrenOpen' | 'onPlans' | 'inCare' | 'busiestWorker';
  readonly recount: string;
};

function standing(table: string, from: string, more: string): string {
  return `select * from ${table} where ${from} <= $1::date and (ended_on is null or ended_on > $1::date) ${more}`;
}

function countOf(table: string, from: string, more: string): string {
  return `select array_agg(person_id::text) as ids, count(*)::float8 as value, null::integer as most
    from (select distinct person_id from (${standing(table, from, more)}) standing) each`;
}

function grouped(table: string, from: string, more: string): string {
  return `select staff_id, count(distinct person_id) as children from (${standing(table, from, more)}) standing group by staff_id`;
}

/** Three islands in every detail, each made and asked by the program itself. */
export const ISLAND: Proof = {
  id: 'island',
  goal: `Made from three seeds, the island of the scenario shows exactly its figures by the command "measure", and plain SQL counts the same.`,
  seed: SEEDS.join(', '),
  async run(say) {
    const scenario = readScenario(readFileSync(FILE, 'utf8'));
    if (!scenario.ok) throw new Error(`${FILE} is no scenario`);
    const installation = await newInstallation();
    const config = readConfig({ DATA_DIR: installation.folder });
    if (!config.ok) throw new Error('the configuration of the proof is wrong');
    const server = await reachDatabase(config.value, () => undefined);
    const outcome: Outcome = { attempts: 0, faults: [], figures: {} };
    try {
      for (const seed of SEEDS)
        await liveThrough({ seed, installation, owner: server.owner, outcome, say }, scenario.value);
    } finally {
      await server.stop();
      await installation.remove();
    }
    return { ...outcome, failures: outcome.faults.length };
  },
};

type Outcome = { attempts: number; readonly faults: string[]; readonly figures: Record<string, string> };
type Living = {
  readonly seed: string;
  readonly installation: Installation;
  readonly owner: PoolTarget | string;
  readonly outcome: Outcome;
  say(line: string): void;
};
type Told = { value: number; most: number | null; ids: readonly string[] };

async function liveThrough(living: Living, scenario: Scenario): Promise<void> {
  const { seed, installation, owner, outcome, say } = living;
  const words = ['--authority', seed, '--seed', seed, '--as-of', AS_OF, '--scenario', FILE];
  await installation.command('island', 'create', ...words);
  const client = new pg.Client(typeof owner === 'string' ? { connectionString: owner } : { ...owner });
  await client.connect();
  try {
    await client.query(`set search_path = ${pg.escapeIdentifier(seed)}, extensions`);
    for (const { measure, asked, recount } of FIGURES)
      for (const [month, wanted] of Object.entries(scenario[asked])) {
        const said = await installation.command(
          'measure',
          measure,
          '--month',
          month,
          '--json',
          '--authority',
          seed,
        );
        const [counted] = (await client.query<Told>(recount, [lastDay(month)])).rows;
        const told = toldIn(said);
        outcome.attempts += 1;
        outcome.figures[`${seed}, ${measure} at the end of ${month}`] = wordsOf(told);
        outcome.faults.push(...faultsOf(`${seed}, ${measure} ${month}`, wanted, told, counted));
        say(`${seed}, ${measure} ${month}: ${wordsOf(told)}, asked ${wanted}`);
      }
    for (const [month, least] of Object.entries(scenario.inCareAged16And17)) {
      const [row] = (await client.query<{ aged: number }>(AGED, [lastDay(month)])).rows;
      outcome.attempts += 1;
      outcome.figures[`${seed}, of those in care aged 16 and 17 at the end of ${month}`] = `${row?.aged}`;
      if ((row?.aged ?? 0) < least)
        outcome.faults.push(`${seed} ${month}: ${row?.aged} in care aged 16 and 17, and not ${least}`);
    }
  } finally {
    await client.end();
  }
}

function toldIn(said: string): Told {
  return JSON.parse(said.slice(said.indexOf('{')));
}

function faultsOf(what: string, wanted: number, told: Told, counted: Told | undefined): readonly string[] {
  const shown = told.most ?? told.value;
  const same = sameOf(told) === (counted === undefined ? '' : sameOf(counted));
  return [
    ...(shown === wanted ? [] : [`${what}: ${shown} came out, and ${wanted} were asked`]),
    ...(same ? [] : [`${what}: the figure and the rows disagree`]),
  ];
}

function sameOf({ value, most, ids }: Told): string {
  return JSON.stringify([value.toFixed(9), most ?? null, [...ids].toSorted()]);
}

function wordsOf({ value, most }: Told): string {
  return typeof most === 'number' ? `${value.toFixed(2)} on average, ${most} at most` : `${value}`;
}

function lastDay(month: string): string {
  const [year = 0, one = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, one, 0)).toISOString().slice(0, 10);
}
