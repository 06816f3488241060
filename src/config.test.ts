import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

function configured(env: NodeJS.ProcessEnv) {
  const outcome = readConfig(env);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function faults(env: NodeJS.ProcessEnv) {
  const outcome = readConfig(env);
  return outcome.ok ? [] : outcome.problems.map(({ field }) => field);
}

describe('an installation with nothing set', () => {
  test('serves this machine alone, keeps its own database and shows the demonstration', () => {
    const config = configured({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: undefined,
      demonstration: true,
      trustedProxyHops: 0,
    });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.dataDir).toMatch(/\/data$/);
  });

  test('treats a blank variable as not set', () => {
    expect(configured({ DATABASE_URL: ' ', PORT: '' })).toMatchObject({
      databaseUrl: undefined,
      port: undefined,
    });
  });
});

describe('an installation with an external server', () => {
  const DATABASE_URL = 'postgresql://continuum@db.example.je/continuum';

  test('makes no demonstration', () => {
    expect(configured({ DATABASE_URL })).toMatchObject({ databaseUrl: DATABASE_URL, demonstration: false });
  });

  test('is refused sign-in by picking a person, with the reason', () => {
    const outcome = readConfig({ DATABASE_URL, DEMONSTRATION: 'yes' });
    expect(outcome).toMatchObject({
      ok: false,
      problems: [
        { field: 'DEMONSTRATION', message: expect.stringContaining('anybody could sign in as anybody') },
      ],
    });
  });
});

test('all faults are listed at once', () => {
  const env = { PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', TRUSTED_PROXY_HOPS: '-1' };
  expect(faults(env)).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'TRUSTED_PROXY_HOPS']);
});

test('mail that leaves needs a sender', () => {
  expect(faults({ SMTP_URL: 'smtps://mail.example.je' })).toEqual(['MAIL_FROM']);
  expect(
    configured({ SMTP_URL: 'smtps://mail.example.je', MAIL_FROM: 'Hub <hub@example.je>' }).mailFrom,
  ).toBe('Hub <hub@example.je>');
});

test('the public address is https, except on this machine', () => {
  expect(configured({ PUBLIC_ORIGIN: 'https://hub.example.je' }).publicOrigin).toBe('https://hub.example.je');
  expect(configured({ PUBLIC_ORIGIN: 'http://localhost:3000' }).publicOrigin).toBe('http://localhost:3000');
  expect(faults({ PUBLIC_ORIGIN: 'http://hub.example.je' })).toEqual(['PUBLIC_ORIGIN']);
  expect(faults({ PUBLIC_ORIGIN: 'https://hub.example.je/' })).toEqual(['PUBLIC_ORIGIN']);
  expect(faults({ PUBLIC_ORIGIN: 'hub' })).toContain('PUBLIC_ORIGIN');
});

test('a store for heads needs all of what it is reached by, and for how long nothing can be deleted', () => {
  const AUDIT_STORE = 'https://s3.eu-west-2.amazonaws.com/bucket/heads';
  const rest = { AUDIT_STORE_REGION: 'eu-west-2', AUDIT_STORE_KEY_ID: 'key', AUDIT_STORE_SECRET: 'secret' };
  expect(faults({ AUDIT_STORE })).toEqual([...Object.keys(rest), 'AUDIT_STORE_DAYS']);
  expect(configured({ AUDIT_STORE, ...rest, AUDIT_STORE_DAYS: '3653' }).auditStore).toEqual({
    address: AUDIT_STORE,
    region: 'eu-west-2',
    keyId: 'key',
    secret: 'secret',
    days: 3653,
  });
  expect(faults({ AUDIT_STORE: 'http://store.example.je/b', ...rest, AUDIT_STORE_DAYS: '0' })).toEqual([
    'AUDIT_STORE',
    'AUDIT_STORE_DAYS',
  ]);
  expect(configured({}).auditStore).toBeUndefined();
});
