import { randomUUID } from 'node:crypto';
import { DAY, fromNow } from '../support/from-now.ts';
import type { World } from '../support/world.ts';
import { insert, personOnRecord, type Records, staffOf } from './records.ts';

/** An alert that stands on a record for four months. */
export async function alertOf(world: World, personId: string): Promise<{ readonly recordAlertId: string }> {
  const recordAlertId = randomUUID();
  const said = { kind: 'hazard at home', words: 'A dog that bites.', told: true };
  const put = {
    put_by: await staffOf(world, 'tess'),
    put_at: fromNow(-3 * DAY),
    review_on: fromNow(120 * DAY).slice(0, 10),
  };
  await insert(world, 'record_alert', { id: recordAlertId, person_id: personId, ...said, ...put });
  return { recordAlertId };
}

async function alerted(world: World): Promise<Records> {
  const personId = await personOnRecord(world);
  return { personId, ...(await alertOf(world, personId)) };
}

/** A record with an alert, for whatever is done to one. */
export const ALERT_MAKERS: readonly (readonly [string, (world: World) => Promise<Records>])[] = [
  ['/record-alerts/', alerted],
];

type Raw = Record<string, string | readonly string[]>;

/** The answers that chance alone would never get right: a day that lies ahead and is not too far. */
export const ALERT_BENDS: Readonly<Record<string, (raw: Raw) => Promise<void>>> = {
  'record alert: put up': async (raw) => {
    raw['reviewOn'] = 'tomorrow';
    if ([raw['toldWords'] ?? ''].flat().join('').trim() === '') raw['toldWords'] = 'They were not there.';
  },
  'record alert: review': async (raw) => {
    raw['reviewOn'] = 'tomorrow';
  },
};
