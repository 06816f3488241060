import { ago } from '../../../language/dates-in-words.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { changeKeys, changeTheme } from './actions.ts';
import { OwnAccountPage } from './pages.tsx';
import { draftsWaiting } from './store.ts';

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
    page: (_, context) => accountPage(context, []),
  });
  web.submit('/own-account/theme', changeTheme, after);
  web.submit('/own-account/keys', changeKeys, after);
}

const after = {
  find: oneself,
  done: () => '/own-account',
  refused: (_: Subject, { problems }: Refusal, context: Context) => accountPage(context, problems),
};

async function accountPage(context: Context, problems: readonly Problem[]): Promise<Page> {
  const { viewer, profile, now } = context;
  const { count, latest } = await draftsWaiting(context);
  const kept = latest === undefined ? '' : `, the latest kept ${ago(latest, now)}`;
  return {
    title: 'Your account',
    place: null,
    body: (
      <OwnAccountPage
        viewer={viewer}
        roles={viewer.roles.map((role) => profile.roles[role].title)}
        drafts={count === 0 ? 'None are waiting' : `${count} waiting for you${kept}`}
        problems={problems}
      />
    ),
  };
}
