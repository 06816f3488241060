import { type Day, day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import { createPerson, relate } from '../../src/practice/people/person/index.ts';
import type { World } from './world.ts';

/** A child in need since 2 November, of no team, with a worker; so that sight is by allocation alone. */
export async function openChild(
  world: World,
  givenName: string,
  staffId: Id | undefined,
  bornOn: Day = day('2015-05-05'),
): Promise<{ readonly child: Id; readonly period: Id }> {
  return world.within(async (made) => {
    const names = [{ kind: 'used', givenName, familyName: 'Sandpiper' }] as const;
    const { id: child } = await createPerson(made, { names, bornOn });
    const period = made.newId();
    const begun = {
      kind: 'in need',
      basis: 'decided',
      basis_words: 'Help at home.',
      began_on: day('2026-11-02'),
    };
    await made.db
      .insertInto('period_of_service')
      .values({ id: period, person_id: child, ...begun })
      .execute();
    if (staffId !== undefined) await allocate(made, { personId: child, staffId, fromOn: day('2026-11-02') });
    return { child, period };
  });
}

/** Somebody on record who is a parent of a child. */
export function parentOf(
  world: World,
  child: Id,
  givenName: string,
  kind: 'mother' | 'father' = 'mother',
): Promise<Id> {
  return world.within(async (made) => {
    const names = [{ kind: 'used', givenName, familyName: 'Sandpiper' }] as const;
    const { id } = await createPerson(made, { names, bornOn: day('1990-03-03') });
    await relate(made, { personId: child, otherId: id, kind });
    return id;
  });
}
