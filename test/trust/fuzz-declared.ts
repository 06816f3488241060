import type { World } from '../support/world.ts';
import { declaredPeriod, noDeclaredPeriod, type Records } from './records.ts';

type Raw = Record<string, string | readonly string[]>;

/** A period that stands from today on. */
export async function declared(world: World): Promise<Records> {
  return { declaredPeriodId: await declaredPeriod(world) };
}

/** Nothing is declared, so that something may be. */
export async function nothingDeclared(world: World): Promise<Records> {
  await noDeclaredPeriod(world);
  return {};
}

/** From today on, and until it is ended: a day that is past, or before the first, is refused. */
export async function fromToday(raw: Raw): Promise<void> {
  raw['fromOn'] = 'today';
  delete raw['untilOn'];
}
