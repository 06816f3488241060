import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';

/** What is known already of the children of a contact: earlier contacts with what came of them, and what is open now. */
export type Known = {
  readonly earlier: readonly {
    readonly contactId: Id;
    readonly toldOn: Day;
    readonly source: string;
    readonly outcome: string | undefined;
    readonly level: number | undefined;
  }[];
  readonly open: readonly { readonly personId: Id; readonly kind: string; readonly beganOn: Day }[];
};

/** Reads what is known already, through the persons who were identified; of anybody else nothing can be known. */
export async function knownOf(db: Db, contactId: Id, persons: readonly Id[]): Promise<Known> {
  if (persons.length === 0) return { earlier: [], open: [] };
  const earlier = await db
    .selectFrom('contact_child')
    .innerJoin('contact', 'contact.id', 'contact_child.contact_id')
    .leftJoin('decision', (join) =>
      join
        .onRef('decision.contact_child_id', '=', 'contact_child.id')
        .on('decision.withdrawn_at', 'is', null),
    )
    .where('contact_child.person_id', '=', anyOf(persons))
    .where('contact.id', '<>', contactId)
    .select(['contact.id', 'contact.told_on', 'contact.source', 'decision.outcome', 'decision.level_of_need'])
    .distinct()
    .orderBy('contact.told_on', 'desc')
    .limit(10)
    .execute();
  const open = await db
    .selectFrom('open_period')
    .where('person_id', '=', anyOf(persons))
    .where('ended_on', 'is', null)
    .select(['person_id', 'kind', 'began_on'])
    .execute();
  return {
    earlier: earlier.map((row) => ({
      contactId: row.id,
      toldOn: row.told_on,
      source: row.source,
      outcome: row.outcome ?? undefined,
      level: row.level_of_need ?? undefined,
    })),
    open: open.flatMap((row) =>
      row.person_id === null || row.kind === null || row.began_on === null
        ? []
        : [{ personId: row.person_id, kind: row.kind, beganOn: row.began_on }],
    ),
  };
}
