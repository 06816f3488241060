import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { documentsOf } from '../case-sample-document/index.ts';
import { comment } from './actions.ts';
import { SampledCasePage, SampledCasesPage } from './pages.tsx';
import type { SampledCase } from './rules.ts';
import { caseInSample, casesForViewer, ownComments, sampledFacts } from './store.ts';

/** Hangs the cases that an adviser reads on their addresses. */
export function routes(web: Web): void {
  web.show('/sampled-cases', {
    permission: 'sampled case: read',
    find: noSubject,
    page: (_, context) => listPage(context),
  });
  web.show('/sampled-cases/:caseId', {
    permission: 'sampled case: read',
    find: caseInSample,
    page: (one, context) => casePage(one, context),
  });
  web.submit('/sampled-cases/:caseId/comments', comment, {
    find: caseInSample,
    done: (_, one) => `/sampled-cases/${one.id}`,
    refused: (one, refusal, context) => casePage(one, context, refusal),
  });
}

async function listPage(context: Context): Promise<Page> {
  const cases = await casesForViewer(context);
  return {
    title: 'Cases to read',
    place: 'my work',
    body: <SampledCasesPage cases={cases} today={context.today} />,
    // A number and nothing else of anybody stands in the list: it shows nobody.
    looked: { kind: 'sampled case', persons: [] },
  };
}

async function casePage(one: SampledCase, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, today } = context;
  const [facts, comments, documents, typed] = await Promise.all([
    sampledFacts(db, one.id),
    ownComments(db, one.id),
    documentsOf(db, [one.id]),
    typedOn(context, comment.name, one.id, refusal),
  ]);
  return {
    title: `Case ${one.number}`,
    place: 'my work',
    body: <SampledCasePage {...{ one, facts, comments, documents, today }} {...typed} />,
  };
}
