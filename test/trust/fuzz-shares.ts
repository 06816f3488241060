import type { World } from '../support/world.ts';
import { agencyOf, careOf, personOnRecord, type Records, staffOf } from './records.ts';
import { sampleFor } from './sampled-records.ts';
import { shareOf } from './shared-records.ts';

type Raw = Record<string, string | readonly string[]>;
type Bend = (raw: Raw, world: World, subject: Records) => Promise<void>;

async function sharedChild(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  return { personId, ...(await shareOf(world, personId)) };
}

/** Somebody to choose. */
async function somebodyInCare(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  return careOf(world, personId);
}

/** What is shared, what is chosen, and the consent it stands on. */
export const SHARE_MAKERS: readonly (readonly [string, (world: World) => Promise<Records>])[] = [
  ['/shares/', sharedChild],
  ['/sharing-consents/', sharedChild],
  ['/shared-children/', sharedChild],
  ['case sample: answer', (world) => sampleFor(world, { agreed: false })],
  ['/case-samples/', (world) => sampleFor(world)],
  ['/sampled-cases/', (world) => sampleFor(world)],
  ['case sample: choose', somebodyInCare],
];

/** The answers that chance alone would never get right. */
export const SHARE_BENDS: Readonly<Record<string, Bend>> = {
  'share: give': async (raw, world) => {
    for (const name of ['staffId', 'consentId']) delete raw[name];
    raw['agencyId'] = await agencyOf(world, 'Police');
    raw['basis'] = 'public function';
    raw['untilOn'] = 'tomorrow';
    for (const name of ['basisWords', 'partsWords'])
      if ([raw[name] ?? ''].flat().join('').trim() === '') raw[name] = 'Decided by the team manager.';
  },
  'case sample: choose': async (raw, world) => {
    for (const name of ['numbers', 'seed']) delete raw[name];
    raw['adviserId'] = await staffOf(world, 'ada');
    raw['secondId'] = await staffOf(world, 'mira');
    raw['population'] = 'care';
    raw['size'] = '2';
    raw['untilOn'] = 'tomorrow';
  },
  'case sample: answer': async (raw) => {
    if ((raw['whyNot'] ?? '') === '') raw['agree'] = 'yes';
  },
  'sharing consent: record': async (raw, world) => {
    raw['agencyId'] = await agencyOf(world, 'Health');
    raw['saidOn'] = '20/11/2026';
  },
};
