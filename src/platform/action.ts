import type { Id } from '../language/id.ts';
import type { Outcome } from '../language/outcome.ts';
import type { Permission } from '../profile/permissions.ts';
import type { Proof } from './access/decision.ts';
import type { Form } from './forms/form.ts';
import type { Context } from './web/context.ts';

/** What an action is done to: found through what the viewer may see, with the persons it is about for the audit. */
export type Subject = { readonly id: Id; readonly persons: readonly Id[] };

/**
 * One thing that a person can do. The form, the permission, the transaction, the audit entry and the idempotency key hang on it.
 *
 * `perform` returns a decision: a refusal is a value, addressed to fields, and leaves nothing behind (the transaction is rolled back).
 */
export type Action<Answers, On extends Subject, Result> = {
  readonly name: string;
  readonly permission: Permission;
  readonly proof: Proof;
  /** Raised when the form changes its meaning: answers keep the version they were given on. */
  readonly version: number;
  readonly input: Form<Answers>;
  perform(answers: Answers, subject: On, context: Context): Promise<Outcome<Result>>;
};

/** Declares an action. It needs a permission; without one it does not compile, and without a rule its route does not boot. */
export function action<Answers, On extends Subject, Result>(
  given: Omit<Action<Answers, On, Result>, 'name' | 'proof' | 'version'> & {
    name?: string;
    proof?: Proof;
    version?: number;
  },
): Action<Answers, On, Result> {
  return { name: given.permission, proof: 'signed in', version: 1, ...given };
}

/** How the subject of a page or action is found: through the viewer's sight, or not at all. */
export type Loader<On extends Subject> = {
  /** The kind of record, as the audit and the access matrix name it. */
  readonly kind: string;
  /** Set where a record is about one person, under whatever address: their identity bar stands on its pages. */
  readonly about?: 'one person' | undefined;
  load(context: Context, params: Readonly<Record<string, string>>): Promise<On | undefined>;
};

const NOBODY = { id: '00000000-0000-0000-0000-000000000000' as Id, persons: [] } as const;

/** For what is done to nothing that exists yet: a new contact, a list, a search. */
export const noSubject: Loader<Subject> = { kind: 'nothing', load: async () => NOBODY };
