import { noSubject } from '../../../platform/action.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { workersNamed } from '../../people/allocation/index.ts';
import { personBriefs } from '../../people/person/index.ts';
import { OversightPage } from './pages.tsx';
import { casesOf, SHOWN } from './rules.ts';
import { openCases } from './store.ts';

/** As many as somebody can look through; the counts say how many there are. */
const MOST_SHOWN = 100;

/** Hangs the cases by rating on their address. */
export function routes(web: Web): void {
  web.show('/case-ratings', {
    permission: 'case rating: read',
    find: noSubject,
    page: (_nothing, context) => oversight(context),
  });
}

async function oversight(context: Context): Promise<Page> {
  const { db, today, query, viewer } = context;
  const cases = await openCases(context);
  const shown = SHOWN.find((one) => one === valueIn(query, 'show')) ?? 'due';
  const found = casesOf(shown, cases, today);
  const listed = found.slice(0, MOST_SHOWN);
  const ids = listed.map(({ personId }) => personId);
  const [children, workers] = await Promise.all([personBriefs(db, ids), workersNamed(db, ids)]);
  return {
    title: 'Cases by rating',
    place: 'my work',
    looked: { kind: 'case rating', persons: ids },
    body: (
      <OversightPage
        cases={cases}
        shown={shown}
        listed={listed}
        found={found.length}
        children={children}
        workers={workers}
        mayReadExercises={viewer.permissions.has('rating exercise: read')}
        today={today}
      />
    ),
  };
}
