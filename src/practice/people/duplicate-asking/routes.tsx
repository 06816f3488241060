import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { searchAsked } from '../kept-search/index.ts';
import { type Person, personOnRecord } from '../person/index.ts';
import { searchPeople } from '../search/index.ts';
import { comparePair } from './actions.ts';
import { AskingPage } from './pages.tsx';

/** Hangs the question on its address. */
export function routes(web: Web): void {
  web.show('/people/:personId/duplicates/new', {
    permission: comparePair.permission,
    find: personOnRecord,
    page: (person, context) => askingPage(person, context),
  });
  web.submit('/people/:personId/duplicates', comparePair, {
    find: personOnRecord,
    done: (pair) => `/duplicates/${pair}`,
    refused: (person, refusal, context) => askingPage(person, context, refusal),
  });
}

async function askingPage(person: Person, context: Context, refusal?: Refusal): Promise<Page> {
  const searched = await searchAsked(context);
  const found = searched === '' ? [] : await searchPeople(context, searched);
  const others = found.filter((one) => one.person.id !== person.id);
  return {
    title: `Same person as another? ${person.name}`,
    place: 'children',
    body: (
      <AskingPage
        person={person}
        searched={searched}
        found={others}
        problems={refusal?.problems ?? []}
        today={context.today}
      />
    ),
    looked: { kind: 'person', id: person.id, persons: [person.id, ...others.map((one) => one.person.id)] },
  };
}
