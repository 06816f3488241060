import { ago } from '../../../language/dates-in-words.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { changeKeys, changeTheme, sayStreet } from './actions.ts';
import { OwnAccountPage } from './pages.tsx';
import { draftsWaiting, streetOf } from './store.ts';

/** Whoever is signed in. Nobody can name anybody else here. */
const oneself: Loader<Subject> = {
  kind: 'own account',
  load: async ({ by }) => ({ id: by, persons: [] }),
};

/** Hangs one's own account on its address. */
export function routes(web: Web): void {
  web.show('/own-account', {
    permission: 'own account: change',
    find: oneself,
    page: (_, context) => accountPage(context),
  });
  web.submit('/own-account/theme', changeTheme, after);
  web.submit('/own-account/keys', changeKeys, after);
  web.submit('/own-account/street', sayStreet, after);
}

const after = {
  find: oneself,
  done: () => '/own-account',
  refused: (_: Subject, refusal: Refusal, context: Context) => accountPage(context, refusal),
};

async function accountPage(context: Context, refusal?: Refusal): Promise<Page> {
  const { viewer, profile, now } = context;
  const [{ count, latest }, street] = await Promise.all([draftsWaiting(context), streetOf(context)]);
  const kept = latest === undefined ? '' : `, the latest kept ${ago(latest, now)}`;
  return {
    title: 'Your account',
    place: null,
    body: (
      <OwnAccountPage
        viewer={viewer}
        roles={viewer.roles.map((role) => profile.roles[role].title)}
        drafts={count === 0 ? 'None are waiting' : `${count} waiting for you${kept}`}
        street={refusal?.values['street'] ?? street}
        problems={refusal?.problems ?? []}
      />
    ),
  };
}
