import { isId } from '../../../language/id.ts';
import { oneRecordOf } from '../../../platform/database/one-record.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { pageAsked } from '../../../platform/html/paging.tsx';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personOnRecord } from '../person/index.ts';
import { staffNamed } from '../staff/index.ts';
import { WhoLookedPage } from './pages.tsx';
import { lookersOf, looksCounted, looksOf } from './store.ts';

const PAGE = 50;

/** Hangs who looked at a record on its address. */
export function routes(web: Web): void {
  web.show('/people/:personId/looks', {
    permission: 'audit: read',
    find: personOnRecord,
    page: whoLooked,
  });
}

async function whoLooked(person: Person, { db, query }: Context): Promise<Page> {
  const staff = valueIn(query, 'staff');
  const asked = {
    lists: valueIn(query, 'lists') === 'yes',
    staffId: staff !== undefined && isId(staff) ? staff : undefined,
  };
  // Looks at a record that leads to this one are looks at this one.
  const one = await oneRecordOf(db, person.id);
  const persons = [person.id, ...(one?.others ?? [])];
  const [total, lookers] = await Promise.all([looksCounted(db, persons, asked), lookersOf(db, persons)]);
  const paged = pageAsked(valueIn(query, 'page'), PAGE, total);
  const looks = await looksOf(db, persons, asked, paged);
  const names = await staffNamed(db, [...lookers.map(({ id }) => id), ...looks.map(({ actor }) => actor)]);
  return {
    title: `Who looked at the record of ${person.name}`,
    place: 'children',
    body: (
      <WhoLookedPage
        personId={person.id}
        looks={looks}
        lookers={lookers}
        names={names}
        asked={asked}
        paged={paged}
      />
    ),
  };
}
