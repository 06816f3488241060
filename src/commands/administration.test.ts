import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal } from '../../test/support/sealed-history.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { readConfig } from '../config.ts';
import { commandNamed, usage } from './commands.ts';

describe('The command line', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  const said: string[] = [];

  /** Types a command at the database of this world, and gives what it said. `said` has it also where the command ended with a fault. */
  const type = async (...words: string[]): Promise<string> => {
    said.length = 0;
    const { host, user, database } = world.owner;
    const config = readConfig({
      DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
      DATA_DIR: '/tmp',
    });
    if (!config.ok) throw new Error(JSON.stringify(config.problems));
    const command = commandNamed(words);
    if (command === undefined) return usage();
    await command.run({
      config: config.value,
      words: words.slice(command.name.split(' ').length),
      say: (line) => said.push(line),
      ending: Promise.resolve(''),
    });
    return said.join('\n');
  };

  const MARIE = ['--name', 'Marie Kelp', '--email', 'Marie.Kelp@island.example'];

  it('adds somebody with a password made by chance, who then signs in with it', async () => {
    const words = await type(
      'user',
      'add',
      ...MARIE,
      '--role',
      'social worker',
      '--team',
      'Assessment and support',
    );
    const password = /password {3}(\S+)/.exec(words)?.[1] ?? '';
    expect(password).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    const name = 'marie.kelp@island.example';
    expect((await world.anyone.post('/sign-in', { name, password: 'not this password' })).statusCode).toBe(
      422,
    );
    const entered = await world.anyone.post('/sign-in', { name, password });
    expect(entered.statusCode).toBe(303);
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    expect(cookie).toContain('__Host-continuum=');
    const first = await world.server.inject({ url: '/people', headers: { cookie } });
    expect(first.headers.location).toBe('/own-account/password?to=%2Fpeople');
    const kept = await world.rows(
      "select 1 from audit where act = 'account: add' and decided_by = 'the command line'",
    );
    expect(kept).toHaveLength(1);
  });

  it('refuses the same person twice, a role nobody has, a team nobody knows and a post in the wrong place', async () => {
    const add = (...words: string[]) => type('user', 'add', ...words);
    const other = ['--name', 'Otto Wrack', '--email', 'otto@island.example'];
    const team = ['--team', 'Assessment and support'];
    await expect(add(...MARIE, '--role', 'social worker', ...team)).rejects.toThrow(
      'signs in to island already',
    );
    await expect(add(...other, '--role', 'pirate', ...team)).rejects.toThrow('must be a role');
    await expect(add(...other, '--role', 'the program', ...team)).rejects.toThrow(
      'not one that a person can hold',
    );
    await expect(add(...other, '--role', 'social worker', '--team', 'Nobody')).rejects.toThrow(
      /no team.*There are: /,
    );
    await expect(add(...other, '--role', 'police partner', ...team)).rejects.toThrow('--agency is needed');
    expect(await world.rows("select 1 from staff where family_name = 'Wrack'")).toEqual([]);
  });

  it('makes a team or an agency that the profile names when its first person comes', async () => {
    await type(
      'user',
      'add',
      '--name',
      'Ines Tideway',
      '--email',
      'ines@island.example',
      '--role',
      'probation partner',
      '--agency',
      'Probation',
    );
    expect(await world.rows("select kind from agency where title = 'Probation'")).toEqual([
      { kind: 'probation' },
    ]);
  });

  it('disables an account and ends what it has open, at once', async () => {
    const nell = await world.as('nell');
    expect((await nell.get('/work')).statusCode).toBe(303);
    expect(await type('user', 'disable', '--email', 'nell@island.example')).toContain('Sessions ended: 1');
    expect((await nell.get('/work')).headers.location).toMatch(/^\/sign-in/);
    await expect(type('user', 'disable', '--email', 'nobody@island.example')).rejects.toThrow(
      'Nobody signs in',
    );
  });

  it('adds an authority once, with the schema and the clocks of its profile, and lists it', async () => {
    const words = [
      'authority',
      'add',
      '--name',
      'second',
      '--title',
      'Second island',
      '--profile',
      'jersey',
      '--path',
      'second',
    ];
    await type(...words);
    await expect(type(...words)).rejects.toThrow('already');
    expect(await type('authority', 'list')).toMatch(/second +jersey +live +\/second +Second island/);
    const [clocks] = await world.rows<{ count: number }>('select count(*)::int from second.timescale');
    expect(clocks?.count).toBeGreaterThan(5);
  });

  it('refuses an authority whose profile or name is not one', async () => {
    const add = (...words: string[]) => type('authority', 'add', '--title', 'T', ...words);
    await expect(add('--name', 'third', '--profile', 'atlantis')).rejects.toThrow(
      '--profile must be one of: jersey',
    );
    await expect(add('--name', 'Third"; drop', '--profile', 'jersey')).rejects.toThrow(
      '--name must be small letters',
    );
    await expect(add('--profile', 'jersey')).rejects.toThrow('--name is needed');
    await expect(add('--name', 'third', '--profile', 'jersey', '--colour', 'red')).rejects.toThrow(
      'not asked for',
    );
  });

  it('lists every route that is served, with its rule', async () => {
    const lines = await type('routes');
    expect(lines).toMatch(/^GET \/sign-in {2}public$/m);
    expect(lines).toMatch(/^POST \/sign-out {2}signed in$/m);
    const served = world.routes.filter(
      ({ method, path }) => method !== 'HEAD' && path !== '/sign-in/demonstration',
    );
    expect(lines.split('\n')).toHaveLength(served.length);
  });

  it('says of an installation what needs attention: here, a server that forgets and an audit that nobody seals', async () => {
    await world.rows(
      "insert into audit (id, at, request, act, allowed, decided_by) values (gen_random_uuid(), now() - interval '1 hour', 'r', 'x', true, 'x')",
    );
    // A clone has its history beside it, and that is one more.
    await expect(type('doctor')).rejects.toThrow(/^[45] of 18 things need somebody's attention$/);
    const ill = said.filter((line) => line.startsWith('LOOK HERE'));
    expect(ill[0]).toMatch(/what is acknowledged is kept +fsync is off: what was acknowledged could be gone/);
    expect(ill[1]).toMatch(/audit of island +\d+ rows not sealed, the oldest 3\d\d\d seconds old/);
    expect(ill[2]).toMatch(/heads of island outside +none leaves: name a key with AUDIT_KEY_FILE/);
    expect(said.filter((line) => line.startsWith('well')).join('\n')).toContain('all applied');
  });

  it('verifies the audit, says what is not yet sealed, and names the first row that was altered', async () => {
    await seal(world);
    await world.rows(
      "insert into audit (id, request, act, allowed, decided_by) values (gen_random_uuid(), 'r', 'x', true, 'x')",
    );
    const words = await type('audit', 'verify', '--authority', 'island');
    expect(words).toMatch(/^island: \d+ rows, \d+ seals and 0 heads outside agree\.$/m);
    expect(words).toMatch(/not yet sealed: 1 rows, the oldest of 20/);
    expect(words).toContain('No heads were given');
    await world.rows('alter table audit disable trigger append_only');
    const [row] = await world.rows<{ id: string }>(
      "update audit set act = 'y' where id = (select ids[1] from audit_seal where n = 1) returning id",
    );
    await expect(type('audit', 'verify')).rejects.toThrow('not as it was sealed');
    expect(said.join('\n')).toContain(`ALTERED  Row ${row?.id} of`);
    await expect(type('audit', 'verify', '--authority', 'nowhere')).rejects.toThrow('must be one of');
    await expect(type('audit', 'verify', '--heads', '/nowhere')).rejects.toThrow('is not there');
  });

  it('says what can be typed when nothing else was', async () => {
    expect(await type('help')).toContain('continuum user add');
    expect(usage()).toContain('continuum doctor');
    await expect(type('doctor', '--loud')).rejects.toThrow('--loud is not asked for');
  });
});
