import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key that heads are signed with cannot be used; the message says why. */
export class KeyUnusable extends Error {}

/** A key for signing heads (Ed25519), with the name that each signature carries: the beginning of its public half's SHA-256. */
export type SigningKey = { readonly name: string; readonly secret: KeyObject };

/** Reads the key of a file. Refuses one that others on the machine can read, or that is of another kind. */
export function readSigningKey(file: string): SigningKey {
  if (!existsSync(file))
    throw new KeyUnusable(`The key ${file}, which the audit is signed with, is not there.`);
  if ((statSync(file).mode & 0o077) !== 0)
    throw new KeyUnusable(`The key ${file} can be read by others on this machine: chmod 600 it.`);
  const secret = parsed(file);
  if (secret.asymmetricKeyType !== 'ed25519') throw new KeyUnusable(`The key ${file} is not an Ed25519 key.`);
  return { name: keyName(createPublicKey(secret)), secret };
}

function parsed(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch {
    throw new KeyUnusable(`The file ${file} holds no private key in PEM.`);
  }
}

/** Makes a key in a file that its owner alone can read. What is there already stays. */
export function makeSigningKey(file: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (fault) {
    // Two starts at the same moment: the first one's key is the key.
    if (!existsSync(file)) throw fault;
  }
}

/** Adds the public half to a file of public keys, unless it stands there: after a change of keys both are needed. */
export function publishKey(file: string, { secret }: SigningKey): void {
  const pem = String(createPublicKey(secret).export({ type: 'spki', format: 'pem' }));
  if (existsSync(file) && readFileSync(file, 'utf8').includes(pem)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  appendFileSync(file, pem);
}

function keyName(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}
