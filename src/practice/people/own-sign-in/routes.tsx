import type { Loader, Subject } from '../../../platform/action.ts';
import { factorsOf } from '../../../platform/identity/factors.ts';
import { liveSessions } from '../../../platform/identity/sessions.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { endOne, endOthers, nameIt, removeCodes, removePasskey } from './actions.ts';
import { OwnSignInPage } from './pages.tsx';
import { ownPasskey, ownSession } from './store.ts';

/** Whoever is signed in. */
const oneself: Loader<Subject> = { kind: 'own account', load: async ({ by }) => ({ id: by, persons: [] }) };

const PAGE = '/own-account/sign-in';

const after = {
  done: () => PAGE,
  refused: (_: Subject, { problems }: Refusal, context: Context) => signInPage(context, problems),
};

/** Hangs how one signs in on its addresses. */
export function routes(web: Web): void {
  web.show(PAGE, {
    permission: 'own account: change',
    find: oneself,
    page: (_, context) => signInPage(context, []),
  });
  web.submit('/own-account/code/removal', removeCodes, { find: oneself, ...after });
  web.submit('/own-account/passkeys/:passkeyId/removal', removePasskey, { find: ownPasskey, ...after });
  web.submit('/own-account/passkeys/:passkeyId/name', nameIt, { find: ownPasskey, ...after });
  web.submit('/own-account/sessions/:sessionId/end', endOne, { find: ownSession, ...after });
  web.submit('/own-account/sessions/end-others', endOthers, { find: oneself, ...after });
}

async function signInPage(context: Context, problems: Refusal['problems']): Promise<Page> {
  const { db, authority, session } = context;
  const [factors, sessions] = await Promise.all([
    factorsOf(db, session.accountId),
    liveSessions(db, authority.schema, session.accountId),
  ]);
  return {
    title: 'How you sign in',
    place: null,
    body: <OwnSignInPage factors={factors} sessions={sessions} context={context} problems={problems} />,
  };
}
