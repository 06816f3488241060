import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { parishesOf, personBriefs } from '../../people/person/index.ts';
import { childNamed } from '../contact/index.ts';
import { followedOf, workerOf } from '../what-follows/index.ts';
import { identifyChild, seenMark } from './actions.ts';
import { IdentificationPage } from './pages.tsx';
import { candidatesOf, childOfContact, type Identifying, shownOf } from './store.ts';

const ADDRESS = '/contacts/:contactId/children/:childId/identification';

/** Hangs saying who a child of a contact is on its address. */
export function routes(web: Web): void {
  web.show(ADDRESS, {
    permission: identifyChild.permission,
    find: childOfContact,
    page: (subject, context) => identificationPage(subject, context, { values: {}, problems: [] }),
  });
  web.submit(ADDRESS, identifyChild, {
    find: childOfContact,
    done: (contact) => `/contacts/${contact.id}`,
    refused: (subject, refusal, context) => identificationPage(subject, context, refusal),
  });
}

async function identificationPage(subject: Identifying, context: Context, refusal: Refusal): Promise<Page> {
  const candidates = await candidatesOf(context, subject);
  const hits = [...candidates.child, ...[...candidates.members.values()].flat()].map(({ id }) => id);
  const persons = [...hits, ...(subject.child.personId === undefined ? [] : [subject.child.personId])];
  const followed = await followedOf(context.db, subject.child.id);
  return {
    title: `Who is ${childNamed(subject.child)}?`,
    place: 'hub',
    body: (
      <IdentificationPage
        subject={subject}
        candidates={candidates}
        briefs={await personBriefs(context.db, persons)}
        parishes={await parishesOf(context.db, hits)}
        seen={seenMark(shownOf(candidates), followed)}
        followed={followed}
        worker={await workerOf(context.db, subject.child.personId)}
        context={context}
        today={context.today}
        {...refusal}
      />
    ),
    looked: {
      kind: 'child of a contact',
      id: subject.id,
      persons: [...new Set([...subject.persons, ...persons])],
    },
  };
}
