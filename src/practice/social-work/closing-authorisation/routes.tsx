import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftAt, draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { ratingsOf } from '../../people/childhood/index.ts';
import { type Person, personBriefs, personOnRecord } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { workingWith } from '../allocating/index.ts';
import {
  type Closing,
  closingOnRecord,
  closingsOf,
  closingsProposed,
  mayAuthorise,
  mayReturn,
  mayWithdraw,
  ratingThatProposed,
  standingOf,
  viewsOf,
} from '../closing/index.ts';
import { closingLettersOf } from '../closing-letter/index.ts';
import { openPeriodOf } from '../period-of-service/index.ts';
import { authorise, giveBack, withdraw } from './actions.ts';
import { ClosingsOfChildPage, ClosingsPage } from './lists.tsx';
import { ClosingPage } from './pages.tsx';

/** Hangs closings on their addresses. Proposing one hangs beside (`closing-proposal`). */
export function routes(web: Web): void {
  web.show('/closings', {
    permission: authorise.permission,
    find: noSubject,
    page: (_, context) => waiting(context),
  });
  web.show('/people/:personId/closings', {
    permission: 'closing: read',
    find: personOnRecord,
    page: ofChild,
  });
  web.show('/closings/:closingId', {
    permission: 'closing: read',
    find: closingOnRecord,
    page: (closing, context) => one(closing, context),
  });
  const refused = (closing: Closing, refusal: Typed, context: Context) => one(closing, context, refusal);
  // Whoever authorises may no longer see the child.
  const toList = () => '/closings';
  web.submit('/closings/:closingId/authorisation', authorise, {
    find: closingOnRecord,
    done: toList,
    refused,
  });
  web.submit('/closings/:closingId/return', giveBack, { find: closingOnRecord, done: toList, refused });
  web.submit('/closings/:closingId/withdrawal', withdraw, {
    find: closingOnRecord,
    done: (_done, { id }) => `/closings/${id}`,
    refused,
  });
}

async function waiting({ db, today, viewer }: Context): Promise<Page> {
  const closings = await closingsProposed(db);
  const persons = closings.map(({ personId }) => personId);
  const [children, staff] = await Promise.all([
    personBriefs(db, persons),
    staffNamed(
      db,
      closings.map(({ proposedBy }) => proposedBy),
    ),
  ]);
  const mayTell = viewer.permissions.has('closing letter: tell');
  return {
    title: 'Closings to authorise',
    place: 'my work',
    looked: { kind: 'closing', persons },
    body: (
      <ClosingsPage closings={closings} children={children} staff={staff} today={today} mayTell={mayTell} />
    ),
  };
}

async function ofChild(child: Person, { db, today, viewer, knownAt }: Context): Promise<Page> {
  const [closings, open] = await Promise.all([closingsOf(db, child.id), openPeriodOf(db, child.id)]);
  const staff = await staffNamed(
    db,
    closings.map(({ proposedBy }) => proposedBy),
  );
  const mayPropose =
    viewer.permissions.has('closing: propose') && knownAt === undefined && open !== undefined;
  return {
    title: `Closings: ${child.name}`,
    place: 'children',
    body: (
      <ClosingsOfChildPage
        child={child}
        closings={closings}
        staff={staff}
        today={today}
        mayPropose={mayPropose}
      />
    ),
  };
}

async function one(closing: Closing, context: Context, typed?: Typed): Promise<Page> {
  const { db, today, viewer } = context;
  const [views, letters, working, ratings, kept] = await Promise.all([
    viewsOf(db, closing.id),
    closingLettersOf(db, closing.id),
    workingWith(db, closing.personId),
    viewer.permissions.has('case rating: read') ? ratingsOf(db, closing.personId) : [],
    draftOf(context, giveBack.name, closing.id),
  ]);
  const rating = ratingThatProposed(ratings, { beganOn: closing.beganOn, at: closing.proposedAt });
  const persons = [closing.personId, ...views.flatMap(({ parentId }) => parentId ?? [])];
  const { proposedBy, authorisedBy, returnedBy, withdrawnBy } = closing;
  const [briefs, staff] = await Promise.all([
    personBriefs(db, persons),
    staffNamed(db, [proposedBy, authorisedBy, returnedBy, withdrawnBy, rating?.ratedBy]),
  ]);
  const people = new Map([...briefs].map(([id, { name }]) => [id, name]));
  const now = working.filter(({ endedOn }) => endedOn === undefined).map(({ staffId }) => staffId);
  return {
    title: `Closing with the family: ${people.get(closing.personId) ?? 'a child on record'}`,
    place: 'children',
    looked: { kind: 'closing', id: closing.id, persons },
    body: (
      <ClosingPage
        closing={closing}
        rating={rating}
        views={views}
        letters={letters}
        people={people}
        staff={staff}
        may={mayDo(closing, now, context)}
        draft={draftAt(giveBack.name, closing.id, kept)}
        today={today}
        {...(typed ?? { values: kept?.answers ?? {}, problems: [] })}
      />
    ),
  };
}

function mayDo(
  closing: Closing,
  working: Parameters<typeof mayAuthorise>[2],
  { viewer, by, knownAt }: Context,
) {
  const has = (permission: 'closing: authorise' | 'closing: propose') =>
    viewer.permissions.has(permission) && knownAt === undefined;
  return {
    authorise: has('closing: authorise') && mayAuthorise(closing, by, working).ok,
    answer: has('closing: authorise') && mayReturn(closing, by).ok,
    withdraw: has('closing: propose') && mayWithdraw(closing, viewer).ok,
    again: has('closing: propose') && standingOf(closing) === 'returned',
  };
}
