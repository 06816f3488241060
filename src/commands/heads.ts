import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type Anchors, openAnchors } from '../platform/audit/anchors.ts';
import { makeSigningKey, publishKey, readSigningKey } from '../platform/audit/signing-key.ts';
import type { Evidence } from '../platform/audit/verify/verify.ts';
import type { Say } from './call.ts';

type Told = Pick<
  Config,
  'auditKeyFile' | 'auditHeads' | 'auditSyslog' | 'auditStore' | 'databaseUrl' | 'dataDir'
>;

/** The key that heads are signed with: the one that is named, or beside the embedded database, outside of its folder, one made for it. */
export function keyFileOf({ auditKeyFile, databaseUrl, dataDir }: Told): string | undefined {
  if (auditKeyFile !== undefined) return auditKeyFile;
  return databaseUrl === undefined ? join(dataDir, 'audit', 'signing-key.pem') : undefined;
}

/** Where the public keys stand that signed the heads of this installation: beside the heads. Keep a copy where nobody here can write. */
export function publicKeysOf({ auditHeads }: Told): string {
  return `${auditHeads}.pub`;
}

/** What the audit of this installation is checked against; nothing where no head leaves. */
export function evidenceOf(config: Told): Evidence | undefined {
  if (keyFileOf(config) === undefined) return undefined;
  return { file: config.auditHeads, publicKeyFile: publicKeysOf(config) };
}

/** Opens the way out for heads. With an external database and no key none leaves, and that is said. */
export function openHeads(config: Told, say: Say): Anchors | undefined {
  const keyFile = keyFileOf(config);
  if (keyFile === undefined) {
    say('The audit is sealed, and its heads do not leave the house: name a key with AUDIT_KEY_FILE.');
    return undefined;
  }
  if (config.auditKeyFile === undefined) makeSigningKey(keyFile);
  const key = readSigningKey(keyFile);
  publishKey(publicKeysOf(config), key);
  const { auditHeads: file, auditSyslog: syslog, auditStore: store } = config;
  return openAnchors({ file, key, syslog, store });
}
