import type { Id } from '../../../language/id.ts';
import { noSubject } from '../../../platform/action.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personBriefs, personOnRecord } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { childNamed } from '../written-together/index.ts';
import { ManagementDecisionPage, ManagementDecisionsPage, ToDoPage } from './pages.tsx';
import type { ManagementDecision } from './rules.ts';
import {
  actionsOf,
  actionsToDo,
  decisionCorrectionsOf,
  managementDecisionOnRecord,
  managementDecisionsOf,
} from './store.ts';

/** Hangs management decisions on their addresses. Making and carrying them out hangs beside (`management-decision-making`). */
export function routes(web: Web): void {
  const at = '/people/:personId/management-decisions';
  const permission = 'management decision: read';
  web.show(at, { permission, find: personOnRecord, page: decisionsPage });
  web.show('/management-decision-actions', { permission: 'management decision: carry out', find: noSubject, page: (_, context) => toDo(context) }); // biome-ignore format: one route a line
  web.show(`${at}/:managementDecisionId`, {
    permission,
    find: managementDecisionOnRecord,
    page: (decision, context) => managementDecisionPage(decision, context),
  });
}

async function toDo({ db, today }: Context): Promise<Page> {
  const actions = await actionsToDo(db);
  const persons = [...new Set(actions.map(({ personId }) => personId))];
  const [children, staff] = await Promise.all([
    personBriefs(db, persons),
    staffNamed(
      db,
      actions.map(({ staffId }) => staffId),
    ),
  ]);
  return {
    title: 'Decided, and to be done',
    place: 'my work',
    looked: { kind: 'action of a management decision', persons },
    body: <ToDoPage actions={actions} children={children} staff={staff} today={today} />,
  };
}

async function decisionsPage(child: Person, { db, today, viewer, knownAt }: Context): Promise<Page> {
  const decisions = await managementDecisionsOf(db, child.id);
  const [actions, staff] = await Promise.all([
    actionsOf(
      db,
      decisions.map(({ id }) => id),
    ),
    staffNamed(
      db,
      decisions.map(({ signedBy }) => signedBy),
    ),
  ]);
  return {
    title: `Management decisions: ${child.name}`,
    place: 'children',
    body: (
      <ManagementDecisionsPage
        child={child}
        decisions={decisions}
        actions={actions}
        staff={staff}
        today={today}
        mayMake={viewer.permissions.has('management decision: make') && knownAt === undefined}
      />
    ),
  };
}

/** The page of one management decision; where the ending of an action was refused, with what was typed. */
export async function managementDecisionPage(
  decision: ManagementDecision,
  context: Context,
  refusal?: Typed & { readonly ending: Id },
): Promise<Page> {
  const { db, today, viewer, knownAt, query } = context;
  const [actions, corrections, briefs] = await Promise.all([
    actionsOf(db, [decision.id]),
    decisionCorrectionsOf(db, decision.id),
    personBriefs(db, [decision.personId]),
  ]);
  const staff = await staffNamed(db, [
    decision.signedBy,
    ...actions.flatMap(({ staffId, endedBy }) => [staffId, endedBy]),
    ...corrections.map(({ by }) => by),
  ]);
  const child = childNamed(briefs, decision.personId);
  const has = (permission: 'management decision: make' | 'management decision: carry out') =>
    viewer.permissions.has(permission) && knownAt === undefined;
  const aside = valueIn(query, 'aside');
  return {
    title: `Management decision: ${child.name}`,
    place: 'children',
    body: (
      <ManagementDecisionPage
        child={child}
        decision={decision}
        actions={actions}
        corrections={corrections}
        staff={staff}
        may={{
          correct: has('management decision: make'),
          carryOut: has('management decision: carry out'),
          setAside: has('management decision: make'),
        }}
        today={today}
        values={{}}
        problems={[]}
        ending={actions.find(({ id }) => id === aside)?.id}
        {...refusal}
      />
    ),
    looked: { kind: 'management decision', id: decision.id, persons: [decision.personId] },
  };
}
