import type { World } from '../support/world.ts';
import { closingOf, insert, personOnRecord, type Records, staffOf, workWith } from './records.ts';

type Raw = Record<string, string | readonly string[]>;

/** What closings are done to, each made anew. */
export const CLOSING_MAKERS: readonly (readonly [string, (world: World) => Promise<Records>])[] = [
  ['closing: propose', inNeed],
  ['/closings/', proposedByTess],
  ['/closing-letters/', proposedByTess],
];

/** A child of Tess with a period of service, and nobody of the family on record. */
async function inNeed(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  const tess = await staffOf(world, 'tess');
  await insert(world, 'allocation', {
    person_id: personId,
    staff_id: tess,
    kind: 'worker',
    from_on: '2026-11-20',
  });
  return { personId, ...(await workWith(world, personId)) };
}

/** Proposed by Tess, of a child with whom no manager works. */
async function proposedByTess(world: World): Promise<Records> {
  const child = await inNeed(world);
  await world.rows("update allocation set ended_on = from_on where person_id = $1 and kind = 'co-worker'", [
    child['personId'],
  ]);
  return closingOf(world, child['personId'] ?? '', { ...child, periodId: child['periodId'] ?? '' });
}

/** What must fit together, put right; every other answer stays as nasty as it came. */
export const CLOSING_BENDS: Readonly<
  Record<string, (raw: Raw, world: World, subject: Records) => Promise<void>>
> = {
  'closing: propose': async (raw, _world, subject) => {
    raw['periodId'] = subject['periodId'] ?? '';
    for (const key of Object.keys(raw)) if (/^views\.(?:[3-9]|\d\d)/.test(key)) delete raw[key];
    for (const [place, of] of ['child', 'another', 'one more'].entries()) {
      raw[`views.${place}.of`] = of;
      raw[`views.${place}.words`] ||= 'We can do it ourselves.';
      delete raw[`views.${place}.whyNot`];
      if (place > 0) raw[`views.${place}.named`] ||= 'Rosa Barnacle';
    }
    delete raw['views.0.named'];
  },
  'period of service: end': async (raw) => {
    raw['endedOn'] = '20/11/2026';
    raw['reason'] = 'moved away';
  },
};
