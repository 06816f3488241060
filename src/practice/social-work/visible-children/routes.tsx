import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { staffNamed } from '../../people/staff/index.ts';
import { VisibleChildrenPage } from './pages.tsx';
import { childrenInSight } from './store.ts';

/** Hangs the list of visible children on its address. */
export function routes(web: Web): void {
  web.show('/visible-children', {
    permission: 'visit: read',
    find: noSubject,
    page: (_nothing, context) => visibleChildren(context),
  });
}

async function visibleChildren(context: Context): Promise<Page> {
  const children = await childrenInSight(context);
  const staff = await staffNamed(
    context.db,
    children.map(({ lastSeen }) => lastSeen?.by),
  );
  return {
    title: 'Visible children',
    place: 'my work',
    body: <VisibleChildrenPage children={children} staff={staff} today={context.today} />,
    looked: { kind: 'visit', persons: children.map(({ child }) => child.id) },
  };
}
