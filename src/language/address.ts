const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/iu;
const NOT_A_STREET =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|am|pm)$/iu;
/** A number and a name with a capital: 14 Kelp Steps. "Level 2 Early help" and "8 June" are none. */
const HOUSE =
  /(?<!\b(?:[Ll]evel|[Ss]ection|[Yy]ear|[Pp]art|[Ss]tage|[Aa]rticle) )\b\d{1,4}[a-z]?,? +(\p{Lu}[\p{L}’'-]+)(?: \p{Lu}[\p{L}’'-]+)*/gu;

/**
 * What in these words reads like an address, or undefined. Answered from the words alone, so that nobody learns from it which addresses are
 * on record; a house that has only a name is not found.
 */
export function addressIn(words: string): string | undefined {
  const [postcode] = POSTCODE.exec(words) ?? [];
  if (postcode !== undefined) return postcode;
  for (const [house, name = ''] of words.matchAll(HOUSE)) if (!NOT_A_STREET.test(name)) return house;
  return undefined;
}
