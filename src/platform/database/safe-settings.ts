import type pg from 'pg';

/** The database would lose what it acknowledged, or could not tell that a page was damaged. The program does not start on it. */
export class UnsafeDatabase extends Error {}

/** What must be so, and what is lost otherwise. */
const MUST_BE: readonly {
  readonly setting: string;
  readonly refused: readonly string[];
  readonly because: string;
}[] = [
  { setting: 'fsync', refused: ['off'], because: 'what was acknowledged could be gone after a power cut' },
  {
    setting: 'full_page_writes',
    refused: ['off'],
    because: 'a page half written in a crash could not be mended',
  },
  {
    setting: 'synchronous_commit',
    refused: ['off', 'local'],
    because: '"received" would be said before it is kept',
  },
  {
    setting: 'data_checksums',
    refused: ['off'],
    because: 'a damaged page would be shown as if it were right',
  },
];

/** Refuses, with every reason at once, a server that does not keep what it acknowledges, or that only follows another. */
export async function refuseUnsafe(pool: pg.Pool | pg.Client): Promise<void> {
  const found = await pool.query('select name, setting from pg_settings where name = any ($1)', [
    MUST_BE.map((one) => one.setting),
  ]);
  const settings = new Map(
    found.rows.map((row: { name: string; setting: string }) => [row.name, row.setting]),
  );
  const replica = await pool.query('select pg_is_in_recovery() as follows');
  const faults = MUST_BE.filter((one) => one.refused.includes(settings.get(one.setting) ?? 'off')).map(
    (one) => `${one.setting} is ${settings.get(one.setting) ?? 'not known'}: ${one.because}`,
  );
  if (replica.rows[0]?.follows === true) faults.push('the server follows another: nothing could be written');
  if (faults.length > 0) throw new UnsafeDatabase(faults.join('; '));
}
