import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { openAnchors } from './anchors.ts';
import { keepInStore, NotStored, type ObjectStore } from './object-store.ts';
import { makeSigningKey, readSigningKey } from './signing-key.ts';

const SECRET = 'a secret that the bucket knows';
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const sha256 = (what: string) => createHash('sha256').update(what).digest('hex');
const hmac = (key: string | Buffer, what: string) => createHmac('sha256', key).update(what).digest();

/** The signature that "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)" asks of this request. */
function signatureOf({ method, url = '', headers }: IncomingMessage, secret: string): string {
  const [, date, region, service, names = ''] =
    /Credential=[^/]+\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+)/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const request = [method, url, '', signed.join(''), names, headers['x-amz-content-sha256']].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const day = hmac(hmac(hmac(`AWS4${secret}`, date ?? ''), region ?? ''), service ?? '');
  return hmac(hmac(day, 'aws4_request'), toSign).toString('hex');
}

type Kept = { readonly body: string; readonly mode: string; readonly until: Date };

/** A bucket with object lock as its owner set it up: it takes only what is signed, whole, locked and new. */
async function bucket(): Promise<{ store: ObjectStore; objects: Map<string, Kept> }> {
  const objects = new Map<string, Kept>();
  const refusal = (asked: IncomingMessage, body: string): string | undefined => {
    const { headers, url = '' } = asked;
    const given = /Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '')?.[1];
    const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
    if (given !== signatureOf(asked, SECRET)) return 'SignatureDoesNotMatch';
    if (
      !signed.includes('host') ||
      Object.keys(headers).some((name) => name.startsWith('x-amz-') && !signed.includes(name))
    )
      return 'AccessDenied';
    if (headers['x-amz-content-sha256'] !== sha256(body)) return 'XAmzContentSHA256Mismatch';
    if (headers['x-amz-checksum-sha256'] !== createHash('sha256').update(body).digest('base64'))
      return 'BadDigest';
    if (headers['x-amz-object-lock-mode'] !== 'COMPLIANCE') return 'InvalidRequest';
    if (headers['if-none-match'] === '*' && objects.has(url)) return 'PreconditionFailed';
    return undefined;
  };
  const server = createServer(async (asked, answer) => {
    const body = await text(asked);
    const fault = asked.method === 'PUT' ? refusal(asked, body) : 'MethodNotAllowed';
    if (fault !== undefined) {
      answer.writeHead(403).end(`<?xml version="1.0"?><Error><Code>${fault}</Code></Error>`);
      return;
    }
    const until = new Date(String(asked.headers['x-amz-object-lock-retain-until-date']));
    objects.set(asked.url ?? '', { body, mode: String(asked.headers['x-amz-object-lock-mode']), until });
    answer.writeHead(200).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/bucket/heads/`;
  return { objects, store: { address, region: 'eu-west-2', keyId: 'AKID', secret: SECRET, days: 3650 } };
}

function place(store: ObjectStore) {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-store-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  makeSigningKey(join(folder, 'key.pem'));
  const file = join(folder, 'heads.jsonl');
  return { file, anchors: openAnchors({ file, key: readSigningKey(join(folder, 'key.pem')), store }) };
}

const head = (seal: number) => ({ authority: 'island', seal, hash: sha256(String(seal)) });

describe('A head that leaves for a store whose objects cannot be deleted', () => {
  it('is signed, checked, locked until its day, and in the order of names the objects are the file', async () => {
    const { store, objects } = await bucket();
    const { file, anchors } = place(store);
    await Promise.all([1, 2, 3].map((seal) => anchors.add(head(seal))));
    const names = [...objects.keys()].sort();
    expect(names).toHaveLength(3);
    expect(names[0]).toMatch(/^\/bucket\/heads\/\d{4}-\d\d-\d\dT[\d.-]+Z-0{15}-island-1\.json$/);
    expect(names.map((name) => objects.get(name)?.body).join('')).toBe(readFileSync(file, 'utf8'));
    const days = ((objects.get(names[0] ?? '')?.until.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(3649.9);
    expect(days).toBeLessThanOrEqual(3650);
  });

  it('is never written over one that is there', async () => {
    const { store, objects } = await bucket();
    await keepInStore(store, 'one.json', 'first');
    await expect(keepInStore(store, 'one.json', 'second')).rejects.toThrow('403 PreconditionFailed');
    expect(objects.get('/bucket/heads/one.json')?.body).toBe('first\n');
  });

  it('is told of when the store does not know the secret, is not there, or says nothing; the file has it', async () => {
    const { store } = await bucket();
    const other = place({ ...store, secret: 'another' });
    await expect(other.anchors.add(head(1))).rejects.toThrow(NotStored);
    expect(await other.anchors.last('island')).toMatchObject(head(1));
    await expect(keepInStore({ ...store, address: 'http://127.0.0.1:1/b' }, 'n', 'x')).rejects.toThrow();
  });
});
