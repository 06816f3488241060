import { sql } from 'kysely';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { DUPLICATE_ANSWERS, type DuplicateAnswer } from '../../../profile/code-sets/duplicate-answers.ts';

/** More pairs than this nobody works through in one sitting; the likeliest come first. */
const MOST_SHOWN = 100;

/** What was answered about two records, and by whom. */
export type Answered = {
  readonly answer: DuplicateAnswer;
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
};

/** Two records that may be of one person, and the answer that stands. */
export type Proposal = {
  readonly id: Id;
  /** The two, for the audit. */
  readonly persons: readonly Id[];
  readonly one: Id;
  readonly other: Id;
  readonly occasion: string;
  readonly likelihood: number;
  readonly proposedAt: Date;
  readonly answered: Answered | undefined;
};

/** Finds two records that were proposed, where the viewer may see both. */
export const proposalOnRecord: Loader<Proposal> = {
  kind: 'possible duplicate',
  load: async ({ db }, { duplicateId = '' }) => {
    if (!isId(duplicateId)) return undefined;
    const [proposal] = await asked(db).where('proposal.id', '=', duplicateId).execute();
    return proposal && proposalFrom(proposal);
  },
};

/** The pairs that are not settled, the likeliest first: also those said to be one person, as long as they are two records still. */
export async function unsettled(db: Db): Promise<readonly Proposal[]> {
  const rows = await asked(db)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('merge')
            .select('merge.id')
            .whereRef('merge.proposal_id', '=', 'proposal.id')
            .where('merge.undone_at', 'is', null),
        ),
      ),
    )
    .where((is) => is.or([is('last.answer', 'is', null), is('last.answer', '<>', sql.lit('not the same'))]))
    .orderBy('proposal.likelihood', 'desc')
    .orderBy('proposal.id')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(proposalFrom);
}

/** Keeps what somebody says of two records; what was said before stays. */
export async function addAnswer(
  { db, newId, now, by }: Context,
  proposalId: Id,
  { answer, reason }: { readonly answer: DuplicateAnswer; readonly reason: string },
): Promise<void> {
  await db
    .insertInto('duplicate_answer')
    .values({ id: newId(), proposal_id: proposalId, answer, reason, answered_at: now, answered_by: by })
    .execute();
}

function asked(db: Db) {
  return db
    .selectFrom('duplicate_proposal as proposal')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('duplicate_answer')
          .innerJoin('staff', 'staff.id', 'duplicate_answer.answered_by')
          .whereRef('duplicate_answer.proposal_id', '=', 'proposal.id')
          .select(['answer', 'reason', 'answered_at', 'staff.given_name', 'staff.family_name'])
          .orderBy('answered_at', 'desc')
          .orderBy('duplicate_answer.recorded_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('proposal')
    .select(['last.answer', 'last.reason', 'last.answered_at', 'last.given_name', 'last.family_name']);
}

function proposalFrom(row: Awaited<ReturnType<ReturnType<typeof asked>['execute']>>[number]): Proposal {
  return {
    id: row.id,
    persons: [row.person_id, row.other_id],
    one: row.person_id,
    other: row.other_id,
    occasion: row.occasion,
    likelihood: Number(row.likelihood),
    proposedAt: row.proposed_at,
    answered: answeredFrom(row),
  };
}

function answeredFrom(row: {
  answer: string | null;
  reason: string | null;
  answered_at: Date | null;
  given_name: string | null;
  family_name: string | null;
}): Answered | undefined {
  if (row.answer === null || row.answered_at === null || !isCode(DUPLICATE_ANSWERS, row.answer))
    return undefined;
  return {
    answer: row.answer,
    reason: row.reason ?? '',
    at: row.answered_at,
    by: [row.given_name, row.family_name].filter(Boolean).join(' '),
  };
}
