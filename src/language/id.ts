declare const idBrand: unique symbol;

/** The number under which a row is kept: a UUID in lower case, as the database writes it. It is never shown to people. */
export type Id = string & { readonly [idBrand]: true };

/** Recognises an id in the one spelling that is stored, so that equal ids are equal texts. */
export function isId(text: string): text is Id {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(text);
}

/** Reads an id that must be one. Throws a RangeError: what a browser sends goes to `isId`. */
export function id(text: string): Id {
  if (!isId(text)) throw new RangeError('not an id');
  return text;
}
