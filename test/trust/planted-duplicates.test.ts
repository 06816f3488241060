import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id } from '../../src/language/id.ts';
import { lookForDuplicates } from '../../src/practice/people/duplicate/index.ts';
import { judge, letItSettle, plantDuplicates } from '../support/planted-duplicates.ts';
import { openWorld, type World } from '../support/world.ts';

const SEED = process.env['DUPLICATES_SEED'] ?? '20261122';
const PERSONS = Number(process.env['DUPLICATES_PERSONS'] ?? 120);

/** The control: whoever bears the same name on the letter is taken for one person. It must not hold. */
const BY_NAME_ALONE = process.env['DUPLICATES_CONTROL'] === 'by name alone';

describe('Looking for persons with two records', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('finds nine in ten of those that were planted, and of ten that it proposes nine are right', async () => {
    const planted = await plantDuplicates(world, SEED, PERSONS);
    await letItSettle(world);
    if (BY_NAME_ALONE) await proposeByName(world);
    let looked = BY_NAME_ALONE ? 0 : 1;
    while (looked > 0)
      looked = await world.within(({ db, now }) =>
        lookForDuplicates({ db, now, newId: () => id(randomUUID()) }),
      );
    const judged = await judge(world, planted);
    const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
    const [precision, recall] = [share(judged.right, judged.proposed), share(judged.right, judged.planted)];
    console.log(
      `duplicates: ${judged.planted} planted among ${PERSONS}, ${judged.proposed} proposed, ${judged.right} right; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    expect(recall, judged.missed.map(({ error }) => error).join('; ')).toBeGreaterThanOrEqual(0.9);
    expect(precision, judged.wrong.join('; ')).toBeGreaterThanOrEqual(0.9);
  }, 600_000);
});

function proposeByName(world: World) {
  return world.rows(
    `insert into duplicate_proposal (id, person_id, other_id, occasion, likelihood, proposed_at)
     select distinct on (one.person_id, other.person_id) gen_random_uuid(), one.person_id, other.person_id, 'at night', 1, now()
     from person_name one join person_name other on other.folded = one.folded and other.person_id > one.person_id`,
  );
}
