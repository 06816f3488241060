import { noSubject } from '../../../platform/action.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { AskedOfUsPage } from './pages.tsx';
import { askedOn } from './rules.ts';

/** Hangs what is asked of us on its address, for every member of staff. */
export function routes(web: Web): void {
  web.show('/what-is-asked-of-us', {
    permission: 'profile: read',
    find: noSubject,
    page: (_nobody, { profile, today }) => ({
      title: 'What is asked of us',
      place: null,
      body: <AskedOfUsPage place={profile.place} asked={askedOn(profile.timescales, today)} />,
    }),
  });
}
