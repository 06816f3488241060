import { sql } from 'kysely';
import { refused } from '../../language/outcome.ts';
import { KeyUsedForOtherAnswers } from '../submission.ts';
import type { Context, Refusal } from './context.ts';

/** Carries a refusal out of the act, so that nothing of it is left behind. */
export class Refused extends Error {
  readonly problems: Refusal['problems'];

  constructor(problems: Refusal['problems']) {
    super('refused');
    this.problems = problems;
  }
}

const SENT_BEFORE =
  'This form was sent before, with other answers. Nothing was changed now. Open the page again to see what was kept.';

/** Does something, or takes back all that a refused act has done and says why, in the same transaction: nobody has to be asked for twice. */
export async function triedIn<Done, Refusing>(
  { db }: Context,
  act: () => Promise<Done>,
  onRefusal: (problems: Refusal['problems']) => Promise<Refusing>,
): Promise<Done | Refusing> {
  await sql`savepoint act`.execute(db);
  try {
    return await act();
  } catch (fault) {
    const problems = problemsOf(fault);
    if (problems === undefined) throw fault;
    await sql`rollback to savepoint act`.execute(db);
    return onRefusal(problems);
  }
}

function problemsOf(fault: unknown): Refusal['problems'] | undefined {
  if (fault instanceof Refused) return fault.problems;
  if (fault instanceof KeyUsedForOtherAnswers) {
    const sentBefore = refused({ field: '', message: SENT_BEFORE });
    return sentBefore.ok ? undefined : sentBefore.problems;
  }
  return undefined;
}
