import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/language/day.ts';
import type { NamedFieldMeta } from '../../src/platform/forms/field.ts';
import type { RawAnswers } from '../../src/platform/forms/raw-answers.ts';
import { servedActions } from '../support/served-actions.ts';
import { browse, givePassword, PASSWORD } from '../support/signing-in.ts';
import { openWorld, type Worker, type World } from '../support/world.ts';

const TODAY = day('2026-11-20');
/** Columns that somebody would like to write who may not. None is a question of any form; the database and the program set them. */
const NOT_ASKED = [
  'id',
  'recordedBy',
  'recorded_by',
  'recordedAt',
  'staff_id',
  'authority',
  'role',
  'permissions',
  'allowed',
  'isAdmin',
  'toString',
];
/** Names that reach behind an object, as each way of writing them would. */
const BEHIND = [
  '__proto__',
  '__proto__.isAdmin',
  '__proto__[isAdmin]',
  'a.__proto__.isAdmin',
  'constructor.prototype.isAdmin',
  'constructor',
  'prototype',
];
const INCIDENT = { incident: 'I-26-11', happenedOn: '2026-11-19', words: 'An argument in the street.' };

const unasked = (read: { ok: boolean; problems?: readonly { message: string }[] }) =>
  (read.problems ?? []).filter(({ message }) => message.includes('does not ask for')).length;
const isAsked = (fields: readonly NamedFieldMeta[], name: string) =>
  fields.some((field) => field.name === name);

describe('What is sent', () => {
  let world: World;
  let police: Worker;
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  beforeAll(async () => {
    world = await openWorld();
    police = await world.as('halyard');
    await givePassword(world, 'tess');
  });
  afterAll(() => world.close());

  const notifications = () => world.rows('select incident, recorded_by from police_notification');
  const post = (url: string, payload: string, headers: object = {}): Promise<LightMyRequestResponse> =>
    world.server.inject({ method: 'POST', url, payload, headers: { ...form, ...headers } });

  it('V15.3.3: is taken by each form only under the names that it asks for: one name more refuses all of it', () => {
    const actions = servedActions();
    let tried = 0;
    for (const { name, fields, read } of actions)
      for (const more of NOT_ASKED.filter((one) => !isAsked(fields, one))) {
        tried += 1;
        const refused = read({ [more]: 'x' }, TODAY);
        expect(refused.ok, `${name}: ${more}`).toBe(false);
        expect(unasked(refused), `${name}: ${more}`).toBe(1);
        expect(unasked(read({}, TODAY)), name).toBe(0);
      }
    expect(tried).toBeGreaterThan(1000);
  });

  it('V15.3.3: writes nothing that the action does not ask for, also not in the row of a list; who recorded it is whoever sent it', async () => {
    const { staffId } = await world.as('cleo');
    for (const more of [
      { recorded_by: staffId },
      { recordedBy: staffId },
      { 'children.0.personId': staffId },
    ]) {
      const answer = await police.post('/police-notifications', { ...INCIDENT, ...more });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('does not ask for');
    }
    expect(await notifications()).toEqual([]);
    expect((await police.post('/police-notifications', INCIDENT)).statusCode).toBe(303);
    expect(await notifications()).toEqual([{ incident: 'I-26-11', recorded_by: police.staffId }]);
  });

  it('V15.3.5: is one text where one is asked: a list, or rows where there are none, is refused at that field', () => {
    let tried = 0;
    const lists = ['some of', 'repeated'];
    for (const { name, fields, read } of servedActions())
      for (const field of fields.filter(({ kind }) => !lists.includes(kind))) {
        tried += 1;
        for (const twice of [
          ['a', 'b'],
          ['', 'x'],
        ] as const) {
          const answers: RawAnswers = { [field.name]: twice };
          const refused = read(answers, TODAY);
          expect(
            refused.ok || refused.problems.some((one) => one.field === field.name),
            `${name}: ${field.name}`,
          ).toBe(true);
          expect(refused.ok, `${name}: ${field.name}`).toBe(false);
        }
      }
    expect(tried).toBeGreaterThan(150);
  });

  it('V15.3.6: reaches behind no object, by whatever name, body or address', async () => {
    const multipart = (name: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nyes\r\n--b--\r\n`;
    for (const name of BEHIND) {
      const inForm = await post('/sign-in', `${encodeURIComponent(name)}=yes`);
      // With brackets it is a name like any other, and one that nobody asks for.
      expect(inForm.statusCode, name).toBe(name.includes('[') ? 422 : 400);
      const inFile = await post('/sign-in', multipart(name), {
        'content-type': 'multipart/form-data; boundary=b',
      });
      expect([400, 422], name).toContain(inFile.statusCode);
      expect(
        (await police.get(`/police-notifications?${encodeURIComponent(name)}=yes`)).statusCode,
        name,
      ).toBeLessThan(500);
      expect(
        (await police.post('/police-notifications', { ...INCIDENT, [name]: 'yes' })).statusCode,
        name,
      ).toBe(name.includes('[') ? 422 : 400);
    }
    const journey = Buffer.from(
      '{"__proto__":{"isAdmin":"yes"},"state":"s","nonce":"n","verifier":"v"}',
    ).toString('base64url');
    await world.server.inject({
      url: '/sign-in',
      headers: { cookie: `__Host-continuum-provider=${journey}; __proto__=yes` },
    });
    const plain: Record<string, unknown> = {};
    expect(plain['isAdmin']).toBeUndefined();
    expect(Reflect.ownKeys(Object.prototype).filter((key) => !NATIVE.has(key))).toEqual([]);
    // Nothing is an answer because every object has it.
    for (const { name, read } of servedActions())
      for (const inherited of ['valueOf', 'hasOwnProperty'])
        expect(unasked(read({ [inherited]: 'x' }, TODAY)), name).toBe(1);
    expect(await notifications()).toHaveLength(1);
  });

  it('V15.3.7: counts where it belongs alone: address, body and cookie are never taken for one another', async () => {
    const tess = { name: 'tess@island.example', password: PASSWORD };
    const body = new URLSearchParams(tess).toString();
    expect((await browse(world).post('/sign-in', tess)).statusCode).toBe(303);
    expect((await post(`/sign-in?${body}`, '')).statusCode).toBe(422);
    const signIns = 'select count(*)::int as n from directory.session';
    const before = await world.rows(signIns);
    expect((await post('/sign-in', '', { cookie: body.replace('&', '; ') })).statusCode).toBe(422);
    expect(await world.rows(signIns)).toEqual(before);
    const bea = await world.as('bea');
    const cookie = `__Host-continuum=${bea.token}`;
    const page = (await bea.get('/own-account')).body;
    const token = /name="form-token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await post(`/sign-out?form-token=${token}`, '', { cookie })).statusCode).toBe(403);
    expect((await post('/sign-out', '', { cookie, 'form-token': token })).statusCode).toBe(403);
    expect((await world.server.inject({ url: `/own-account?${cookie}` })).statusCode).toBe(303);
    expect(
      (await post('/own-account/theme', `${cookie}&form-token=${token}&theme=dark`)).headers.location,
    ).toMatch(/^\/sign-in/);
    expect((await bea.get('/own-account')).statusCode).toBe(200);
  });

  it('V15.3.7: is no answer where a name comes twice and one is asked: neither the first nor the last is taken', async () => {
    const name = 'name=tess%40island.example';
    const right = `password=${encodeURIComponent(PASSWORD)}`;
    for (const payload of [
      `${name}&${right}&password=x`,
      `${name}&password=x&${right}`,
      `${name}&name=x&${right}`,
      `name=x&${name}&${right}`,
    ])
      expect((await post('/sign-in', payload)).headers.location, payload).toBeUndefined();
    const bea = await world.as('bea');
    const token = /name="form-token" value="([^"]+)"/.exec((await bea.get('/own-account')).body)?.[1] ?? '';
    for (const tokens of [`form-token=${token}&form-token=x`, `form-token=x&form-token=${token}`])
      expect((await post('/sign-out', tokens, { cookie: `__Host-continuum=${bea.token}` })).statusCode).toBe(
        403,
      );
    const early = '2026-11-01T00:00:00Z';
    expect((await bea.get(`/own-account?known=${early}`)).body).toContain('As known on');
    expect((await bea.get(`/own-account?known=${early}&known=2026-11-02T00:00:00Z`)).body).not.toContain(
      'As known on',
    );
    const twice = await police.post('/police-notifications', {
      ...INCIDENT,
      incident: ['I-26-12', 'I-26-13'],
    });
    expect(twice.statusCode).toBe(422);
    expect(await notifications()).toHaveLength(1);
  });
});

/** What every object has from the language itself. */
const NATIVE = new Set<string | symbol>([
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'hasOwnProperty',
  '__lookupGetter__',
  '__lookupSetter__',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toString',
  'valueOf',
  '__proto__',
  'toLocaleString',
]);
