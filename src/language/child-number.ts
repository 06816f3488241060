declare const childNumberBrand: unique symbol;

/**
 * The number of a child that people read out, write on letters and type: C, seven signs, one check sign (`C4K7M2XQD`).
 *
 * It says nothing about the child: no year, no sex, no order of arrival.
 */
export type ChildNumber = string & { readonly [childNumberBrand]: true };

/** No I, L, O, U: the first three are read as figures, and without U few words appear. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SIGNS = 7;
const SHAPE = /^C[\dA-HJKMNP-TV-Z]{8}$/;

/** Makes a child number from at least seven random bytes: one of 34 thousand million. That it is free, the database decides. */
export function makeChildNumber(randomBytes: Uint8Array): ChildNumber {
  if (randomBytes.length < RANDOM_SIGNS)
    throw new RangeError(`a child number needs ${RANDOM_SIGNS} random bytes`);
  const values = Array.from(randomBytes.subarray(0, RANDOM_SIGNS), (byte) => byte % SIGNS.length);
  const made = `C${[...values, checkOf(values)].map((value) => SIGNS[value]).join('')}`;
  if (!isChildNumber(made)) throw new Error('a child number was made that is not one');
  return made;
}

/** Recognises a child number as stored. Any one wrong sign and any two signs exchanged are noticed. */
export function isChildNumber(text: string): text is ChildNumber {
  if (!SHAPE.test(text)) return false;
  const values = [...text.slice(1)].map((sign) => SIGNS.indexOf(sign));
  return checkOf(values.slice(0, RANDOM_SIGNS)) === values[RANDOM_SIGNS];
}

/** Finds the child number somebody means in a search: small letters, blanks, hyphens, O for 0, I or L for 1. */
export function childNumberTyped(typed: string): ChildNumber | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
  return isChildNumber(plain) ? plain : undefined;
}

/**
 * The numbers that somebody may mean whose number has a slip: two neighbours exchanged, or one sign wrong. Nothing where it has none, or is
 * not of the shape of a number; the check sign leaves some dozen of them.
 */
export function childNumbersNear(typed: string): readonly ChildNumber[] {
  const plain = typed.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
  if (!SHAPE.test(plain) || isChildNumber(plain)) return [];
  const places = Array.from({ length: plain.length - 1 }, (_, n) => n + 1);
  const exchanged = places.map(
    (at) => plain.slice(0, at) + (plain[at + 1] ?? '') + (plain[at] ?? '') + plain.slice(at + 2),
  );
  const wrong = places.flatMap((at) =>
    [...SIGNS].map((sign) => plain.slice(0, at) + sign + plain.slice(at + 1)),
  );
  return [...new Set([...exchanged, ...wrong])].filter(isChildNumber);
}

/**
 * A weighted sum in the field of 32 elements: the weights are different powers of one element, so no single error and no
 * exchange of two signs can cancel out. Sums of ordinary numbers modulo 32 miss some, since 32 is even.
 */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value) => twice(sum ^ value), 0);
}

/** Multiplies by the generator x, modulo x⁵ + x² + 1. */
function twice(value: number): number {
  const doubled = value << 1;
  return doubled < SIGNS.length ? doubled : doubled ^ 0b100101;
}
