import { randomUUID } from 'node:crypto';
import type { World } from '../support/world.ts';
import { insertAll, personOnRecord, type Records } from './records.ts';

/** A household in which somebody lives since 2021. */
export async function householdOf(world: World, personId: string) {
  const [household, householdMembershipId] = [randomUUID(), randomUUID()];
  const lives = { kind: 'home', from_on: '2021-03-01', came_why: 'They were born there.' };
  await insertAll(world, [
    ['household', { id: household }],
    [
      'household_membership',
      { id: householdMembershipId, household_id: household, person_id: personId, ...lives },
    ],
  ]);
  return { householdMembershipId };
}

async function livingSomewhere(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  return { personId, ...(await householdOf(world, personId)) };
}

/** Somebody who lives in a household, for whatever is done to one. */
export const HOUSEHOLD_MAKERS: readonly (readonly [string, (world: World) => Promise<Records>])[] = [
  ['/household-memberships/', livingSomewhere],
  ['/people/:personId/household-', livingSomewhere],
];

type Raw = Record<string, string | readonly string[]>;
type Bend = (raw: Raw, world: World, subject: Records) => Promise<void>;

/** A day that is known, and days of a week only where they belong. */
function sinceADay(raw: Raw): void {
  raw['movedOn'] = '2/3/2024';
  raw['sureness'] = 'about';
  delete raw['leftOn'];
  if (raw['kind'] !== 'part of the time') {
    delete raw['days'];
    delete raw['daysWords'];
  }
}

/** The answers that chance alone would never get right. */
export const HOUSEHOLD_BENDS: Readonly<Record<string, Bend>> = {
  'household: move in': async (raw, world) => {
    raw['otherId'] = await personOnRecord(world);
    raw['leaves'] = 'yes';
    delete raw['householdId'];
    sinceADay(raw);
  },
  'household: put right': async (raw) => sinceADay(raw),
  'household: move out': async (raw) => {
    raw['leavingOn'] = '2/3/2024';
  },
  'household: move': async (raw, _world, subject) => {
    for (const name of Object.keys(raw)) if (name.startsWith('members.')) delete raw[name];
    raw['members.0.personId'] = subject['personId'] ?? '';
    raw['members.0.comes'] = 'yes';
    raw['movedOn'] = '2/3/2024';
  },
};
