import type { Id } from '../../language/id.ts';
import type { Db } from '../database/db.ts';

/** One act or one look, as it is kept for ever: ids, kinds and the rule that decided; never a word of the record. */
export type AuditEntry = {
  readonly id: Id;
  readonly actor?: Id | undefined;
  readonly session?: string | undefined;
  readonly request: string;
  /** A permission, or the name of a public form. */
  readonly act: string;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: Id | undefined;
  readonly persons?: readonly Id[] | undefined;
  readonly fieldClasses?: readonly string[] | undefined;
  readonly ground?: string | undefined;
  readonly allowed: boolean;
  readonly decidedBy: string;
};

/** Writes the entry in the transaction of the act itself: if it cannot be written, the act does not happen and nothing is shown. */
export async function recordAct(db: Db, entry: AuditEntry): Promise<void> {
  await actStatement(db, entry).execute();
}

/** The statement that writes the entry, for whoever sends it together with something else. */
export function actStatement(db: Db, entry: AuditEntry) {
  return db.insertInto('audit').values({
    id: entry.id,
    actor: entry.actor ?? null,
    session: entry.session ?? null,
    request: entry.request,
    act: entry.act,
    subject_kind: entry.subjectKind ?? null,
    subject_id: entry.subjectId ?? null,
    persons: [...(entry.persons ?? [])],
    field_classes: [...(entry.fieldClasses ?? [])],
    ground: entry.ground ?? null,
    allowed: entry.allowed,
    decided_by: entry.decidedBy,
  });
}
