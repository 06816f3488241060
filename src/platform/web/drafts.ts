import type { Id } from '../../language/id.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import type { Context, Refusal } from './context.ts';

/** The control that says which version of a draft the browser has. */
export const DRAFT_KEYS = ['draft-version'] as const;

/** What was typed and not sent, as its author left it. */
export type Draft = { readonly answers: RawAnswers; readonly version: number; readonly savedAt: Date };

/** Whether a draft was kept, or somebody (the same author in another window) had kept a later one: then both texts are there. */
export type DraftSaved =
  | { readonly kept: true; readonly version: number; readonly savedAt: Date }
  | { readonly kept: false; readonly theirs: Draft };

/** The author's own draft for a form on a subject. Nobody else's can be asked for. */
export async function draftOf(context: Context, form: string, subject: Id): Promise<Draft | undefined> {
  const row = await own(context, form, subject).select(['answers', 'version', 'saved_at']).executeTakeFirst();
  return row && { answers: answersIn(row.answers), version: row.version, savedAt: row.saved_at };
}

/** What a form needs to keep its draft: where it is kept, and the version that the page was made from. */
export function draftAt(form: string, subject: Id, draft: Pick<Draft, 'version'> | undefined) {
  return { url: `/drafts/${encodeURIComponent(form)}/${subject}`, version: draft?.version ?? 0 };
}

/** What a form shows again: what was refused and why, or else what was typed before and kept. */
export async function typedOn(context: Context, form: string, subject: Id, refusal?: Refusal) {
  const draft = await draftOf(context, form, subject);
  return {
    ...(refusal ?? { values: draft?.answers ?? {}, problems: [] }),
    draft: draftAt(form, subject, draft),
  };
}

/** Keeps what is typed, also when it is not valid. `version` is the one the browser began from; 0 when it had none. */
export async function saveDraft(
  context: Context,
  form: string,
  subject: Id,
  answers: RawAnswers,
  version: number,
): Promise<DraftSaved> {
  const values = { answers: JSON.stringify(answers), saved_at: context.now };
  const updated = await context.db
    .updateTable('draft')
    .set((set) => ({ ...values, version: set('version', '+', 1) }))
    .where('author', '=', context.by)
    .where('form', '=', form)
    .where('subject_id', '=', subject)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (updated !== undefined) return { kept: true, version: updated.version, savedAt: context.now };
  const theirs = await draftOf(context, form, subject);
  if (theirs !== undefined) return { kept: false, theirs };
  // Two windows may begin at the same moment: the second one finds the first one's draft, and is shown it.
  const begun = await context.db
    .insertInto('draft')
    .values({
      id: context.newId(),
      author: context.by,
      form,
      form_version: 1,
      subject_id: subject,
      version: version + 1,
      ...values,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (begun !== undefined) return { kept: true, version: begun.version, savedAt: context.now };
  return {
    kept: false,
    theirs: (await draftOf(context, form, subject)) ?? { answers, version, savedAt: context.now },
  };
}

/** Forgets a draft once its answers were sent. */
export async function dropDraft(context: Context, form: string, subject: Id): Promise<void> {
  await context.db
    .deleteFrom('draft')
    .where('author', '=', context.by)
    .where('form', '=', form)
    .where('subject_id', '=', subject)
    .execute();
}

function own(context: Context, form: string, subject: Id) {
  return context.db
    .selectFrom('draft')
    .where('author', '=', context.by)
    .where('form', '=', form)
    .where('subject_id', '=', subject);
}

/** The column is written by saveDraft alone, so its shape is known. */
function answersIn(stored: unknown): RawAnswers {
  return stored as RawAnswers;
}
