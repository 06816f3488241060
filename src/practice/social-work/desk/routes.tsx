import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { timescaleOn } from '../../../profile/timescales.ts';
import { loadsOf, workersIn } from '../caseload/index.ts';
import type { ThingsToDo } from '../thing-to-do/index.ts';
import { askedIn, worklistOf } from '../worklist/index.ts';
import { DeskPage } from './pages.tsx';
import { briefsOfWaiting, deskOf } from './reading.ts';

/** Hangs a worker's own desk on its address. */
export function routes(web: Web, others: readonly ThingsToDo[]): void {
  web.show('/desk', {
    permission: 'desk: read',
    find: noSubject,
    page: (_, context) => desk(context, others),
  });
}

async function desk(context: Context, others: readonly ThingsToDo[]): Promise<Page> {
  const { db, by, today, viewer, profile, query } = context;
  const [read, colleagues] = await Promise.all([deskOf(context), workersIn(db, today, viewer.teams)]);
  const self = colleagues.filter(({ id }) => id === by);
  const mine = [...read.own, ...read.covered.flatMap(({ children }) => children)];
  const ids = [...new Set(mine.map(({ personId }) => personId))];
  const [loads, briefs, worklist] = await Promise.all([
    loadsOf(db, profile, self),
    briefsOfWaiting(context, read),
    worklistOf(context, { whose: 'own', children: ids, briefs: read.briefs, by: askedIn(query).by, others }),
  ]);
  const listed = [...mine, ...read.waiting, ...worklist.items];
  return {
    title: 'My desk',
    place: 'my work',
    looked: { kind: 'desk', persons: [...new Set(listed.flatMap(({ personId }) => personId ?? []))] },
    body: (
      <DeskPage
        desk={{ ...read, briefs }}
        load={loads.get(by)}
        standing={timescaleOn(profile.timescales, 'assessment completed', today)?.standing}
        worklist={worklist}
        context={context}
      />
    ),
  };
}
