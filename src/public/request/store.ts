import { sql } from 'kysely';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { keyHash } from '../../platform/submission.ts';
import type { PublicContext } from '../../platform/web/context.ts';

/** The form as submissions and drafts name it. Raised version: answers keep the one they were given on. */
export const FORM = { name: 'public: request', version: 1 } as const;

/** What somebody has written so far, and the parts they have been through. */
export type Kept = {
  readonly answers: RawAnswers;
  readonly seen: readonly string[];
  readonly savedAt: Date;
};

/** No control can have a name like this, so no answer can stand in its place. */
const SEEN = '.seen.';

/** Keeps what changed with all that was kept before, in one statement: two pages sent at once lose neither. */
export async function keep(
  { db, newId, now }: PublicContext,
  key: string,
  changes: RawAnswers,
  seen?: string,
): Promise<Kept> {
  const answers = JSON.stringify(seen === undefined ? changes : { ...changes, [`${SEEN}${seen}`]: 'yes' });
  const row = await db
    .insertInto('draft')
    .values({
      id: newId(),
      key_hash: keyHash(key),
      form: FORM.name,
      form_version: FORM.version,
      answers,
      saved_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['key_hash', 'form'])
        .where('key_hash', 'is not', null)
        .doUpdateSet((set) => ({
          answers: sql`${set.ref('draft.answers')} || ${set.ref('excluded.answers')}`,
          version: set('draft.version', '+', 1),
          saved_at: now,
        })),
    )
    .returning(['answers', 'saved_at'])
    .executeTakeFirstOrThrow();
  return keptFrom(row);
}

/** What is kept under a key. Another's key opens nothing. */
export async function keptUnder({ db }: PublicContext, key: string): Promise<Kept | undefined> {
  const row = await db
    .selectFrom('draft')
    .select(['answers', 'saved_at'])
    .where('key_hash', '=', keyHash(key))
    .where('form', '=', FORM.name)
    .executeTakeFirst();
  return row && keptFrom(row);
}

/** Forgets the draft of a key, once it was sent. */
export async function forget({ db }: PublicContext, key: string): Promise<void> {
  await db.deleteFrom('draft').where('key_hash', '=', keyHash(key)).where('form', '=', FORM.name).execute();
}

/** The reference that a key was answered with, where it was sent already. */
export async function sentUnder({ db }: PublicContext, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('submission')
    .select(sql<string | null>`reply ->> 'reference'`.as('reference'))
    .where('key_hash', '=', keyHash(key))
    .executeTakeFirst();
  return row?.reference ?? undefined;
}

function keptFrom(row: { readonly answers: unknown; readonly saved_at: Date }): Kept {
  const kept = typeof row.answers === 'object' && row.answers !== null ? Object.entries(row.answers) : [];
  return {
    answers: Object.fromEntries(kept.filter(([name]) => !name.startsWith(SEEN))),
    seen: kept.flatMap(([name]) => (name.startsWith(SEEN) ? [name.slice(SEEN.length)] : [])),
    savedAt: row.saved_at,
  };
}
