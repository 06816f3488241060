import type { Selectable } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { CaseNote as NoteRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { CASE_NOTE_KINDS } from '../../../profile/code-sets/case-notes.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import type { Correction } from '../written-together/index.ts';
import type { CaseNote } from './rules.ts';

const MOST_SHOWN = 200;

/** The case notes in the file of a child, the latest first, as far as this transaction may see the child. */
export async function caseNotesOf(db: Db, personId: Id): Promise<readonly CaseNote[]> {
  const rows = await asked(db)
    .where('case_note_child.person_id', '=', personId)
    .orderBy('case_note.happened_on', 'desc')
    .orderBy('case_note.happened_time', (order) => order.desc().nullsLast())
    .orderBy('case_note.recorded_at', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(noteFrom);
}

/** Finds a case note in the file of the child whom the address names, through what the viewer may see. */
export const caseNoteOnRecord: Loader<CaseNote> = {
  kind: 'case note',
  load: async ({ db }, { personId = '', noteId = '' }) => {
    if (!isId(personId) || !isId(noteId)) return undefined;
    const row = await asked(db)
      .where('case_note_child.person_id', '=', personId)
      .where('case_note_child.id', '=', noteId)
      .executeTakeFirst();
    return row && noteFrom(row);
  },
};

/** Why a case note in the file of a child was corrected, the latest first. */
export async function noteCorrectionsOf(db: Db, noteChildId: Id): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom('case_note_correction')
    .selectAll()
    .where('case_note_child_id', '=', noteChildId)
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, reason: row.reason, at: row.corrected_at, by: row.corrected_by }));
}

/** The other children of a note whom the viewer may see: who, and where their own file has it. Nothing that was written of them. */
export async function notedWith(
  db: Db,
  { noteId, personId }: CaseNote,
): Promise<readonly { readonly id: Id; readonly personId: Id }[]> {
  const rows = await db
    .selectFrom('case_note_child')
    .select(['id', 'person_id'])
    .where('case_note_id', '=', noteId)
    .where('person_id', '<>', personId)
    .execute();
  return rows.map((row) => ({ id: row.id, personId: row.person_id }));
}

function asked(db: Db) {
  return db
    .selectFrom('case_note_child')
    .innerJoin('case_note', 'case_note.id', 'case_note_child.case_note_id')
    .leftJoin('case_note_withheld', 'case_note_withheld.id', 'case_note_child.id')
    .selectAll('case_note')
    .select([
      'case_note_child.id',
      'case_note_child.case_note_id',
      'case_note_child.person_id',
      'case_note_child.words as about',
      'case_note_withheld.words as withheld',
    ]);
}

type Row = Selectable<NoteRow> & {
  case_note_id: Id;
  person_id: Id;
  about: string | null;
  withheld: string | null;
};

function noteFrom(kept: Row): CaseNote {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    noteId: row.case_note_id,
    kind: isCode(CASE_NOTE_KINDS, row.kind) ? row.kind : 'other',
    happenedOn: row.happened_on,
    happenedTime: row.happened_time?.slice(0, 5),
    toldOn: row.told_on,
    withWhom: row.with_whom,
    words: row.words,
    follows: row.follows,
    about: row.about,
    withheld: row.withheld,
    writtenBy: row.written_by,
    version: row.version,
    recordedAt: row.recorded_at,
  };
}
