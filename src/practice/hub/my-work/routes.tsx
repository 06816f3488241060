import { noSubject } from '../../../platform/action.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { MyWorkPage } from './pages.tsx';
import { waitingFor } from './reading.ts';

/** The page of what waits for whoever is signed in. It shows counts and no names, so it is about nobody. */
export function routes(web: Web): void {
  web.show('/my-work', {
    permission: 'own account: change',
    find: noSubject,
    page: async (_, context) => ({
      title: 'My work',
      place: 'my work',
      body: <MyWorkPage waiting={await waitingFor(context)} now={context.now} />,
    }),
  });
}
