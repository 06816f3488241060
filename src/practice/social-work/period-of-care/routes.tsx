import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { FactOfChildPage } from '../../people/childhood/index.ts';
import { dayOfLife, type Person, personById, personOnRecord } from '../../people/person/index.ts';
import { begin, end } from './actions.ts';
import { BeginningQuestions, EndingQuestions } from './pages.tsx';
import type { PeriodOnRecord } from './rules.ts';
import { periodOfCareOnRecord } from './store.ts';

/** Hangs the beginning and the end of a period of care on their addresses. */
export function routes(web: Web): void {
  web.show('/people/:personId/periods-of-care/new', {
    permission: begin.permission,
    find: personOnRecord,
    page: (child, context) => beginning(child, context),
  });
  web.submit('/people/:personId/periods-of-care', begin, {
    find: personOnRecord,
    done: (_, child) => `/people/${child.id}`,
    refused: (child, refusal, context) => beginning(child, context, refusal),
  });
  web.show('/periods-of-care/:periodOfCareId/ending/new', {
    permission: end.permission,
    find: periodOfCareOnRecord,
    page: (period, context) => ending(period, context),
  });
  web.submit('/periods-of-care/:periodOfCareId/ending', end, {
    find: periodOfCareOnRecord,
    done: (_, period) => `/people/${period.personId}`,
    refused: (period, refusal, context) => ending(period, context, refusal),
  });
}

async function beginning(child: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const title = 'Begin a period of care';
  return {
    title: `${title}: ${child.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={child}
        title={title}
        below="From that day they are counted as in care, until the period ends."
        to={`/people/${child.id}/periods-of-care`}
        button="Begin the period of care"
        {...(await typedOn(context, begin.name, child.id, refusal))}
      >
        <BeginningQuestions />
      </FactOfChildPage>
    ),
  };
}

async function ending(period: PeriodOnRecord, context: Context, refusal?: Refusal): Promise<Page> {
  const title = 'End a period of care';
  const child = await personById(context.db, period.personId);
  const name = child?.name ?? 'The child';
  return {
    title: `${title}: ${name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={{ id: period.personId, name }}
        title={title}
        below={`It began on ${dayOfLife(period.beganOn)}. An end is not taken back.`}
        to={`/periods-of-care/${period.id}/ending`}
        button="End the period of care"
        {...(await typedOn(context, end.name, period.id, refusal))}
      >
        <EndingQuestions />
      </FactOfChildPage>
    ),
  };
}
