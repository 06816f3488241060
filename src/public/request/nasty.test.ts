import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptableAnswers, asBody, nastyAnswers } from '../../../test/support/nasty.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { day } from '../../language/day.ts';
import { sameLines } from '../../language/text.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valuesIn } from '../../platform/html/answers.ts';
import { INDICATORS } from '../../profile/indicators.ts';
import { controlsAt, placeName } from './answers.ts';
import { formsFor, isList, PARTS } from './questions.ts';

const ADDRESS = '/requests/new';
/** For each of the parts: four hundred for the form, twice what every form is asked. */
const RUNS = 50;
const TODAY = day('2026-11-20');
const FORMS = formsFor(INDICATORS);

describe('Bad input to a request', () => {
  let world: World;
  let key = '';
  beforeAll(async () => {
    world = await openWorld();
    key = /name="key" value="([^"]+)"/.exec((await world.anyone.get(ADDRESS)).body)?.[1] ?? '';
  });
  afterAll(() => world.close());

  const post = (answers: RawAnswers, at: string, go: string) =>
    world.server.inject({
      method: 'POST',
      url: ADDRESS,
      payload: `key=${key}&at=${at}&go=${go}&${asBody(answers)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    });
  const kept = async () => {
    const [row] = await world.rows<{ answers: RawAnswers }>(
      "select answers from draft where form = 'public: request'",
    );
    return row?.answers ?? {};
  };

  it.each(PARTS)(
    'never breaks the part "%s", and keeps what it accepts as it was sent',
    async (part) => {
      const place = isList(part) ? { part, row: 0 } : { part };
      const names = controlsAt(FORMS, place).map(({ name }) => name);
      const fields = controlsAt(FORMS, place).map(({ name, meta }) => ({ ...meta, name }));
      let accepted = 0;
      for (const answers of fc.sample(nastyAnswers(fields, TODAY), { numRuns: RUNS, seed: 20261120 })) {
        const { statusCode } = await post(answers, placeName(place), 'code');
        expect(statusCode).toBeLessThan(500);
        if (statusCode !== 200) continue;
        accepted += 1;
        const stored = await kept();
        for (const name of names)
          expect(nonBlank(valuesIn(stored, name))).toEqual(nonBlank(valuesIn(answers, name).map(sameLines)));
      }
      expect(accepted).toBeGreaterThan(RUNS * 0.3);
    },
    120_000,
  );

  it('keeps a request in which every box is as full as it may be, of signs that take twice their room', async () => {
    for (const part of PARTS)
      for (const row of isList(part) ? Array.from({ length: 10 }, (_, index) => index) : [undefined]) {
        const place = row === undefined ? { part } : { part, row };
        const full = controlsAt(FORMS, place).flatMap(({ name, meta }) =>
          meta.options.length === 0 ? [[name, '"'.repeat(Math.floor((meta.max ?? 80) * 1.25))]] : [],
        );
        expect((await post(Object.fromEntries(full), placeName(place), 'list')).statusCode).toBe(200);
      }
  });

  it('never breaks when a whole request is sent at once', async () => {
    const fields = PARTS.flatMap((part) => FORMS[part].fields);
    for (const answers of fc.sample(acceptableAnswers(fields, TODAY), { numRuns: 30, seed: 7 })) {
      key = /name="key" value="([^"]+)"/.exec((await world.anyone.get(ADDRESS)).body)?.[1] ?? '';
      expect((await post(answers, 'whole', 'send')).statusCode).toBeLessThan(500);
    }
    expect((await world.rows('select 1 from contact')).length).toBeGreaterThan(5);
  });
});

function nonBlank(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text.trim() !== '');
}
