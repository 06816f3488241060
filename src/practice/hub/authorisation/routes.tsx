import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { staffNamed } from '../../people/staff/index.ts';
import { alertBand } from '../alert/index.ts';
import { authorise } from './actions.ts';
import { AuthorisationsPage } from './pages.tsx';
import { awaitingAuthorisation, decisionOnRecord } from './store.ts';

/** Hangs the second signatures on their addresses. */
export function routes(web: Web): void {
  web.show('/authorisations', {
    permission: 'contact: authorise',
    find: noSubject,
    page: (_nothing, context) => waitingForSignature(context),
  });
  web.submit('/decisions/:decisionId/authorisation', authorise, {
    find: decisionOnRecord,
    done: () => '/authorisations',
    refused: (_decision, refusal, context) => waitingForSignature(context, refusal),
  });
}

async function waitingForSignature(context: Context, refusal?: Refusal): Promise<Page> {
  const waiting = await awaitingAuthorisation(context.db);
  const staff = await staffNamed(
    context.db,
    waiting.map((decision) => decision.signedBy),
  );
  return {
    title: 'Decisions to authorise',
    place: 'hub',
    band: await alertBand(context),
    looked: { kind: 'decision', persons: waiting.flatMap((decision) => decision.personId ?? []) },
    body: <AuthorisationsPage waiting={waiting} staff={staff} context={context} refusal={refusal} />,
  };
}
