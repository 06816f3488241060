import { day } from '../../src/language/day.ts';
import type { Id } from '../../src/language/id.ts';
import { allocate } from '../../src/practice/people/allocation/index.ts';
import { createPerson } from '../../src/practice/people/person/index.ts';
import type { World } from './world.ts';

type Given = {
  readonly givenName: string;
  readonly familyName?: string;
  /** The title of the team that has the child. */
  readonly team?: string;
  readonly worker?: Id;
  readonly openedOn?: string;
};

/** A child with a period of service open since 2 November 2026, in a team and with a worker where they are named. */
export function openChild(world: World, given: Given): Promise<Id> {
  const { givenName, familyName = 'Sandpiper', team, worker, openedOn = '2026-11-02' } = given;
  return world.within(async (made) => {
    const names = [{ kind: 'used', givenName, familyName }] as const;
    const { id: personId } = await createPerson(made, { names, bornOn: day('2015-05-05') });
    const row =
      team === undefined
        ? undefined
        : await made.db.selectFrom('team').select('id').where('title', '=', team).executeTakeFirst();
    await made.db
      .insertInto('period_of_service')
      .values({
        id: made.newId(),
        person_id: personId,
        kind: 'in need',
        basis: 'decided',
        basis_words: 'Help at home.',
        began_on: day(openedOn),
        team_id: row?.id ?? null,
      })
      .execute();
    if (worker !== undefined)
      await allocate(made, { personId, staffId: worker, teamId: row?.id, fromOn: day(openedOn) });
    return personId;
  });
}

/** What a rating needs to say at least. */
export const RATED = {
  harm: 'amber',
  breakdown: 'green',
  why: 'Mornings are hard at home.',
  toDo: 'The worker rings the school on Monday.',
} as const;
