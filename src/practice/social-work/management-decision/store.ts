import { type Selectable, sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader } from '../../../platform/action.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type {
  ManagementDecisionAction as ActionRow,
  ManagementDecision as DecisionRow,
} from '../../../platform/database/schema.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import { DECISION_OCCASIONS } from '../../../profile/code-sets/case-notes.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import type { Correction } from '../written-together/index.ts';
import type { DecisionAction, ManagementDecision } from './rules.ts';

const MOST_SHOWN = 200;

/** Finds a management decision about the child whom the address names, through what the viewer may see. */
export const managementDecisionOnRecord: Loader<ManagementDecision> = {
  kind: 'management decision',
  load: async ({ db }, { personId = '', managementDecisionId = '' }) =>
    isId(personId) && isId(managementDecisionId)
      ? decisionById(db, personId, managementDecisionId)
      : undefined,
};

/** One management decision about a child, or nothing where the transaction may not see it. */
export async function decisionById(db: Db, personId: Id, id: Id): Promise<ManagementDecision | undefined> {
  const row = await db
    .selectFrom('management_decision')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && decisionFrom(row);
}

/** Finds what must be done after a decision, through what the viewer may see of the child. */
export const decisionActionOnRecord: Loader<DecisionAction> = {
  kind: 'action of a management decision',
  about: 'one person',
  load: async ({ db }, { decisionActionId = '' }) => {
    if (!isId(decisionActionId)) return undefined;
    const row = await db
      .selectFrom('management_decision_action')
      .selectAll()
      .where('id', '=', decisionActionId)
      .executeTakeFirst();
    return row && actionFrom(row);
  },
};

/** The management decisions about a child, the latest first. */
export async function managementDecisionsOf(db: Db, personId: Id): Promise<readonly ManagementDecision[]> {
  const rows = await db
    .selectFrom('management_decision')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('decided_on', 'desc')
    .orderBy('signed_at', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(decisionFrom);
}

/** What must be done after these decisions, what is due first. */
export async function actionsOf(db: Db, decisionIds: readonly Id[]): Promise<readonly DecisionAction[]> {
  if (decisionIds.length === 0) return [];
  const rows = await db
    .selectFrom('management_decision_action')
    .selectAll()
    .where('management_decision_id', '=', anyOf(decisionIds))
    .orderBy('due_on')
    .orderBy('recorded_at')
    .execute();
  return rows.map(actionFrom);
}

/**
 * What is still to be done after management decisions, for every child whom the transaction may see or for these, what is due first;
 * by one member of staff alone where one is named.
 */
export async function actionsToDo(
  db: Db,
  { personIds, staffId }: { readonly personIds?: readonly Id[]; readonly staffId?: Id } = {},
): Promise<readonly DecisionAction[]> {
  if (personIds?.length === 0) return [];
  let asked = db.selectFrom('management_decision_action').selectAll().where('ended_at', 'is', null);
  if (personIds !== undefined) asked = asked.where('person_id', '=', anyOf(personIds));
  if (staffId !== undefined) asked = asked.where('staff_id', '=', staffId);
  return (await asked.orderBy('due_on').limit(1000).execute()).map(actionFrom);
}

/** What is to be done until a day after management decisions: for these children, and by this member of staff for any child in sight. */
export async function actionsDue(
  db: Db,
  {
    children,
    staffId,
    until,
  }: { readonly children: readonly Id[]; readonly staffId: Id; readonly until: Day },
): Promise<readonly (DecisionAction & { readonly decidedOn: Day })[]> {
  const rows = await db
    .selectFrom('management_decision_action as action')
    .innerJoin('management_decision', 'management_decision.id', 'action.management_decision_id')
    .selectAll('action')
    .select('management_decision.decided_on')
    .where('action.ended_at', 'is', null)
    .where('action.due_on', '<=', until)
    .where(sql<boolean>`(action.staff_id = ${staffId} or action.person_id = any(${[...children]}::uuid[]))`)
    .orderBy('action.due_on')
    .limit(1000)
    .execute();
  return rows.map((row) => ({ ...actionFrom(row), decidedOn: row.decided_on }));
}

/** Why a management decision was corrected, the latest first. */
export async function decisionCorrectionsOf(db: Db, id: Id): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom('management_decision_correction')
    .selectAll()
    .where('management_decision_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, reason: row.reason, at: row.corrected_at, by: row.corrected_by }));
}

function decisionFrom(row: Selectable<DecisionRow>): ManagementDecision {
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    occasion: isCode(DECISION_OCCASIONS, row.occasion) ? row.occasion : 'ad hoc',
    decidedOn: row.decided_on,
    decided: row.decided,
    why: row.why,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    version: row.version,
  };
}

function actionFrom(kept: Selectable<ActionRow>): DecisionAction {
  const row = withoutNulls(kept);
  return {
    id: row.id,
    persons: [row.person_id],
    personId: row.person_id,
    decisionId: row.management_decision_id,
    what: row.what,
    staffId: row.staff_id,
    named: row.named,
    dueOn: row.due_on,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    outcome: row.outcome,
    endedWords: row.ended_words,
  };
}
