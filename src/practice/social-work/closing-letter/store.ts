import type { Selectable } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { ClosingLetter as LetterRow } from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { ANSWER_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import type { ClosingLetter } from './rules.ts';

const MOST_SHOWN = 200;

/** Finds a closing letter through what the viewer may see of the child. */
export const closingLetterOnRecord: Loader<ClosingLetter> = {
  kind: 'closing letter',
  about: 'one person',
  load: async ({ db }, { letterId = '' }) => {
    if (!isId(letterId)) return undefined;
    const row = await db
      .selectFrom('closing_letter')
      .selectAll()
      .where('id', '=', letterId)
      .executeTakeFirst();
    return row && letterFrom(row);
  },
};

/** What the family is told of one closing. */
export async function closingLettersOf(db: Db, closingId: Id): Promise<readonly ClosingLetter[]> {
  const rows = await db
    .selectFrom('closing_letter')
    .selectAll()
    .where('closing_id', '=', closingId)
    .orderBy('recorded_at')
    .execute();
  return rows.map(letterFrom);
}

/** Whoever of a family was not told yet that the work has ended, the longest waiting first. */
export async function closingLettersToTell(db: Db): Promise<readonly ClosingLetter[]> {
  const rows = await db
    .selectFrom('closing_letter')
    .selectAll()
    .where('told_at', 'is', null)
    .orderBy('made_at')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(letterFrom);
}

/** Keeps what one of the family is told. */
export async function keepClosingLetter(
  { db, newId, now }: Context,
  closing: { readonly id: Id; readonly personId: Id },
  letter: Pick<ClosingLetter, 'readerId' | 'named' | 'way' | 'language' | 'writtenIn' | 'words'>,
): Promise<Id> {
  const id = newId();
  await db
    .insertInto('closing_letter')
    .values({
      id,
      closing_id: closing.id,
      person_id: closing.personId,
      reader_id: letter.readerId,
      named: letter.named,
      way: letter.way,
      language: letter.language,
      written_in: letter.writtenIn,
      words: letter.words,
      made_at: now,
    })
    .execute();
  return id;
}

/** Somebody told them. False where that stands already. */
export async function closingLetterWasTold({ db, now, by }: Context, id: Id): Promise<boolean> {
  const update = await db
    .updateTable('closing_letter')
    .set({ told_at: now, told_by: by })
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .executeTakeFirst();
  return update.numUpdatedRows > 0n;
}

/** A mail has left: whoever it went to was told at that instant. Called by the sender of the outbox, in its transaction. */
export async function closingLetterWasSent(db: Db, sent: { answerId: Id; at: Date }): Promise<void> {
  await db
    .updateTable('closing_letter')
    .set({ told_at: sent.at })
    .where('id', '=', sent.answerId)
    .where('told_at', 'is', null)
    .execute();
}

function letterFrom(kept: Selectable<LetterRow>): ClosingLetter {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    closingId: row.closing_id,
    readerId: row.reader_id,
    named: row.named,
    way: isCode(ANSWER_WAYS, row.way) ? row.way : 'in person',
    language: row.language,
    writtenIn: row.written_in,
    words: row.words,
    madeAt: row.made_at,
    toldAt: row.told_at,
    toldBy: row.told_by,
  };
}
