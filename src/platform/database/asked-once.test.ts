import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { askedOnce } from './asked-once.ts';

type Values = { readonly least: string; readonly most: string };

describe('A question whose words are put together once', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const made: string[] = [];
  const words = askedOnce(
    (shape: 'up' | 'down') => shape,
    (db, { least, most }: Values, shape) => {
      made.push(shape);
      return db
        .selectFrom('staff')
        .select('given_name as name')
        .where('given_name', '>=', least)
        .where(sql<boolean>`given_name < ${most}::text`)
        .orderBy('given_name', shape === 'up' ? 'asc' : 'desc');
    },
  );
  const named = (least: string, most: string, shape: 'up' | 'down' = 'up') =>
    world.within(async ({ db }) => (await words(db, { least, most }, shape)).map(({ name }) => name));

  it('answers for the values of each asking, and is put together once for each shape', async () => {
    const few = await named('T', 'U');
    expect(few).toContain('Tess');
    expect(few).not.toContain('Abe');
    const many = await named('A', 'U');
    expect(many.slice(0, 1)).toEqual(['Abe']);
    expect(await named('A', 'U', 'down')).toEqual(many.toReversed());
    expect(made).toEqual(['up', 'down']);
  });

  it('says so where it is made to read its values as a list', () => {
    const wrong = askedOnce(
      () => '',
      (db, values: Values) =>
        db.selectFrom('staff').selectAll().where('given_name', 'in', Object.keys(values)),
    );
    return expect(world.within(({ db }) => wrong(db, { least: '', most: '' }, ''))).rejects.toThrow(
      'Blanks have no list',
    );
  });
});
