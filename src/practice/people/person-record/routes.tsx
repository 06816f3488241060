import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { namedWithAge, type Person, personOnRecord } from '../person/index.ts';
import { OnRecordPage } from './pages.tsx';
import { circumstancesOf } from './store.ts';

/** Hangs the details of a person on their address. */
export function routes(web: Web): void {
  web.show('/people/:personId/details', {
    permission: 'person: read',
    find: personOnRecord,
    page: onRecordPage,
  });
}

async function onRecordPage(person: Person, context: Context): Promise<Page> {
  const { db, today, viewer, knownAt } = context;
  const shown = {
    person,
    today,
    ...(await circumstancesOf(db, person.id)),
    mayAdd: viewer.permissions.has('person: correct') && knownAt === undefined,
    mayCompare: viewer.permissions.has('duplicate: review') && knownAt === undefined,
  };
  return {
    title: `Details of ${namedWithAge(person, today)}`,
    place: 'children',
    body: <OnRecordPage {...shown} />,
    looked: {
      kind: 'person',
      id: person.id,
      persons: [
        person.id,
        ...shown.relatives.map((one) => one.person.id),
        ...shown.household.map(({ id }) => id),
      ],
      fieldClasses: shown.addresses.some(({ guarded }) => guarded) ? ['guarded address'] : [],
    },
  };
}
