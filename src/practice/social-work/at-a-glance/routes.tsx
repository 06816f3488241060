import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { statementsOf } from '../../people/child-statement/index.ts';
import { isChild, lookAgain, ratingPanelFor, ratingsInForce } from '../../people/childhood/index.ts';
import { dayOfLife, namedWithAge, type Person, personOnRecord } from '../../people/person/index.ts';
import { type Known, knownOf } from '../identity-bar/index.ts';
import { AdultPage, AtAGlancePage } from './pages.tsx';
import { type Coming, firstDrawn, soonestFirst } from './rules.ts';
import { lastSaid, relativesOf, sightingsSince } from './store.ts';

/** Hangs the first page of a record on its address. */
export function routes(web: Web): void {
  web.show('/people/:personId', { permission: 'person: read', find: personOnRecord, page: firstPage });
}

async function firstPage(person: Person, context: Context): Promise<Page> {
  const { db, today } = context;
  const [known, relatives, asked] = await Promise.all([
    knownOf(context, person.id),
    relativesOf(db, person.id),
    askedOfChild(person, context),
  ]);
  if (known === undefined) throw new Error('whoever is found is known');
  const isOfChild = isChild(person, today) || known.open.length > 0 || isOfUnknownAge(person);
  const shown = { known, relatives, context };
  return {
    title: namedWithAge(person, today),
    place: 'children',
    body: isOfChild ? (
      <AtAGlancePage {...shown} {...asked} next={nextOf(known, asked.lookAgain, context)} />
    ) : (
      <AdultPage {...shown} />
    ),
    looked: {
      kind: 'person',
      id: person.id,
      persons: [person.id, ...relatives.map((one) => one.person.id)],
    },
  };
}

function isOfUnknownAge({ bornOn, dueOn }: Person): boolean {
  return bornOn === undefined && dueOn === undefined;
}

/** What the page asks of a child beside what the bar knows; visits only where the viewer may read them. */
async function askedOfChild(person: Person, context: Context) {
  const { db, viewer, today } = context;
  const mayReadVisits = viewer.permissions.has('visit: read');
  const [said, sightings, statements, rating, again] = await Promise.all([
    mayReadVisits ? lastSaid(db, person.id) : undefined,
    mayReadVisits ? sightingsSince(db, person.id, firstDrawn(today)) : undefined,
    statementsOf(db, person.id),
    ratingPanelFor(person, true, context),
    lookAgainOf(person, context),
  ]);
  return { said, sightings, statements, rating, lookAgain: again };
}

async function lookAgainOf({ id }: Person, { db, viewer, profile }: Context) {
  if (!viewer.permissions.has('case rating: read')) return undefined;
  const rating = (await ratingsInForce(db, [id])).get(id);
  return rating && lookAgain(rating, profile);
}

/** What is to come: the next visit, the next look at the rating, and when an alert is to be looked at again. */
function nextOf(
  { person, visits, safeContact, open }: Known,
  again: Awaited<ReturnType<typeof lookAgainOf>>,
  { viewer }: Context,
): readonly Coming[] {
  const at = `/people/${person.id}`;
  const visit = visits?.next;
  const reviewOn = safeContact?.reviewOn;
  const says = (edition: { readonly inWords: string; readonly standing: string } | undefined) =>
    edition &&
    [edition.inWords, edition.standing === 'English default' && 'English default, confirm locally']
      .filter(Boolean)
      .join('. ');
  return soonestFirst([
    visit && { on: visit.on, what: 'Visit', note: says(visit.edition), href: viewer.permissions.has('visit: read') ? `${at}/visits` : undefined },
    open.length > 0 && again ? { on: again.on, what: 'Look at the rating again', note: says(again.edition), href: `${at}/ratings` } : undefined,
    reviewOn && { on: reviewOn, what: 'Ask again how to reach them safely', note: safeContact && `Said on ${dayOfLife(safeContact.fromOn)}`, href: `${at}/details` },
  ]); // biome-ignore format: a list reads as a list
}
