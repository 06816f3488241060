import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** The folders of PostgreSQL programs that the system carries (Debian's layout), oldest first; none below 15, our floor. */
export function systemBinaries(): readonly { readonly major: number; readonly folder: string }[] {
  if (!existsSync(DEBIAN)) return [];
  return readdirSync(DEBIAN)
    .map((name) => ({ major: Number(name), folder: join(DEBIAN, name, 'bin') }))
    .filter(({ major, folder }) => major >= 15 && existsSync(join(folder, 'initdb')))
    .sort((a, b) => a.major - b.major);
}
