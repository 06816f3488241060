import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lastAnchor, openAnchors } from './anchors.ts';
import { KeyUnusable, makeSigningKey, publishKey, readSigningKey } from './signing-key.ts';
import { outlineOf, publicKeys } from './verify/heads.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-heads-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const keyFile = join(folder, 'inside', 'key.pem');
  makeSigningKey(keyFile);
  const key = readSigningKey(keyFile);
  const file = join(folder, 'heads.jsonl');
  publishKey(`${file}.pub`, key);
  const keys = publicKeys(readFileSync(`${file}.pub`, 'utf8'));
  return { folder, keyFile, key, file, keys, anchors: openAnchors({ file, key }) };
}

const head = (seal: number) => ({
  authority: 'island',
  seal,
  hash: createHash('sha256').update(String(seal)).digest('hex'),
});

describe('The key of the heads', () => {
  it('is made for its owner alone, once, and refused when others can read it or it is another kind of thing', () => {
    const { folder, keyFile, key } = place();
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    makeSigningKey(keyFile);
    expect(readSigningKey(keyFile).name).toBe(key.name);
    chmodSync(keyFile, 0o644);
    expect(() => readSigningKey(keyFile)).toThrow('can be read by others');
    writeFileSync(join(folder, 'words'), 'no key', { mode: 0o600 });
    expect(() => readSigningKey(join(folder, 'words'))).toThrow(KeyUnusable);
    expect(() => readSigningKey(join(folder, 'nothing'))).toThrow('is not there');
  });
});

describe('A head that leaves the house', () => {
  it('is a signed line of its own that names the line before it, and is found again after a new start', async () => {
    const { file, keys, key, anchors } = place();
    await Promise.all([
      anchors.add(head(1)),
      anchors.add(head(2)),
      anchors.add({ ...head(9), authority: 'other' }),
    ]);
    await openAnchors({ file, key }).add(head(3));
    expect(await outlineOf(file, 'island', keys)).toMatchObject({ findings: [], notes: [], gaps: [] });
    expect(await lastAnchor(file, 'island')).toMatchObject(head(3));
    expect(await anchors.last('island')).toMatchObject(head(3));
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(4);
  });

  it.each([
    ['is changed', (lines: string[]) => lines.with(1, (lines[1] ?? '').replace('"seal":2', '"seal":7')), 2],
    ['is taken away', (lines: string[]) => lines.toSpliced(1, 1), 2],
    ['is put in twice', (lines: string[]) => lines.toSpliced(1, 0, lines[0] ?? ''), 2],
  ])('is missed when its line %s', async (_how, alter, line) => {
    const { file, keys, anchors } = place();
    for (const seal of [1, 2, 3]) await anchors.add(head(seal));
    writeFileSync(file, `${alter(readFileSync(file, 'utf8').trim().split('\n')).join('\n')}\n`);
    const { findings } = await outlineOf(file, 'island', keys);
    expect(findings).toMatchObject([{ what: 'head', which: String(line) }]);
  });

  it('comes after a line that a power cut broke off, which is told of and is no tampering', async () => {
    const { file, keys, key, anchors } = place();
    await anchors.add(head(1));
    appendFileSync(file, '{"kind":"head","authority":"isl');
    expect((await outlineOf(file, 'island', keys)).notes).toEqual([
      'The last line of the heads, 2, is broken off.',
    ]);
    await openAnchors({ file, key }).add(head(2));
    expect(await outlineOf(file, 'island', keys)).toMatchObject({
      findings: [],
      notes: ['Line 2 of the heads is broken off and was left out.'],
    });
  });

  it('goes to a collector of logs as RFC 5424 says, as a datagram and with its length over a connection', async () => {
    const { file, key } = place();
    const udp = createSocket('udp4');
    udp.bind(0, '127.0.0.1');
    await once(udp, 'listening');
    undo.push(() => udp.close());
    const heard = once(udp, 'message');
    await openAnchors({ file, key, syslog: `udp://127.0.0.1:${udp.address().port}` }).add(head(1));
    const [datagram] = await heard;
    expect(String(datagram)).toMatch(
      /^<109>1 \d{4}-[\d-]+T[\d:.]+Z \S+ continuum \d+ audit-head - \{"kind":"head",/,
    );

    let said = '';
    const tcp = createServer((socket) => socket.on('data', (part) => (said += part)));
    tcp.listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    undo.push(() => tcp.close());
    const address = tcp.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await openAnchors({ file, key, syslog: `tcp://127.0.0.1:${port}` }).add(head(2));
    await expect.poll(() => said).toContain('"seal":2');
    const [, length, message] = /^(\d+) ([\s\S]*)$/.exec(said) ?? [];
    expect(message).toHaveLength(Number(length));
    expect(message?.split(' - ')[1]).toBe(readFileSync(file, 'utf8').trim().split('\n').at(-1));
  });

  it('stays in the file when the collector does not answer, and the failure is told', async () => {
    const { file, key } = place();
    const gone = openAnchors({ file, key, syslog: 'tcp://127.0.0.1:1' });
    await expect(gone.add(head(1))).rejects.toThrow();
    expect(await gone.last('island')).toMatchObject(head(1));
  });
});

describe('A restoration', () => {
  it('names the gap between the head it went back to and the last head that had left', async () => {
    const { file, keys, anchors } = place();
    for (const seal of [10, 20, 30]) await anchors.add(head(seal));
    await anchors.add(head(12), { kind: 'restored', restoredTo: '2026-11-22T10:00:00Z' });
    await anchors.add(head(13));
    const { gaps, restored, findings } = await outlineOf(file, 'island', keys);
    expect(findings).toEqual([]);
    expect(gaps).toMatchObject([{ restoredTo: '2026-11-22T10:00:00Z', fromSeal: 12, toSeal: 30 }]);
    expect(restored).toEqual([{ line: 4, seal: 12 }]);
  });
});
