import { z } from 'zod';
import { done, type Outcome, type Problem } from '../../language/outcome.ts';
import type { Field, FormContext, NamedFieldMeta } from './field.ts';
import { gather } from './gather.ts';
import { type RawAnswers, reachesBehind } from './raw-answers.ts';

/** The questions of a form under the names of their controls. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** How the refusal of a name begins that a form does not ask for. */
export const UNASKED = 'Something was sent that this page does not ask for';

const NOT_ROWS = 'Answer these questions one by one';

/** The answers to some fields, every name present. */
export type AnswersTo<Questions extends Fields> = {
  readonly [Name in keyof Questions]: Questions[Name] extends Field<infer Value> ? Value : never;
};

/** A check between answers: it runs once each answer is right by itself, and addresses its problems to fields. */
type Check<Answers> = (answers: Answers, context: FormContext) => readonly Problem[];

/** What a page asks and an action takes in: closed, so that a name it does not ask for refuses the whole answer. */
export type Form<Answers> = {
  readonly fields: readonly NamedFieldMeta[];
  /** Turns what was sent into answers, or says at which fields it cannot. Never throws, whatever was sent. */
  readonly read: (raw: RawAnswers, context: FormContext) => Outcome<Answers>;
  /** The same form with one more check between answers. */
  readonly check: (check: Check<Answers>) => Form<Answers>;
};

/** The answers that a form gives. */
export type AnswersOf<AForm> = AForm extends Form<infer Answers> ? Answers : never;

/** Makes a form of named questions. Throws at once if a name could not be that of a control. */
export function form<const Questions extends Fields>(questions: Questions): Form<AnswersTo<Questions>> {
  return formOf(namedFields(questions), schemaOnDay(questions), []);
}

/** Several rows of the same questions, their controls named `children.0.givenName`. Rows that were left blank at the end are none. */
export function repeated<const Questions extends Fields>(
  questions: Questions,
  { min = 1, max }: { readonly min?: number; readonly max: number },
): Field<readonly AnswersTo<Questions>[]> {
  const rows = z
    .array(z.unknown(), { error: NOT_ROWS })
    .max(max, { error: `There may be at most ${max}`, abort: true });
  return {
    kind: 'repeated',
    required: min > 0,
    options: [],
    min,
    max,
    fields: namedFields(questions),
    schema: (context) => rows.pipe(z.array(answersSchema(questions, context))),
  };
}

function formOf<Answers>(
  fields: readonly NamedFieldMeta[],
  schemaOn: (context: FormContext) => z.ZodType<Answers>,
  checks: readonly Check<Answers>[],
): Form<Answers> {
  return {
    fields,
    read(raw, context) {
      const parsed = schemaOn(context).safeParse(gather(fields, raw));
      if (!parsed.success) return refusedWith(parsed.error.issues.flatMap(problemsOf));
      const problems = checks.flatMap((check) => check(parsed.data, context));
      return problems.length > 0 ? refusedWith(problems) : done(parsed.data);
    },
    check: (check) => formOf(fields, schemaOn, [...checks, check]),
  };
}

/** Building a schema costs a hundred times what using it does, and it changes only with the day: the latest is kept. */
function schemaOnDay<Questions extends Fields>(
  questions: Questions,
): (context: FormContext) => z.ZodType<AnswersTo<Questions>> {
  let latest: { readonly today: string; readonly schema: z.ZodType<AnswersTo<Questions>> } | undefined;
  return (context) => {
    if (latest?.today !== context.today) {
      latest = { today: context.today, schema: answersSchema(questions, context) };
    }
    return latest.schema;
  };
}

function answersSchema<Questions extends Fields>(
  questions: Questions,
  context: FormContext,
): z.ZodType<AnswersTo<Questions>> {
  const shape = Object.entries(questions).map(([name, field]) => [name, field.schema(context)] as const);
  // The type system cannot follow names through Object.fromEntries; `AnswersTo` says the same thing of the same object.
  return z.strictObject(Object.fromEntries(shape), { error: NOT_ROWS }) as unknown as z.ZodType<
    AnswersTo<Questions>
  >;
}

function namedFields(questions: Fields): readonly NamedFieldMeta[] {
  return Object.entries(questions).map(([name, field]) => {
    if (!/^[a-z][A-Za-z0-9]*$/u.test(name) || reachesBehind(name))
      throw new Error(`not the name of a control: ${name}`);
    const { schema: _, ...meta } = field;
    return { ...meta, name };
  });
}

function refusedWith(problems: readonly Problem[]): Outcome<never> {
  return { ok: false, problems };
}

function problemsOf(issue: z.core.$ZodIssue): readonly Problem[] {
  const field = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ field, message: issue.message }];
  return issue.keys.map((key) => ({ field: '', message: unasked(key) }));
}

/** The name is repeated only when it looks like one: it came from outside, and is shown in a page. */
function unasked(key: string): string {
  const named = /^[\w.]{1,60}$/u.test(key) ? ` (${key})` : '';
  return `${UNASKED}${named}. Nothing was saved. Open the page again and answer there`;
}
