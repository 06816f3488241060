import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { headOf } from '../../src/platform/audit/anchoring.ts';
import { type Anchors, openAnchors } from '../../src/platform/audit/anchors.ts';
import { sealAudit } from '../../src/platform/audit/seal.ts';
import { makeSigningKey, publishKey, readSigningKey } from '../../src/platform/audit/signing-key.ts';
import type { Evidence } from '../../src/platform/audit/verify/verify.ts';
import type { World } from './world.ts';

/** Words that a line must carry unharmed, whoever writes it: quotes, backslashes, controls, other scripts. */
const WORDS = [
  'the duty team',
  'a "quoted" ground',
  'back\\slash',
  'tab\tand\nline',
  'Ærø, ação, 東京 👩‍👧',
  '{a,b}',
];

/** An audit of many rows and seals, whose heads have left the house for a file. */
export type SealedHistory = {
  readonly evidence: Evidence;
  readonly anchors: Anchors;
  readonly folder: string;
  remove(): void;
};

const LEFT = `select 1 from audit where (xid, n) > (select coalesce(max(last_xid), '0'), coalesce(max(last_n), 0) from audit_seal
  where n = (select max(n) from audit_seal)) limit 1`;

/** Seals all that has committed in this world. A transaction of another test, in another database, holds the sealer back: it is waited for. */
export async function seal(world: World): Promise<void> {
  const settings = { authority: 'island', now: new Date(), duty: 'sealer' } as const;
  do await world.house.database.transaction(settings, sealAudit);
  while ((await world.rows(LEFT)).length > 0 && (await pause(20, true)));
}

/** Sends the head out as it stands. */
export async function sendHead(world: World, anchors: Anchors): Promise<void> {
  const settings = { authority: 'island', now: new Date(), duty: 'sealer' } as const;
  const head = await world.house.database.transaction(settings, (db) => headOf(db, 'island'));
  await anchors.add(head);
}

/** Makes rows by the dozen, of one to three a transaction, seals each dozen, and sends every third head out, and the last. */
export async function makeSealedHistory(world: World, seals: number): Promise<SealedHistory> {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-heads-'));
  const keyFile = join(folder, 'key.pem');
  const evidence = { file: join(folder, 'heads.jsonl'), publicKeyFile: join(folder, 'heads.jsonl.pub') };
  makeSigningKey(keyFile);
  const key = readSigningKey(keyFile);
  publishKey(evidence.publicKeyFile, key);
  const anchors = openAnchors({ file: evidence.file, key });
  for (let made = 0; made < seals; made += 1) {
    await makeRows(world, made, 4 + (made % 17));
    await seal(world);
    if (made % 3 === 2 || made === seals - 1) await sendHead(world, anchors);
  }
  return { evidence, anchors, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Transactions long over: numbers below any that a running server gives. */
async function makeRows(world: World, turn: number, count: number): Promise<void> {
  await world.rows(
    `insert into audit (id, xid, at, actor, session, request, act, subject_kind, subject_id, persons, field_classes, ground, allowed, decided_by)
     select gen_random_uuid(), (10 + $1::int * 7 + i / 3)::text::xid8, now() - make_interval(secs => 100000 - $1::int * 30 + i),
            case when i % 5 > 0 then gen_random_uuid() end, case when i % 4 > 0 then md5(i::text) end, 'request ' || i, 'child: read',
            case when i % 3 > 0 then 'person' end, case when i % 3 > 0 then gen_random_uuid() end,
            case i % 3 when 0 then '{}' when 1 then array[gen_random_uuid()] else array[gen_random_uuid(), gen_random_uuid()] end,
            case i % 4 when 0 then '{}' when 1 then array['guarded address'] else array['reporter', ($2::text[])[1 + (i + $1::int) % 6]] end,
            case when i % 2 > 0 then ($2::text[])[1 + i % 6] end, i % 7 > 0, ($2::text[])[1 + ($1::int + i) % 6]
       from generate_series(1, $3::int) i`,
    [turn, WORDS, count],
  );
}
