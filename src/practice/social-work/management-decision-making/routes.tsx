import { dayAsTyped } from '../../../language/typed-day.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftAt, draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personBriefs, personOnRecord } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { workersIn } from '../caseload/index.ts';
import {
  type DecisionAction,
  decisionActionOnRecord,
  decisionById,
  type ManagementDecision,
  managementDecisionOnRecord,
  managementDecisionPage,
} from '../management-decision/index.ts';
import { childNamed, correctionShown } from '../written-together/index.ts';
import { CORRECTED_MEANWHILE, carryOut, correct, make } from './actions.ts';
import { CorrectPage, MakePage } from './pages.tsx';

/** Hangs making a management decision, correcting it and carrying it out on their addresses. */
export function routes(web: Web): void {
  const at = '/people/:personId/management-decisions';
  const here = (_done: unknown, { id, personId }: ManagementDecision) =>
    `/people/${personId}/management-decisions/${id}`;
  web.show(`${at}/new`, { permission: make.permission, find: personOnRecord, page: (child, context) => making(child, context) }); // biome-ignore format: one route a line
  web.submit(at, make, {
    find: personOnRecord,
    done: (id, child) => `/people/${child.id}/management-decisions/${id}`,
    refused: (child, refusal, context) => making(child, context, refusal),
  });
  web.show(`${at}/:managementDecisionId/corrections/new`, {
    permission: correct.permission,
    find: managementDecisionOnRecord,
    page: (decision, context) => correcting(decision, context),
  });
  web.submit(`${at}/:managementDecisionId/corrections`, correct, {
    find: managementDecisionOnRecord,
    done: here,
    refused: (decision, refusal, context) => correcting(decision, context, refusal),
  });
  web.submit('/management-decision-actions/:decisionActionId/ending', carryOut, {
    find: decisionActionOnRecord,
    done: (_done, { personId, decisionId }) => `/people/${personId}/management-decisions/${decisionId}`,
    refused: (act, refusal, context) => ending(act, context, refusal),
  });
}

async function making(child: Person, context: Context, refusal?: Typed): Promise<Page> {
  const { db, today, viewer } = context;
  const [workers, draft] = await Promise.all([workersIn(db, today), draftOf(context, make.name, child.id)]);
  const own = { id: viewer.staffId, name: viewer.name };
  const fresh = { values: draft?.answers ?? { decidedOn: dayAsTyped(today) }, problems: [] };
  return {
    title: `Decide about ${child.name}`,
    place: 'children',
    body: (
      <MakePage
        child={child}
        staff={[own, ...workers.filter(({ id }) => id !== own.id)]}
        draft={draftAt(make.name, child.id, draft)}
        {...(refusal ?? fresh)}
      />
    ),
  };
}

async function correcting(decision: ManagementDecision, context: Context, refusal?: Typed): Promise<Page> {
  const [briefs, draft] = await Promise.all([
    personBriefs(context.db, [decision.personId]),
    draftOf(context, correct.name, decision.id),
  ]);
  const { decided, why, occasion, decidedOn } = decision;
  const answers = { decided, why, occasion, decidedOn: dayAsTyped(decidedOn) };
  const stands = { version: decision.version, answers };
  return {
    title: 'Correct a management decision',
    place: 'children',
    body: (
      <CorrectPage
        child={childNamed(briefs, decision.personId)}
        decisionId={decision.id}
        draft={draftAt(correct.name, decision.id, draft)}
        {...correctionShown(CORRECTED_MEANWHILE, stands, refusal, draft)}
      />
    ),
  };
}

async function ending(act: DecisionAction, context: Context, refusal: Typed): Promise<Page> {
  const decision = await decisionById(context.db, act.personId, act.decisionId);
  if (decision === undefined) throw new Error('an action stands with its decision');
  return managementDecisionPage(decision, context, { ...refusal, ending: act.id });
}
