import { sql } from 'kysely';
import { dayOf } from '../../language/day.ts';
import { lengthOf } from '../../language/text.ts';
import type { NamedFieldMeta } from '../../platform/forms/field.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { keyHash } from '../../platform/submission.ts';
import type { PublicContext } from '../../platform/web/context.ts';
import { timescaleOn } from '../../profile/timescales.ts';
import { dueBy } from '../../profile/working-time.ts';
import { JOURNEYS, type Journey, type Step, type StepName } from './journeys.ts';
import { FORM_OF, MOST_CHILDREN } from './questions.ts';
import { stepNamed } from './rules.ts';

/** What somebody has written so far, and where they are. */
export type Unsent = {
  readonly journey: Journey;
  readonly step: Step;
  readonly typed: RawAnswers;
  readonly savedAt: Date;
};

/** No control can have this name, so no answer can stand in its place. */
const PLACE = '.step';
const FORM_VERSION = 1;

/**
 * Keeps what one page sent, right or wrong, with all that was kept before, in one statement: two pages sent at once lose neither.
 * `at` is the page on which somebody who comes back goes on.
 */
export async function keepUnsent(
  { db, newId, now }: PublicContext,
  key: string,
  journey: Journey,
  sent: { readonly from: StepName; readonly at: StepName; readonly raw: RawAnswers },
): Promise<Unsent> {
  const answers = JSON.stringify({ ...keepable(FORM_OF[sent.from].fields, sent.raw), [PLACE]: sent.at });
  const row = await db
    .insertInto('draft')
    .values({
      id: newId(),
      key_hash: keyHash(key),
      form: formName(journey),
      form_version: FORM_VERSION,
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
  return unsentFrom(journey, row);
}

/** What is kept under a key, on whichever journey, and for as long as the profile keeps it. Another's key opens nothing. */
export async function unsentUnder(context: PublicContext, key: string): Promise<Unsent | undefined> {
  const { db } = context;
  const row = await db
    .selectFrom('draft')
    .select(['form', 'answers', 'saved_at'])
    .where('key_hash', '=', keyHash(key))
    .where('form', 'in', JOURNEYS.map(formName))
    .orderBy('saved_at', 'desc')
    .executeTakeFirst();
  const journey = JOURNEYS.find((one) => formName(one) === row?.form);
  return row && journey && isStillKept(context, row.saved_at) ? unsentFrom(journey, row) : undefined;
}

function isStillKept({ profile, now }: PublicContext, savedAt: Date): boolean {
  const { timescales, calendar } = profile;
  const timescale = timescaleOn(timescales, 'draft kept', dayOf(savedAt, calendar.zone));
  const due = timescale && dueBy(timescale, savedAt, calendar);
  return !due || now < due.at;
}

/** Forgets what was kept under a key, once it was sent. */
export async function forgetUnsent({ db }: PublicContext, key: string): Promise<void> {
  await db.deleteFrom('draft').where('key_hash', '=', keyHash(key)).execute();
}

function formName({ name }: Journey): string {
  return `public: ${name}`;
}

function unsentFrom(journey: Journey, row: { readonly answers: unknown; readonly saved_at: Date }): Unsent {
  const { [PLACE]: at, ...typed } = rawFrom(row.answers);
  return { journey, step: stepNamed(journey, at), typed, savedAt: row.saved_at };
}

function rawFrom(answers: unknown): RawAnswers {
  const entries = typeof answers === 'object' && answers !== null ? Object.entries(answers) : [];
  return Object.fromEntries(entries.filter(([, texts]) => typeof texts === 'string' || Array.isArray(texts)));
}

/** The answers of a page that can be kept: its own names, blank where nothing came, so that an answer taken back is gone. */
function keepable(fields: readonly NamedFieldMeta[], raw: RawAnswers): RawAnswers {
  const kept = namesIn(fields).map(({ name, max, isAsked }) => {
    const sent = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (sent === undefined) return isAsked ? { [name]: '' } : {};
    return [sent].flat().every((text) => canBeKept(text, max)) ? { [name]: sent } : {};
  });
  return Object.assign({}, ...kept);
}

function namesIn(
  fields: readonly NamedFieldMeta[],
): readonly { readonly name: string; readonly max: number; readonly isAsked: boolean }[] {
  return fields.flatMap((field) =>
    field.kind === 'repeated'
      ? Array.from({ length: MOST_CHILDREN }, (_, row) =>
          namesIn(field.fields ?? []).map((inner) => ({
            ...inner,
            name: `${field.name}.${row}.${inner.name}`,
            isAsked: false,
          })),
        ).flat()
      : [{ name: field.name, max: field.max ?? LONGEST_CODE, isAsked: true }],
  );
}

const LONGEST_CODE = 100;
/** A text somewhat too long is kept, so that it can be shortened later; one far too long is only shown again. */
const OVER = 1.25;

/** JSON in the database takes no NUL, and a draft has a bound. */
function canBeKept(text: string, max: number): boolean {
  return !text.includes('\u0000') && lengthOf(text) <= max * OVER + LONGEST_CODE;
}
