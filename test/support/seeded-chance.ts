import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const REAL = { randomUUID: crypto.randomUUID, randomBytes: crypto.randomBytes };

/** Runs work in which every id and key that the program makes by chance is the same for the same seed. Nothing else may run meanwhile. */
export async function withSeededChance<Result>(seed: string, work: () => Promise<Result>): Promise<Result> {
  let turn = 0;
  const bytes = (size: number) => {
    const parts: Buffer[] = [];
    for (let made = 0; made < size; made += 32) {
      turn += 1;
      parts.push(crypto.createHash('sha256').update(`${seed} ${turn}`).digest());
    }
    return Buffer.concat(parts).subarray(0, size);
  };
  const uuid = () => {
    const hex = bytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  Object.assign(crypto, { randomUUID: uuid, randomBytes: bytes });
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(crypto, REAL);
    syncBuiltinESMExports();
  }
}
