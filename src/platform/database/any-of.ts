import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Id } from '../../language/id.ts';

/**
 * Any of these ids, for the right side of `=`: one value however many they are, so that the server plans the statement once. `in` writes a
 * statement of its own for each length of a list. Of no ids it is true of nothing.
 */
export function anyOf(ids: readonly Id[]): RawBuilder<Id> {
  return sql<Id>`any(${[...ids]}::uuid[])`;
}

/** Ids, or another question that names them, so that nobody waits for its answer first. */
export type Asked = readonly Id[] | Expression<{ readonly id: Id }>;

/** Whether a column names one of those who are asked for. */
export type Among = (column: string) => RawBuilder<SqlBool>;

/** One of those who are asked for; nothing where that is nobody. */
export function among(asked: Asked): Among | undefined {
  if (!('length' in asked)) return (column) => sql`${sql.ref(column)} in ${asked}`;
  return asked.length === 0 ? undefined : (column) => sql`${sql.ref(column)} = ${anyOf(asked)}`;
}
