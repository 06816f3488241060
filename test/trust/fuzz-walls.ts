import type { World } from '../support/world.ts';
import { personOnRecord, type Records, staffOf } from './records.ts';
import { emergencyAt, lookBy, relativeOf, restrictedTo } from './walled-records.ts';

type Raw = Record<string, string | readonly string[]>;
type Bend = (raw: Raw, world: World, subject: Records) => Promise<void>;

/** Sealed by Hugo, and Cleo is asked to agree. */
async function sealedByHugo(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  return restrictedTo(world, personId, { by: 'hugo', second: 'cleo', named: ['tess'] });
}

async function restrictedByCleo(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  return restrictedTo(world, personId, { by: 'cleo', named: ['tess'] });
}

async function relativeOfHugo(world: World): Promise<Records> {
  return relativeOf(world, await personOnRecord(world), 'hugo');
}

/** Nell asks for a child whose seal names Cleo. */
async function sealedEmergency(world: World): Promise<Records> {
  const { personId = '' } = await sealedByHugo(world);
  return emergencyAt(world, personId);
}

async function emergencyOfNell(world: World): Promise<Records> {
  return emergencyAt(world, await personOnRecord(world));
}

async function lookOfNell(world: World): Promise<Records> {
  return lookBy(world, 'nell', await personOnRecord(world));
}

/** What walls are put round, and what is said of records. */
export const WALL_MAKERS: readonly (readonly [string, (world: World) => Promise<Records>])[] = [
  ['restriction: answer', sealedByHugo],
  ['restriction: lift', restrictedByCleo],
  ['own or relative: end', relativeOfHugo],
  ['emergency access: agree', sealedEmergency],
  ['/emergency-accesses/', emergencyOfNell],
  ['/look-reviews/', lookOfNell],
];

/** The answers that chance alone would never get right. */
export const WALL_BENDS: Readonly<Record<string, Bend>> = {
  'restriction: put': async (raw, world) => {
    for (const key of Object.keys(raw)) if (key.startsWith('people.')) delete raw[key];
    delete raw['secondId'];
    raw['people.0.staffId'] = await staffOf(world, 'tess');
    raw['kind'] = 'restricted';
    raw['reviewOn'] = 'tomorrow';
  },
  'emergency access: use': async (raw) => {
    raw['number'] = 'NOBODY1';
    raw['cannotWait'] = 'yes';
    raw['isHeard'] = 'yes';
    if ([raw['words']].flat().join(' ').trim().split(/\s+/u).length < 5)
      raw['words'] = 'The police stand at the door.';
  },
  'audit: ask by number': async (raw, world) => {
    const [person] = await world.rows<{ number: string }>('select number from person where id = $1', [
      await personOnRecord(world),
    ]);
    raw['number'] = person?.number ?? '';
  },
  'restriction: answer': async (raw) => {
    if ((raw['whyNot'] ?? '') === '') raw['agree'] = 'yes';
  },
  'own or relative: say': async (raw, world) => {
    raw['staffId'] = await staffOf(world, 'tess');
  },
};
