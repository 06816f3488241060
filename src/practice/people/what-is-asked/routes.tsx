import { noSubject } from '../../../platform/action.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { declaredPeriods, standingOn } from './declared.ts';
import { AskedOfUsPage } from './pages.tsx';
import { askedOn } from './rules.ts';

/** Hangs what is asked of us on its address, for every member of staff. */
export function routes(web: Web): void {
  web.show('/what-is-asked-of-us', {
    permission: 'profile: read',
    find: noSubject,
    page: async (_nobody, { db, profile, today }) => ({
      title: 'What is asked of us',
      place: null,
      body: (
        <AskedOfUsPage
          place={profile.place}
          asked={askedOn(profile.timescales, today)}
          declared={(await declaredPeriods(db)).filter((one) => standingOn(one, today) !== 'over')}
        />
      ),
    }),
  });
}
