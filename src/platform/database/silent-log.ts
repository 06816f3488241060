import type pg from 'pg';

/**
 * What keeps out of the server's log whatever somebody typed: the log holds ids, never words. An error quotes the value it met and the key it
 * would have doubled, a statement quotes what stands in it, and where a session is ended by force its statement is told besides.
 */
export const SILENT_LOG = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
} as const;

/** What also keeps an error, and the words in it, out of the log. */
const AS_SILENT: Readonly<Record<string, readonly string[]>> = {
  log_min_messages: ['fatal', 'panic'],
  log_transaction_sample_rate: ['0.0'],
};

/** The settings by which a server may write what was typed into its log, each as `name is value`. */
export async function telltaleSettings(client: pg.Pool | pg.Client): Promise<readonly string[]> {
  const found = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any ($1) order by name',
    [Object.keys(SILENT_LOG)],
  );
  const wanted: Readonly<Record<string, string>> = SILENT_LOG;
  return found.rows
    .filter(({ name, setting }) => setting !== wanted[name] && !AS_SILENT[name]?.includes(setting))
    .map(({ name, setting }) => `${name} is ${setting}`);
}
