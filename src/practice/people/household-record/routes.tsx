import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { homesOf } from '../household/index.ts';
import { guardedAmong, type Person, personOnRecord } from '../person/index.ts';
import { addressesOf } from '../person-record/index.ts';
import { staffNamed } from '../staff/index.ts';
import { HouseholdPage } from './pages.tsx';

/** Hangs the households of a person on their address. */
export function routes(web: Web): void {
  web.show('/people/:personId/household', {
    permission: 'person: read',
    find: personOnRecord,
    page: householdPage,
  });
}

async function householdPage(person: Person, context: Context): Promise<Page> {
  const { db, viewer, today, knownAt } = context;
  const [{ homes, withdrawn }, addresses, guarded] = await Promise.all([
    homesOf(db, person.id),
    addressesOf(db, person.id),
    guardedAmong(db, [person.id]),
  ]);
  const names = await staffNamed(
    db,
    withdrawn.map((one) => one.withdrawn?.by),
  );
  const others = homes.flatMap(({ companions }) => companions.map((one) => one.person.id));
  return {
    title: `Household: ${person.name}`,
    place: 'children',
    body: (
      <HouseholdPage
        person={person}
        homes={homes}
        withdrawn={withdrawn}
        names={names}
        addresses={addresses}
        addressIsGuarded={guarded.has(person.id)}
        today={today}
        mayAdd={viewer.permissions.has('person: correct') && knownAt === undefined}
      />
    ),
    looked: {
      kind: 'person',
      id: person.id,
      persons: [...new Set([person.id, ...others])],
      fieldClasses: addresses.some(({ guarded: isGuarded }) => isGuarded) ? ['guarded address'] : [],
    },
  };
}
