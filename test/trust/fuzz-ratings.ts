import type { World } from '../support/world.ts';
import { insert, personOnRecord, type Records } from './records.ts';

type Raw = Record<string, string | readonly string[]>;

/** A child whose case is open, and whom no manager works with. */
export async function openCase(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  const why = { basis: 'decided', basis_words: 'Help at home.', began_on: '2026-11-20' };
  await insert(world, 'period_of_service', { person_id: personId, kind: 'in need', ...why });
  return { personId };
}

/** A first rating, on the day that its colour asks for. */
export async function ratedAnew(raw: Raw): Promise<void> {
  for (const name of ['follows', 'lookAgainOn', 'proposesClosing']) delete raw[name];
  raw['harm'] = 'amber';
}
