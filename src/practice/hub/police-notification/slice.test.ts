import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upload } from '../../../../test/support/upload.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { day } from '../../../language/day.ts';
import { createPerson } from '../../people/person/index.ts';

const HEAD = 'incident,happened_on,given_name,family_name,born_on,words';
const told = {
  incident: 'I-26-77',
  happenedOn: '20/11/2026',
  words: 'Argument at home, both children present.',
  'children.0.givenName': 'Otto',
  'children.0.familyName': 'Sandpiper',
  'children.0.bornOn': '3/4/2017',
};

describe('A police notification', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    const { id } = await world.within((surroundings) =>
      createPerson(surroundings, {
        names: [{ kind: 'used', givenName: 'Otto', familyName: 'Sandpiper' }],
        bornOn: day('2017-04-03'),
        bornOnCertainty: 'known',
      }),
    );
    const tess = await world.as('tess');
    await world.rows(
      "insert into allocation (id, person_id, staff_id, kind, from_on) values ($1, $2, $3, 'worker', '2026-01-05')",
      [randomUUID(), id, tess.staffId],
    );
  });
  afterAll(() => world.close());

  it('about a child with an allocated worker goes to the worker and the manager, and makes no contact', async () => {
    const police = await world.as('halyard');
    const sent = await police.post('/police-notifications', told);
    expect(sent.statusCode).toBe(303);
    expect(await world.rows('select 1 from contact')).toHaveLength(0);
    const to = await world.rows<{ family_name: string }>(
      'select family_name from notification_receipt r join staff on staff.id = r.staff_id order by 1',
    );
    expect(to.map((row) => row.family_name)).toEqual(['Spindrift', 'Windlass']);
    const mails = await world.rows<{ subject: string; body: string }>('select subject, body from outbox');
    expect(mails).toHaveLength(2);
    expect(JSON.stringify(mails)).not.toMatch(/Sandpiper|Otto|Argument/);
  });

  it('leaves no trace of who was told to whoever does not see the child', async () => {
    const receipts = async (key: string) => {
      const { staffId } = await world.as(key);
      return world.house.database.transaction(
        { authority: 'island', now: new Date(), actor: staffId, principals: [staffId], wide: key !== 'tess' },
        (db) => db.selectFrom('notification_receipt').select('id').execute(),
      );
    };
    expect(await receipts('nell')).toHaveLength(2);
    expect(await receipts('tess')).toHaveLength(1);
    const dara = (await world.as('dara')).staffId;
    await world.rows(
      `with w as (insert into wall (id, person_id, kind, reason, began_at, decided_by)
         select gen_random_uuid(), p.id, 'sealed', 'Adoption', now(), $1 from person p returning id)
       insert into wall_name select id, $1 from w`,
      [dara],
    );
    expect(await receipts('nell')).toEqual([]);
    expect(await receipts('tess')).toEqual([]);
    expect(await receipts('dara')).toHaveLength(2);
    await world.rows('update wall set until = now()');
  });

  it('is read by each of them and by nobody else', async () => {
    const tess = await world.as('tess');
    const waiting = await tess.get('/police-notifications');
    expect(waiting.body).toContain('Argument at home');
    const receipt = /receipts\/([\da-f-]{36})\//.exec(waiting.body)?.[1] ?? '';
    const ivo = await world.as('ivo');
    expect((await ivo.get('/police-notifications')).body).not.toContain('Argument');
    expect((await ivo.post(`/police-notifications/receipts/${receipt}/acknowledgement`)).statusCode).toBe(
      404,
    );
    expect((await tess.post(`/police-notifications/receipts/${receipt}/acknowledgement`)).statusCode).toBe(
      303,
    );
    expect((await tess.get('/police-notifications')).body).not.toContain('Argument');
    expect((await (await world.as('mira')).get('/police-notifications')).body).toContain('Argument');
  });

  it('about any other child goes to the hub as one contact an incident', async () => {
    const police = await world.as('halyard');
    const file = `${HEAD}\nI-26-78,2026-11-20,Bay,Oystercatcher,2018-01-02,Shouting at night\nI-26-78,2026-11-20,Fay,Oystercatcher,2019-05-06,Shouting at night\nI-26-77,2026-11-20,Otto,Sandpiper,2017-04-03,Second call`;
    expect((await police.post('/police-notifications/batches', { file })).statusCode).toBe(303);
    const contacts = await world.rows<{ incident: string; children: number }>(
      'select incident, (select count(*)::int from contact_child k where k.contact_id = c.id) as children from contact c',
    );
    expect(contacts).toEqual([{ incident: 'I-26-78', children: 2 }]);
    expect(await world.rows("select 1 from police_notification where incident = 'I-26-77'")).toHaveLength(2);
    const again = await police.post('/police-notifications/batches', { file });
    expect(again.statusCode).toBe(422);
    expect(await world.rows('select 1 from police_notification')).toHaveLength(4);
  });

  it('tells whoever sends it nothing of who is on record', async () => {
    const police = await world.as('halyard');
    const known = await police.post('/police-notifications', { ...told, incident: 'I-26-80' });
    const unknown = await police.post('/police-notifications', {
      ...told,
      incident: 'I-26-81',
      'children.0.givenName': 'Nobody',
    });
    expect([known.statusCode, known.headers.location]).toEqual([
      unknown.statusCode,
      unknown.headers.location,
    ]);
    expect((await police.find('Sandpiper')).statusCode).toBe(403);
  });

  it('can come as a file that a browser sends, and is refused when the file is no plain text', async () => {
    const police = await world.as('halyard');
    const send = (file: string | Buffer, control = 'file') =>
      upload(world, police, '/police-notifications/batches', control, file);
    expect((await police.get('/police-notifications/batch')).body).toContain('enctype="multipart/form-data"');
    const before = await world.rows('select 1 from police_notification');
    expect((await send(`${HEAD}\nI-26-90,2026-11-20,Zé,Cação,,Na praia à noite`)).statusCode).toBe(303);
    expect(await world.rows("select 1 from police_notification where family_name = 'Cação'")).toHaveLength(1);
    expect((await send(Buffer.from([0xff, 0xfe, 0x00]))).statusCode).toBe(400);
    expect((await send('x'.repeat(600_000))).statusCode).toBe(400);
    expect((await send(HEAD, '__proto__')).statusCode).toBe(400);
    expect(await world.rows('select 1 from police_notification')).toHaveLength(before.length + 1);
  });

  it('keeps what was typed when something is missing, and is refused to those who may not send one', async () => {
    const police = await world.as('halyard');
    const refused = await police.post('/police-notifications', { ...told, incident: '' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Enter the number of the incident');
    expect(refused.body).toContain('Argument at home, both children present.');
    expect((await (await world.as('tess')).post('/police-notifications', told)).statusCode).toBe(403);
  });
});
