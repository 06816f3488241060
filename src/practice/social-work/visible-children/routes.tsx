import { noSubject } from '../../../platform/action.ts';
import { onPage, pageAsked } from '../../../platform/html/paging.tsx';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { staffNamed } from '../../people/staff/index.ts';
import { declaredPeriods } from '../../people/what-is-asked/index.ts';
import { longestUnseenFirst } from '../next-visit/index.ts';
import { childrenAskedFor } from '../whose-children/index.ts';
import { VisibleChildrenPage } from './pages.tsx';
import { showIn, shownOf } from './rules.ts';
import { childrenInSight } from './store.ts';

const A_PAGE = 50;

/** Hangs the list of visible children on its address. */
export function routes(web: Web): void {
  web.show('/visible-children', {
    permission: 'visit: read',
    find: noSubject,
    page: (_nothing, context) => visibleChildren(context),
  });
}

async function visibleChildren(context: Context): Promise<Page> {
  const { db, query, today } = context;
  const [{ whose, children: all }, declared] = await Promise.all([
    childrenAskedFor(context),
    declaredPeriods(db),
  ]);
  const show = showIn(query);
  const shown = longestUnseenFirst(shownOf(all, show, today));
  const paged = pageAsked(query['page'], A_PAGE, shown.length);
  const children = await childrenInSight(context, onPage(shown, paged));
  const staff = await staffNamed(
    db,
    children.map(({ lastSeen }) => lastSeen?.by),
  );
  return {
    title: 'Visible children',
    place: 'my work',
    body: <VisibleChildrenPage {...{ all, show, paged, children, staff, today, whose, declared }} />,
    looked: { kind: 'visit', persons: children.map(({ child }) => child.id) },
  };
}
