import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../language/id.ts';

/**
 * Any of these ids, for the right side of `=`: one value however many they are, so that the server plans the statement once. `in` writes a
 * statement of its own for each length of a list. Of no ids it is true of nothing.
 */
export function anyOf(ids: readonly Id[]): RawBuilder<Id> {
  return sql<Id>`any(${[...ids]}::uuid[])`;
}
