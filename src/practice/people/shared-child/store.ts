import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { DATE_CERTAINTIES } from '../../../profile/code-sets/person-details.ts';
import type { SharedChild, SharedFact } from './rules.ts';

/** Finds what is shared with the viewer at this instant. What was shared, is hidden, or is another's is not there. */
export const sharedWithAgency: Loader<SharedChild> = {
  kind: 'shared child',
  load: async ({ db, viewer }, params) => {
    const id = params['shareId'] ?? '';
    return isId(id) && viewer.agencyId !== undefined ? (await shared(db, id))[0] : undefined;
  },
};

/** Everything that is shared with the viewer now, what ends first at the top. */
export async function sharedWithViewer({
  db,
  viewer,
}: Pick<Context, 'db' | 'viewer'>): Promise<readonly SharedChild[]> {
  return viewer.agencyId === undefined ? [] : shared(db, undefined);
}

type Row = {
  id: Id;
  person_id: Id;
  given_name: string;
  family_name: string;
  born_on: Day | null;
  due_on: Day | null;
  born_on_certainty: string;
  purpose: string;
  purpose_words: string;
  parts: string[];
  words: string | null;
  shared_by: string;
  shared_at: Date;
  until_at: Date;
};

async function shared(db: Db, id: Id | undefined): Promise<readonly SharedChild[]> {
  const { rows } = await sql<Row>`
    select s.id, s.person_id, who.*, s.purpose, s.purpose_words, s.parts, s.words, s.shared_at, s.until_at,
      w.given_name || ' ' || w.family_name as shared_by
    from share s cross join lateral shared_person(s.id) who join staff w on w.id = s.shared_by
    where s.agency_id = (select agency()) and ${id === undefined ? sql`s.ended_at is null and s.until_at > instant()` : sql`s.id = ${id}`}
    order by s.until_at, s.id limit 200`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    persons: [row.person_id],
    name: [row.given_name, row.family_name].filter(Boolean).join(' ') || 'Name not known',
    bornOn: row.born_on ?? undefined,
    dueOn: row.due_on ?? undefined,
    bornOnCertainty: isCode(DATE_CERTAINTIES, row.born_on_certainty) ? row.born_on_certainty : 'not known',
    purpose: row.purpose,
    purposeWords: row.purpose_words,
    parts: row.parts,
    words: row.words ?? undefined,
    sharedBy: row.shared_by,
    sharedAt: row.shared_at,
    untilAt: row.until_at,
  }));
}

/** The facts of the parts that a share names, as far as the database lets them through. */
export async function sharedFacts(db: Db, id: Id): Promise<readonly SharedFact[]> {
  const { rows } = await sql<{
    part: string;
    code: string | null;
    from_on: Day | null;
    until_on: Day | null;
    words: string | null;
  }>`select part, code, from_on, until_on, words from shared_facts(${id}) order by part, from_on desc nulls last, words limit 500`.execute(
    db,
  );
  return rows.map((row) => ({
    part: row.part,
    code: row.code ?? undefined,
    fromOn: row.from_on ?? undefined,
    untilOn: row.until_on ?? undefined,
    words: row.words ?? undefined,
  }));
}

/** What the viewer's agency told us through a share, the latest first. */
export async function messagesThrough(db: Db, id: Id) {
  const rows = await db
    .selectFrom('share_message')
    .innerJoin('staff', 'staff.id', 'share_message.written_by')
    .where('share_message.share_id', '=', id)
    .select(['share_message.id', 'words', 'written_at', 'given_name', 'family_name'])
    .orderBy('written_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    writtenAt: row.written_at,
    writtenBy: `${row.given_name} ${row.family_name}`,
  }));
}

/** Keeps a message, and where it goes. Undefined where the share ended in the same moment: then nothing is kept. */
export async function keepMessage(
  { db, newId, now, by }: Context,
  { id, persons: [personId] }: Pick<SharedChild, 'id' | 'persons'>,
  words: string,
): Promise<{ readonly to: readonly string[] } | undefined> {
  const held = await sql<{ held: boolean }>`select share_held(${id}) as held`.execute(db);
  if (held.rows[0]?.held !== true || personId === undefined) return undefined;
  await db
    .insertInto('share_message')
    .values({ id: newId(), share_id: id, person_id: personId, words, written_by: by, written_at: now })
    .execute();
  const { rows } = await sql<{ email: string }>`select email from share_answers_to(${id})`.execute(db);
  return { to: rows.map(({ email }) => email) };
}
