import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** One open transaction in the schema of one authority. Every query of a slice goes through it; there is no other way to the database. */
export type Db = Kysely<DB>;
