// The key of a public form, and the code in which people copy it down.

/** Signs that cannot be taken for one another when read aloud or copied by hand (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 128 bits are 26 signs of five bits; the first sign carries only three. */
const LENGTH = 26;
const KEY = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The key of 128 random bits, in the signs in which people can write it down. */
export function keyFrom(bytes: Uint8Array): string {
  let rest = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let key = '';
  while (key.length < LENGTH) {
    key = `${SIGNS[Number(rest & 31n)]}${key}`;
    rest >>= 5n;
  }
  return key;
}

/** A new key of a form that begins. */
export function newReturnKey({ newKey }: { newKey(): string }): string {
  return keyFrom(Buffer.from(newKey(), 'base64url'));
}

/** Reads a key as people type it: blanks, dashes, small letters, and O, I or L for the numbers they look like. */
export function readKey(typed: string): string | undefined {
  const signs = typed
    .toUpperCase()
    .replaceAll(/[\s\-–]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return KEY.test(signs) ? signs : undefined;
}

/** A key for reading: five groups. */
export function inGroups(key: string): string {
  return key.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/, '$1 $2 $3 $4 $5');
}
