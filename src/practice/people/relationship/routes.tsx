import { isId } from '../../../language/id.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { searchAsked } from '../kept-search/index.ts';
import { type Person, personBriefs, personOnRecord } from '../person/index.ts';
import type { Typed } from '../person-facts/index.ts';
import { searchPeople } from '../search/index.ts';
import { addRelationship } from './actions.ts';
import { type Found, RelationshipPage } from './pages.tsx';

/** Hangs saying who somebody else is to a person on its address. */
export function routes(web: Web): void {
  web.show('/people/:personId/relationships/new', {
    permission: addRelationship.permission,
    find: personOnRecord,
    page: async (person, context) => {
      const draft = await draftOf(context, addRelationship.name, person.id);
      return relationshipPage(person, context, { values: draft?.answers ?? {}, problems: [] });
    },
  });
  web.submit('/people/:personId/relationships', addRelationship, {
    find: personOnRecord,
    done: (_, person) => `/people/${person.id}/details`,
    refused: relationshipPageAfter,
  });
}

function relationshipPageAfter(person: Person, refusal: Typed, context: Context): Promise<Page> {
  return relationshipPage(person, context, refusal);
}

async function relationshipPage(person: Person, context: Context, typed: Typed): Promise<Page> {
  const searched = await searchAsked(context);
  const found = await foundFor(context, searched, valueIn(typed.values, 'otherId'));
  const others = found.filter((one) => one.person.id !== person.id);
  const draft = await draftOf(context, addRelationship.name, person.id);
  return {
    title: `Add somebody of the family: ${person.name}`,
    place: 'children',
    body: (
      <RelationshipPage
        person={person}
        searched={searched}
        search={searched === '' ? undefined : valueIn(context.query, 'search')}
        found={others}
        today={context.today}
        draft={{
          url: `/drafts/${encodeURIComponent(addRelationship.name)}/${person.id}`,
          version: draft?.version ?? 0,
        }}
        {...typed}
      />
    ),
    looked: { kind: 'person', id: person.id, persons: [person.id, ...others.map((one) => one.person.id)] },
  };
}

/** Who was searched for; after a refusal, or from a draft, whoever was chosen before. */
async function foundFor(
  context: Context,
  searched: string,
  chosen: string | undefined,
): Promise<readonly Found[]> {
  if (searched !== '') return searchPeople(context, searched);
  if (chosen === undefined || !isId(chosen)) return [];
  const brief = (await personBriefs(context.db, [chosen])).get(chosen);
  return brief === undefined ? [] : [{ person: brief, why: 'Chosen before' }];
}
