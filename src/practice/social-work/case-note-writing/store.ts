import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { CaseNote, NoteOfChild, SharedNote } from '../case-note/index.ts';

/** Keeps a case note, once for all children of it, each with what stands in their file alone. */
export async function keepNote(
  { db, newId, by }: Context,
  shared: SharedNote,
  children: readonly (NoteOfChild & { readonly personId: Id })[],
): Promise<void> {
  const noteId = newId();
  await db
    .insertInto('case_note')
    .values({ id: noteId, written_by: by, ...columns(shared) })
    .execute();
  for (const { personId, about, withheld } of children) {
    const id = newId();
    await db
      .insertInto('case_note_child')
      .values({ id, case_note_id: noteId, person_id: personId, words: about ?? null })
      .execute();
    if (withheld !== undefined) await keepWithheld(db, { id, personId }, withheld);
  }
}

/**
 * Corrects what stands in the file of one child: a new version with its reason; what stood before is kept. False where somebody else
 * corrected it meanwhile.
 */
export async function correctNote(
  { db, newId, by, now }: Context,
  note: CaseNote,
  { shared, child, reason }: { shared: SharedNote; child: NoteOfChild; reason: string },
): Promise<boolean> {
  const changed = await db
    .updateTable('case_note')
    .set({ ...columns(shared), version: note.version + 1 })
    .where('id', '=', note.noteId)
    .where('version', '=', note.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return false;
  await db
    .updateTable('case_note_child')
    .set({ words: child.about ?? null })
    .where('id', '=', note.id)
    .execute();
  if (child.withheld !== note.withheld) await keepWithheld(db, note, child.withheld);
  await db
    .insertInto('case_note_correction')
    .values({
      id: newId(),
      case_note_child_id: note.id,
      person_id: note.personId,
      reason,
      corrected_at: now,
      corrected_by: by,
    })
    .execute();
  return true;
}

async function keepWithheld(
  db: Db,
  { id, personId }: { readonly id: Id; readonly personId: Id },
  words: string | undefined,
): Promise<void> {
  await db
    .insertInto('case_note_withheld')
    .values({ id, person_id: personId, words: words ?? null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ words: words ?? null }))
    .execute();
}

function columns(shared: SharedNote) {
  return {
    kind: shared.kind,
    happened_on: shared.happenedOn,
    happened_time: shared.happenedTime ?? null,
    told_on: shared.toldOn ?? null,
    with_whom: shared.withWhom ?? null,
    words: shared.words ?? null,
    follows: shared.follows ?? null,
  };
}
