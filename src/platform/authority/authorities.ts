import pg from 'pg';
import { day } from '../../language/day.ts';
import type { Profile } from '../../profile/profile.ts';
import { profileNamed } from '../../profile/profiles.ts';
import { workingDaysTable } from '../../profile/working-time.ts';
import { asOwner, migrate } from '../database/migrate.ts';
import type { PoolTarget } from '../database/pool.ts';
import type { Authority } from '../web/context.ts';

/** The days for which clocks can be reckoned. Outside them the database refuses, instead of reckoning without holidays. */
const FIRST_DAY = day('2010-01-01');
const LAST_DAY = day('2040-12-31');

/** What it takes to add an authority. */
export type NewAuthority = {
  readonly schema: string;
  readonly title: string;
  readonly profile: string;
  readonly demonstration: boolean;
  readonly host?: string | undefined;
  readonly path?: string | undefined;
  readonly asOf?: Date | undefined;
};

/** Adds an authority: its line in the directory, its schema, and the values of its profile. Adding it again changes nothing. */
export async function addAuthority(
  owner: PoolTarget | string,
  added: NewAuthority,
  migrations: string,
): Promise<void> {
  const profile = profileNamed(added.profile);
  if (profile === undefined) throw new RangeError(`there is no profile "${added.profile}"`);
  await asOwner(owner, (client) =>
    client.query(
      `insert into directory.authority (schema_name, title, profile, demonstration, host, path, as_of) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (schema_name) do nothing`,
      [
        added.schema,
        added.title,
        added.profile,
        added.demonstration,
        added.host ?? null,
        added.path ?? null,
        added.asOf ?? null,
      ],
    ),
  );
  await migrate(owner, migrations);
  await asOwner(owner, (client) => seedProfile(client, added.schema, profile));
}

/** The authorities of the directory, each with its profile. A profile that this program does not have stops it. */
export async function authoritiesIn(pool: pg.Pool | pg.Client): Promise<readonly Authority[]> {
  const found = await pool.query(
    'select schema_name, title, profile, demonstration, host, path, as_of from directory.authority order by schema_name',
  );
  return found.rows.map((row: Record<string, unknown>) => {
    const profile = profileNamed(String(row['profile']));
    if (profile === undefined)
      throw new RangeError(`${row['schema_name']} uses the profile "${row['profile']}", which is not here`);
    return {
      schema: String(row['schema_name']),
      title: String(row['title']),
      profile,
      demonstration: row['demonstration'] === true,
      asOf: row['as_of'] instanceof Date ? row['as_of'] : undefined,
      host: textOf(row['host']),
      path: textOf(row['path']),
    };
  });
}

/** Writes what the profile brings and the authority has not got yet. What was changed locally stays as it is. */
async function seedProfile(client: pg.Client, schema: string, profile: Profile): Promise<void> {
  const at = (table: string) => `${pg.escapeIdentifier(schema)}.${table}`;
  const timescales = Object.entries(profile.timescales).flatMap(([clock, editions]) =>
    editions.map((edition) => ({
      clock,
      since: edition.since,
      runs_from: edition.runsFrom,
      amount: edition.within?.amount ?? null,
      unit: edition.within?.unit ?? 'none',
      runs_at_night: edition.runsAtNight === true,
      source: edition.source,
      standing: edition.standing,
    })),
  );
  await insertMissing(client, at('timescale'), timescales);
  const days = workingDaysTable(FIRST_DAY, LAST_DAY, profile.calendar).map((row) => ({
    date: row.date,
    is_working: row.isWorking,
    ordinal: row.ordinal,
    holiday: row.holidayName ?? null,
    opens: row.opens ?? null,
    closes: row.closes ?? null,
    minutes_before: row.minutesBefore,
  }));
  await insertMissing(client, at('working_day'), days);
}

function insertMissing(client: pg.Client, table: string, rows: readonly object[]) {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  return client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
