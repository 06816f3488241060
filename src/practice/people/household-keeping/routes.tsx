import { type Id, isId } from '../../../language/id.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { FactOfChildPage } from '../childhood/index.ts';
import { searchAsked } from '../kept-search/index.ts';
import { type Person, personBriefs, personById, personOnRecord } from '../person/index.ts';
import { searchPeople } from '../search/index.ts';
import { moveIn } from './coming.ts';
import { ComingQuestions, FindingPage, type OpenHousehold } from './forms.tsx';
import { householdsNow } from './store.ts';

/** Hangs moving in on its address. */
export function routes(web: Web): void {
  const coming = '/people/:personId/household-memberships';
  web.show(`${coming}/new`, {
    permission: moveIn.permission,
    find: personOnRecord,
    page: (person, context) => comingPage(person, context),
  });
  web.submit(coming, moveIn, {
    find: personOnRecord,
    done: (_, person) => `/people/${person.id}/household`,
    refused: (person, refusal, context) => comingPage(person, context, refusal),
  });
}

/** First who is meant, then the questions about the two. */
async function comingPage(person: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const asked = refusal === undefined ? valueIn(context.query, 'with') : valueIn(refusal.values, 'otherId');
  const other = asked !== undefined && isId(asked) ? await personById(context.db, asked) : undefined;
  if (other === undefined || other.id === person.id) return findingPage(person, context);
  const [ofPerson, ofOther, typed] = await Promise.all([
    openHouseholds(context, person.id),
    openHouseholds(context, other.id),
    typedOn(context, moveIn.name, person.id, refusal),
  ]);
  return {
    title: `Somebody moves in: ${person.name}`,
    place: 'children',
    body: (
      <FactOfChildPage
        child={person}
        title="Somebody moves in"
        to={`/people/${person.id}/household-memberships`}
        button="Keep this"
        {...typed}
      >
        <ComingQuestions person={person} other={other} ofPerson={ofPerson.open} ofOther={ofOther.open} />
      </FactOfChildPage>
    ),
    looked: {
      kind: 'person',
      id: person.id,
      persons: [...new Set([person.id, other.id, ...ofPerson.persons, ...ofOther.persons])],
    },
  };
}

async function findingPage(person: Person, context: Context): Promise<Page> {
  const searched = await searchAsked(context);
  const found = searched === '' ? [] : await searchPeople(context, searched);
  const others = found.filter((one) => one.person.id !== person.id);
  return {
    title: `Somebody moves in: ${person.name}`,
    place: 'children',
    body: <FindingPage person={person} searched={searched} found={others} today={context.today} />,
    looked: { kind: 'person', id: person.id, persons: [person.id, ...others.map((one) => one.person.id)] },
  };
}

async function openHouseholds(
  { db }: Context,
  personId: Id,
): Promise<{ readonly open: readonly OpenHousehold[]; readonly persons: readonly Id[] }> {
  const households = await householdsNow(db, personId);
  // Where there is one, nothing has to be chosen, and nobody of it is shown.
  if (households.length < 2) return { open: [], persons: [] };
  const persons = households.flatMap(({ members }) => members);
  const briefs = await personBriefs(db, persons);
  const open = households.map(({ id, members }) => ({
    id,
    inWords: members.flatMap((member) => briefs.get(member)?.name ?? []).join(', '),
  }));
  return { open, persons };
}
