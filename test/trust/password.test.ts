import { dictionary } from '@zxcvbn-ts/language-common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword, judgePassword, passwordMatches } from '../../src/platform/identity/password.ts';
import { openWorld, type World } from '../support/world.ts';

describe('A password', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('V6.2.1 V6.2.4 V6.2.5 V6.2.9 V6.2.12: is long, of any characters, and not one that was stolen before, however it is stretched', () => {
    for (const bad of [
      'short',
      'fourteen chars',
      'passwordpassword',
      'password1234567',
      'qwertyuiop123456',
      'x'.repeat(201),
    ])
      expect(judgePassword('password', bad, 'nell@island.example').ok, bad).toBe(false);
    for (const good of ['harbour lantern ferry oak', 'lighthouse 9 gulls!', 'ção ção farol barco'])
      expect(judgePassword('password', good, 'nell@island.example').ok, good).toBe(true);
  });

  it('is sought in the packaged list as it stands, where a word with its marks is one of the list', () => {
    const listed = dictionary['passwords-common'];
    expect(listed.length).toBeGreaterThan(40_000);
    expect(
      listed.filter((word) => JSON.stringify(word) !== `"${word}"` || word !== word.toLowerCase()),
    ).toEqual([]);
    for (const word of listed.filter((_, at) => at % 100 === 0)) {
      const stretched = word.repeat(Math.ceil(15 / word.length));
      expect(judgePassword('password', stretched, 'nell@island.example').ok, stretched).toBe(false);
    }
  });

  it('is kept as a hash that says nothing of it, and compared as slowly where there is no account', async () => {
    const hash = await hashPassword('harbour lantern ferry oak');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(hash, 'harbour lantern ferry oak')).toBe(true);
    expect(await passwordMatches(hash, 'harbour lantern ferry elm')).toBe(false);
    expect(await passwordMatches(undefined, 'nobody signs in with this')).toBe(false);
  });

  it('V6.2.2 V6.2.3 V7.4.3: is set by its owner, who must know the one before, and ends every other session', async () => {
    const [here, elsewhere] = [await world.as('nell'), await world.as('nell')];
    await world.rows('update directory.account set password_hash = $1 where sign_in_name = $2', [
      await hashPassword('the one before this one'),
      'nell@island.example',
    ]);
    const wrong = await here.post('/own-account/password', {
      current: 'guessed',
      password: 'harbour lantern ferry oak',
    });
    expect(wrong.statusCode).toBe(422);
    const weak = await here.post('/own-account/password', {
      current: 'the one before this one',
      password: 'password1234567',
    });
    expect(weak.body).toContain('stolen passwords');
    const changed = await here.post('/own-account/password', {
      current: 'the one before this one',
      password: 'harbour lantern ferry oak',
    });
    expect(changed.statusCode).toBe(303);
    expect((await here.get('/hub')).statusCode).toBe(200);
    expect((await elsewhere.get('/hub')).statusCode).toBe(303);
    const signIn = (password: string) =>
      world.anyone.post('/sign-in', { name: 'Nell@island.example', password });
    expect((await signIn('the one before this one')).statusCode).toBe(422);
    expect(String((await signIn('harbour lantern ferry oak')).headers['set-cookie'])).toMatch(
      /__Host-continuum=.*HttpOnly; Secure; SameSite=Lax/,
    );
  });

  it('V6.3.1: is told alike for an unknown name and a wrong password, and guessing is slowed', async () => {
    const answer = async (name: string) => {
      const { body, statusCode } = await world.anyone.post('/sign-in', { name, password: 'guessed again' });
      return [statusCode, body.replaceAll(name, 'NAME').replaceAll(/nonce="[^"]*"/g, '')];
    };
    expect(await answer('cleo@island.example')).toEqual(await answer('nobody@island.example'));
    for (let turn = 0; turn < 8; turn += 1) await answer('bea@island.example');
    expect(
      (await world.anyone.post('/sign-in', { name: 'bea@island.example', password: 'guessed again' })).body,
    ).toContain('too many tries');
  });
});
