import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personBriefs, personOnRecord } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { nextVisit, sightOfEach } from '../next-visit/index.ts';
import { childNamed } from '../written-together/index.ts';
import { VisitPage, VisitsPage } from './pages.tsx';
import type { ChildVisit } from './rules.ts';
import { correctionsOf, visitedWith, visitOnRecord, visitsTo } from './store.ts';

/** Hangs the visits to a child on their addresses. Writing them down hangs beside (`visit-recording`). */
export function routes(web: Web): void {
  const at = '/people/:personId/visits';
  web.show(at, { permission: 'visit: read', find: personOnRecord, page: visitsPage });
  web.show(`${at}/:visitId`, { permission: 'visit: read', find: visitOnRecord, page: visitPage });
}

async function visitsPage(child: Person, context: Context): Promise<Page> {
  const { db, today, profile, viewer, knownAt } = context;
  const [visits, sights] = await Promise.all([visitsTo(db, child.id), sightOfEach(db, [child.id])]);
  const sight = sights.get(child.id);
  const staff = await staffNamed(
    db,
    visits.map(({ visitedBy }) => visitedBy),
  );
  return {
    title: `Visits to ${child.name}`,
    place: 'children',
    body: (
      <VisitsPage
        child={child}
        visits={visits}
        sight={sight}
        next={sight && nextVisit(sight, profile)}
        staff={staff}
        today={today}
        mayRecord={viewer.permissions.has('visit: record') && knownAt === undefined}
      />
    ),
  };
}

async function visitPage(visit: ChildVisit, context: Context): Promise<Page> {
  const { db, today, viewer, knownAt } = context;
  const [together, corrections] = await Promise.all([visitedWith(db, visit), correctionsOf(db, visit.id)]);
  const persons = [visit.personId, ...together.map(({ personId }) => personId)];
  const [briefs, staff] = await Promise.all([
    personBriefs(db, persons),
    staffNamed(db, [visit.visitedBy, ...corrections.map(({ by }) => by)]),
  ]);
  const child = childNamed(briefs, visit.personId);
  const others = together.flatMap(({ id: visitId, personId }) => {
    const name = briefs.get(personId)?.name;
    return name === undefined ? [] : [{ id: personId, name, visitId }];
  });
  return {
    title: `Visit to ${child.name}`,
    place: 'children',
    body: (
      <VisitPage
        child={child}
        visit={visit}
        others={others}
        corrections={corrections}
        staff={staff}
        today={today}
        mayCorrect={viewer.permissions.has('visit: correct') && knownAt === undefined}
      />
    ),
    looked: { kind: 'visit', id: visit.id, persons },
  };
}
