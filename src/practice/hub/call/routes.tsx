import { isId } from '../../../language/id.ts';
import { noSubject } from '../../../platform/action.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { searchAsked } from '../../people/kept-search/index.ts';
import { ageOf, personById } from '../../people/person/index.ts';
import { searchPeople } from '../../people/search/index.ts';
import { recordCall } from './actions.ts';
import { CallPage } from './pages.tsx';

const DRAFT_URL = `/drafts/${recordCall.name}/00000000-0000-0000-0000-000000000000`;

/** The page on which a call is written down, and where it is kept. */
export function routes(web: Web): void {
  web.show('/contacts/new', {
    permission: 'contact: record',
    find: noSubject,
    page: async ({ id }, context) => {
      const draft = await draftOf(context, recordCall.name, id);
      return callPage(
        context,
        { ...(draft?.answers ?? {}), ...(await chosenChild(context)) },
        draft?.version ?? 0,
      );
    },
  });
  web.submit('/contacts', recordCall, {
    find: noSubject,
    done: ({ id }) => `/contacts/${id}`,
    refused: async ({ id }, { values, problems }, context) =>
      callPage(context, values, (await draftOf(context, recordCall.name, id))?.version ?? 0, problems),
  });
}

async function callPage(
  context: Context,
  values: RawAnswers,
  version: number,
  problems: Parameters<typeof CallPage>[0]['problems'] = [],
): Promise<Page> {
  const searched = (await searchAsked(context)) || undefined;
  const found = searched === undefined ? [] : await foundFor(context, searched);
  return {
    title: 'Take a call',
    place: 'hub',
    body: (
      <CallPage
        values={values}
        problems={problems}
        draft={{ url: DRAFT_URL, version }}
        found={found}
        searched={searched}
      />
    ),
    problems,
    looked: { kind: 'person', persons: found.map((person) => person.id) },
  };
}

/** The child who was chosen from the search fills the first row: nothing is typed twice. */
async function chosenChild({ db, query }: Context): Promise<RawAnswers> {
  const chosen = query['person'];
  const person = typeof chosen === 'string' && isId(chosen) ? await personById(db, chosen) : undefined;
  if (person === undefined) return {};
  const [name] = person.names;
  return {
    'children.0.personId': person.id,
    'children.0.givenName': name?.givenName ?? '',
    'children.0.familyName': name?.familyName ?? '',
    'children.0.birthOrAge': person.bornOn ?? (person.dueOn === undefined ? '' : `due ${person.dueOn}`),
  };
}

async function foundFor(context: Context, searched: string) {
  const hits = await searchPeople(context, searched);
  return hits.map(({ person, why }) => ({
    id: person.id,
    name: person.name,
    about: [ageOf(person, context.today), person.number, why].filter(Boolean).join(', '),
  }));
}
