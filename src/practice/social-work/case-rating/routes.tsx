import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { ratingsOf } from '../../people/childhood/index.ts';
import { openPeriods, type Person, personOnRecord } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { caseReading } from '../case-reading/index.ts';
import { rateCase } from './actions.ts';
import { NewRatingPage, RatingsPage } from './pages.tsx';
import { followsOf, othersInSquare } from './reading.ts';
import { refusalInWords } from './rules.ts';
import { problemOnRecord } from './store.ts';

/** Hangs the ratings of a case on their addresses. */
export function routes(web: Web): void {
  const at = '/people/:personId/ratings';
  web.show(at, { permission: 'case rating: read', find: personOnRecord, page: all });
  web.show(`${at}/new`, {
    permission: rateCase.permission,
    find: personOnRecord,
    page: (child, context) => rating(child, context),
  });
  web.submit(at, rateCase, {
    find: personOnRecord,
    done: (_id, { id }) => `/people/${id}/ratings`,
    refused: (child, refusal, context) => rating(child, context, refusal),
  });
}

async function all(child: Person, context: Context): Promise<Page> {
  const { db, viewer, knownAt } = context;
  const [ratings, open] = await Promise.all([ratingsOf(db, child.id), openPeriods(db, [child.id])]);
  const staff = await staffNamed(
    db,
    ratings.map(({ ratedBy }) => ratedBy),
  );
  const isOpen = open.has(child.id);
  return {
    title: `Ratings of ${child.name}`,
    place: 'children',
    body: (
      <RatingsPage
        child={child}
        ratings={ratings}
        staff={staff}
        isOpen={isOpen}
        mayRate={isOpen && viewer.permissions.has('case rating: make') && knownAt === undefined}
        context={context}
      />
    ),
  };
}

async function rating(child: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const { db, by } = context;
  const [reading, draft, problem] = await Promise.all([
    caseReading(child, context),
    draftOf(context, rateCase.name, child.id),
    problemOnRecord(db, child.id, by),
  ]);
  const [inForce] = reading.ratings;
  return {
    title: `Rate the case of ${child.name}`,
    place: 'children',
    body: (
      <NewRatingPage
        reading={reading}
        others={await othersInSquare(db, inForce)}
        follows={followsOf(refusal, inForce)}
        mayNot={refusal === undefined && problem !== undefined ? refusalInWords(problem).message : undefined}
        draft={{
          url: `/drafts/${encodeURIComponent(rateCase.name)}/${child.id}`,
          version: draft?.version ?? 0,
        }}
        context={context}
        {...(refusal ?? { values: draft?.answers ?? {}, problems: [] })}
      />
    ),
  };
}
