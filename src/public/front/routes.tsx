import type { Web } from '../../platform/web/web.tsx';
import { pathsOf, readerOf } from '../reader.ts';
import { FrontPage, WhatWeDoWithIt } from './pages.tsx';

/** Adds the front page and its neighbours, in every language there is a catalogue for. */
export function frontRoutes(web: Web): void {
  for (const { code, path } of pathsOf('/'))
    web.publicPage(path, async (context) => ({ document: <FrontPage reader={readerOf(context, code)} /> }));
  for (const { code, path } of pathsOf('/what-we-do-with-what-you-tell-us'))
    web.publicPage(path, async (context) => ({
      document: <WhatWeDoWithIt reader={readerOf(context, code)} />,
    }));
  web.publicPage('/leave', async ({ profile }) => ({ to: profile.publicPages.leaveTo.href }));
}
