import { isId } from '../../../language/id.ts';
import { noSubject } from '../../../platform/action.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { ageOf, personBriefs, searchPeople } from '../../people/person/index.ts';
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
    refused: (_, { values, problems }, context) => callPage(context, values, 0, problems),
  });
}

async function callPage(
  context: Context,
  values: RawAnswers,
  version: number,
  problems: Parameters<typeof CallPage>[0]['problems'] = [],
): Promise<Page> {
  const searched =
    typeof context.query['q'] === 'string' && context.query['q'] !== '' ? context.query['q'] : undefined;
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
async function chosenChild(context: Context): Promise<RawAnswers> {
  const chosen = context.query['person'];
  if (typeof chosen !== 'string' || !isId(chosen)) return {};
  const brief = (await personBriefs(context.db, [chosen])).get(chosen);
  if (brief === undefined) return {};
  return {
    'children.0.personId': chosen,
    'children.0.givenName': brief.givenName,
    'children.0.familyName': brief.familyName,
    'children.0.birthOrAge': brief.bornOn ?? '',
  };
}

async function foundFor(context: Context, searched: string) {
  const hits = await searchPeople(context, searched);
  return hits.map((hit) => ({
    id: hit.person.id,
    name: hit.person.name,
    about: `${ageOf(hit.person, context.today)}, ${hit.person.number}, ${hit.why}`,
  }));
}
