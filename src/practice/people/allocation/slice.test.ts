import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import { createPerson, personBriefs } from '../person/index.ts';
import { staffNamed } from '../staff/index.ts';
import { allocate, allocatedTo, endAllocation } from './index.ts';

describe('Allocating a child', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const child = { names: [{ kind: 'used', givenName: 'Saffron', familyName: 'Barnacle' }] } as const;

  it('names the worker and the manager of the worker’s post', async () => {
    const [tess, mira] = [(await world.as('tess')).staffId, (await world.as('mira')).staffId];
    const allocated = await world.within(async (made) => {
      const { id } = await createPerson(made, child);
      expect(await allocatedTo(made.db, id)).toBeUndefined();
      await allocate(made, { personId: id, staffId: tess, fromOn: day('2026-11-02') });
      return allocatedTo(made.db, id);
    });
    expect(allocated).toMatchObject({
      worker: { staffId: tess },
      manager: { staffId: mira, name: 'Mira Spindrift' },
    });
  });

  it('leaves a child one worker, and opens the child to that worker alone', async () => {
    const [tess, ivo] = [(await world.as('tess')).staffId, (await world.as('ivo')).staffId];
    const id = await world.within(async (made) => {
      const { id } = await createPerson(made, child);
      await allocate(made, { personId: id, staffId: tess, fromOn: day('2026-11-02') });
      await allocate(made, { personId: id, staffId: ivo, fromOn: day('2026-11-09') });
      return id;
    });
    const seeing = await world.rows('select principal from sight where person_id = $1', [id]);
    expect(seeing.map((row) => row['principal'])).toContain(ivo);
    expect(seeing.map((row) => row['principal'])).not.toContain(tess);
  });

  it('ends, and then nobody works with the child', async () => {
    const tess = (await world.as('tess')).staffId;
    const left = await world.within(async (made) => {
      const { id } = await createPerson(made, child);
      await allocate(made, { personId: id, staffId: tess, fromOn: day('2026-11-02') });
      await endAllocation(made, { personId: id, endedOn: day('2026-11-20'), by: tess });
      return { worker: await allocatedTo(made.db, id), briefs: await personBriefs(made.db, [id]) };
    });
    expect(left.worker).toBeUndefined();
    expect([...left.briefs.values()].map((brief) => brief.name)).toEqual(['Saffron Barnacle']);
  });

  it('still names somebody of the staff by their number', async () => {
    const tess = (await world.as('tess')).staffId;
    expect(await world.within(({ db }) => staffNamed(db, [tess, undefined]))).toEqual(
      new Map([[tess, 'Tess Windlass']]),
    );
  });
});
