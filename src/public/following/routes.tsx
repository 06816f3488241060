import type { Web } from '../../platform/web/web.tsx';
import { followPrivateLink } from '../../practice/hub/private-link/index.ts';
import { pathsOf, readerOf } from '../reader.ts';
import { FollowPage, NothingToFollow } from './pages.tsx';

/** Adds the address of private links, in every language there is a catalogue for. */
export function followingRoutes(web: Web): void {
  for (const { code, path } of pathsOf('/follow/:token'))
    web.publicPage(path, async (context, { token = '' }) => {
      const reader = readerOf(context, code);
      const followed = await followPrivateLink(context, token);
      return followed === undefined
        ? { document: <NothingToFollow reader={reader} />, status: 404 }
        : { document: <FollowPage reader={reader} followed={followed} token={token} /> };
    });
}
