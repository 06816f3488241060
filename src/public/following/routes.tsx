import { tryDoor } from '../../platform/web/door-tries.ts';
import type { Web } from '../../platform/web/web.tsx';
import { followPrivateLink } from '../../practice/hub/private-link/index.ts';
import { pathsOf, readerOf } from '../reader.ts';
import { FollowPage, NothingToFollow, TooManyTries } from './pages.tsx';

/** Adds the address of private links, in every language there is a catalogue for. */
export function followingRoutes(web: Web): void {
  for (const { code, path } of pathsOf('/follow/:token'))
    web.publicPage(path, async (context, { token = '' }) => {
      const reader = readerOf(context, code);
      const { opened, again } = await tryDoor(context, 'private link', token, () =>
        followPrivateLink(context, token),
      );
      if (again)
        return { document: <TooManyTries reader={reader} again={again} />, status: 429, retryAt: again };
      return opened === undefined
        ? { document: <NothingToFollow reader={reader} />, status: 404 }
        : { document: <FollowPage reader={reader} followed={opened} token={token} /> };
    });
}
