import { noSubject } from '../../../platform/action.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { agencies } from '../agency/index.ts';
import { onDutyAt } from '../duty/index.ts';
import { DirectoryPage } from './pages.tsx';
import { postsOn, teamsOn } from './store.ts';

/** Hangs the directory on its address. */
export function routes(web: Web): void {
  web.show('/directory', {
    permission: 'staff: read',
    find: noSubject,
    page: async (_, { db, today, now }) => {
      const known = await agencies(db);
      return {
        title: 'Directory',
        place: 'directory',
        body: (
          <DirectoryPage
            teams={await teamsOn(db, today)}
            posts={await postsOn(db, today)}
            agencies={known.filter(({ endedOn }) => endedOn === undefined || endedOn >= today)}
            onDuty={await onDutyAt(db, now)}
          />
        ),
      };
    },
  });
}
