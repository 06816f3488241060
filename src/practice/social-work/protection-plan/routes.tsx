import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { FactOfChildPage } from '../../people/childhood/index.ts';
import { dayOfLife, type Person, personById, personOnRecord } from '../../people/person/index.ts';
import { begin, end } from './actions.ts';
import { BeginningQuestions, EndingQuestions } from './pages.tsx';
import type { PlanOnRecord } from './rules.ts';
import { protectionPlanOnRecord } from './store.ts';

/** Hangs the beginning and the end of a protection plan on their addresses. */
export function routes(web: Web): void {
  web.show('/people/:personId/protection-plans/new', {
    permission: begin.permission,
    find: personOnRecord,
    page: (child, context) => beginning(child, context),
  });
  web.submit('/people/:personId/protection-plans', begin, {
    find: personOnRecord,
    done: (_, child) => `/people/${child.id}`,
    refused: (child, refusal, context) => beginning(child, context, refusal),
  });
  web.show('/protection-plans/:protectionPlanId/ending/new', {
    permission: end.permission,
    find: protectionPlanOnRecord,
    page: (plan, context) => ending(plan, context),
  });
  web.submit('/protection-plans/:protectionPlanId/ending', end, {
    find: protectionPlanOnRecord,
    done: (_, plan) => `/people/${plan.personId}`,
    refused: (plan, refusal, context) => ending(plan, context, refusal),
  });
}

async function beginning(child: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const title = 'Begin a protection plan';
  return {
    title: `${title}: ${child.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={child}
        title={title}
        below="From that day they are counted as on a plan, until it ends."
        to={`/people/${child.id}/protection-plans`}
        button="Begin the plan"
        {...(await typedOn(context, begin.name, child.id, refusal))}
      >
        <BeginningQuestions />
      </FactOfChildPage>
    ),
  };
}

async function ending(plan: PlanOnRecord, context: Context, refusal?: Refusal): Promise<Page> {
  const title = 'End a protection plan';
  const child = await personById(context.db, plan.personId);
  const name = child?.name ?? 'The child';
  return {
    title: `${title}: ${name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={{ id: plan.personId, name }}
        title={title}
        below={`It began on ${dayOfLife(plan.beganOn)}. An end is not taken back.`}
        to={`/protection-plans/${plan.id}/ending`}
        button="End the plan"
        {...(await typedOn(context, end.name, plan.id, refusal))}
      >
        <EndingQuestions />
      </FactOfChildPage>
    ),
  };
}
