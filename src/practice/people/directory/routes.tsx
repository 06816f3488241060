import { noSubject } from '../../../platform/action.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { agencies } from '../agency/index.ts';
import { onDutyAt } from '../duty/index.ts';
import { DirectoryPage } from './pages.tsx';
import { postsOn, teamsOn } from './store.ts';

const KEPT = [
  { href: '/staff', words: 'Staff and accounts', permission: 'account: manage' },
  { href: '/teams', words: 'Teams', permission: 'account: manage' },
  { href: '/agencies', words: 'Partner agencies', permission: 'agency: manage' },
  { href: '/right-requests', words: 'Waiting for a second person', permission: 'account: agree' },
] as const;

/** Hangs the directory on its address. */
export function routes(web: Web): void {
  web.show('/directory', {
    permission: 'staff: read',
    find: noSubject,
    page: async (_, { db, today, now, viewer }) => {
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
            keeps={KEPT.filter(({ permission }) => viewer.permissions.has(permission))}
          />
        ),
      };
    },
  });
}
