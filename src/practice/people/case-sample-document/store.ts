import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Subject } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import { nameToTake, type SentDocument } from '../../../platform/forms/document-field.ts';
import type { Context, FileToTake } from '../../../platform/web/context.ts';
import { isCode, rowOf } from '../../../profile/code-sets/code-set.ts';
import { DOCUMENT_KINDS } from '../../../profile/code-sets/document-kinds.ts';
import { type CaseDocument, MOST_DOCUMENTS } from './rules.ts';

const kindOf = (code: string) => (isCode(DOCUMENT_KINDS, code) ? code : 'text');

/** The documents of these cases that the viewer may read, in the order in which they were attached; without their bytes. */
export async function documentsOf(db: Db, caseIds: readonly Id[]): Promise<readonly CaseDocument[]> {
  const rows = await db
    .selectFrom('case_sample_document')
    .select([
      'id',
      'case_sample_case_id',
      'number',
      'words',
      'file_name',
      'kind',
      'size',
      'sha256',
      'attached_at',
    ])
    .where('case_sample_case_id', '=', anyOf(caseIds))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_sample_case_id,
    number: row.number,
    words: row.words,
    fileName: row.file_name,
    kind: kindOf(row.kind),
    size: row.size,
    sha256: row.sha256,
    attachedAt: row.attached_at,
  }));
}

/** A document that is in one of these cases and may be read: whom it is about is whom its case is about. */
export async function documentToTake(
  db: Db,
  id: string,
  cases: readonly { readonly id: Id; readonly persons: readonly Id[] }[],
): Promise<Subject | undefined> {
  if (!isId(id)) return undefined;
  const row = await db
    .selectFrom('case_sample_document')
    .select(['id', 'case_sample_case_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  const own = cases.find((one) => one.id === row?.case_sample_case_id);
  return row && own && { id: row.id, persons: own.persons };
}

/** A document as a file to take away: its bytes as they came, of a type from our own list. */
export async function fileOf(db: Db, { id, persons }: Subject): Promise<FileToTake> {
  const { bytes, file_name, kind } = await db
    .selectFrom('case_sample_document')
    .select(['bytes', 'file_name', 'kind'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const code = kindOf(kind);
  return {
    name: nameToTake(file_name, code),
    type: rowOf(DOCUMENT_KINDS, code)?.type ?? 'application/octet-stream',
    text: bytes,
    looked: { kind: 'case sample document', id, persons },
  };
}

/**
 * Keeps a document with the words that say what it is. Says why not: the sample ended in the same moment, the case has as many as it may have,
 * or another one was kept in the same moment. Then nothing is kept.
 */
export async function keepDocument(
  { db, newId, now, by }: Context,
  caseId: Id,
  { name, kind, bytes }: SentDocument,
  words: string,
): Promise<'kept' | 'ended' | 'full' | 'beside another'> {
  const { rows } = await sql<{ held: boolean }>`select case_held(${caseId}) as held`.execute(db);
  if (rows[0]?.held !== true) return 'ended';
  const number = (await documentsOf(db, [caseId])).length + 1;
  if (number > MOST_DOCUMENTS) return 'full';
  const kept = await db
    .insertInto('case_sample_document')
    .values({
      id: newId(),
      case_sample_case_id: caseId,
      number,
      words,
      file_name: name,
      kind,
      bytes,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      attached_by: by,
      attached_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (kept.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'kept' : 'beside another';
}
