import type { Loader, Subject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { casesIn, sampleOnRecord } from '../case-sample/index.ts';
import { documentToTake, fileOf } from '../case-sample-document/index.ts';
import { caseInSample, type SampledCase } from '../sampled-case/index.ts';
import { attach } from './actions.ts';
import { AttachPage } from './pages.tsx';

/** Finds a document by the case in which the adviser reads it. */
const inOwnCase: Loader<Subject> = {
  kind: 'case sample document',
  load: async (context, params) => {
    const one = await caseInSample.load(context, params);
    return one && documentToTake(context.db, params['documentId'] ?? '', [one]);
  },
};

/** Finds a document by the sample of those who chose it, in a case that they may open. */
const inSample: Loader<Subject> = {
  kind: 'case sample document',
  load: async (context, params) => {
    const sample = await sampleOnRecord.load(context, params);
    if (sample === undefined) return undefined;
    const cases = await casesIn(context.db, sample.id);
    const about = cases.map(({ id, personId }) => ({ id, persons: [personId] }));
    return documentToTake(context.db, params['documentId'] ?? '', about);
  },
};

/** Hangs what is attached to sampled cases on its addresses. */
export function routes(web: Web): void {
  web.show('/sampled-cases/:caseId/documents/new', {
    permission: attach.permission,
    find: caseInSample,
    page: (one, context) => attachPage(one, context),
  });
  web.submit('/sampled-cases/:caseId/documents', attach, {
    find: caseInSample,
    done: (_, one) => `/sampled-cases/${one.id}`,
    refused: (one, refusal, context) => attachPage(one, context, refusal),
  });
  web.file('/sampled-cases/:caseId/documents/:documentId', {
    permission: 'sampled case: read',
    find: inOwnCase,
    file: (found, { db }) => fileOf(db, found),
  });
  web.file('/case-samples/:sampleId/documents/:documentId', {
    permission: 'case sample: read',
    find: inSample,
    file: (found, { db }) => fileOf(db, found),
  });
}

async function attachPage(one: SampledCase, context: Context, refusal?: Refusal): Promise<Page> {
  return {
    title: `Attach a document to case ${one.number}`,
    place: 'my work',
    body: <AttachPage one={one} {...(await typedOn(context, attach.name, one.id, refusal))} />,
  };
}
