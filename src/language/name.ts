/**
 * What the database's `unaccent` spells out and Unicode does not take apart, small letters only, each before its spelling:
 * Latin up to U+024F with the letters of West African names, and signs that unaccent turns into letters or figures.
 */
const SPELT_OUT: ReadonlyMap<string, string> = new Map(
  `ßss|æae|øo|łl|đd|ðd|þth|œoe|ıi|ħh|ŧt|ŋn|ĸq|ĳij|ŀl|ŉn|ſs|ƀb|ɓb|ƃb|ƈc|ɖd|ɗd|ƌd|ɛe|ƒf|ɠg|ƕhv|ɨi|ƙk|ƚl|ɲn|ƞn|ƣoi|ƥp|ƫt|ƭt|ʈt|ʋv|ƴy
  |ƶz|ǆdz|ǉlj|ǌnj|ǥg|ǳdz|ȡd|ȥz|ȴl|ȵn|ȶt|ȷj|ȸdb|ȹqp|ⱥa|ȼc|ⱦt|ȿs|ɀz|ʉu|ɇe|ɉj|ɍr|ɏy|ʀr|ªa|ºo|µμ|©(c)|®(r)`
    .split(/\s*\|/u)
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

/** Most names: letters of the English alphabet and blanks, with nothing to take off. */
const PLAIN = /^[A-Za-z ]*$/u;
const MARKS = /[\u0300-\u0362]/gu;
/** O'Brien and OBrien are one name: these vanish, where every other sign parts words. */
const APOSTROPHES = /['`\u02b9\u02bb-\u02bd\u02c8\u02cb\u2018\u2019\u201b\u2032\u2035]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: whatever is no letter and no figure parts words
const BETWEEN_WORDS = /[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+/gu;

/**
 * A name as it is compared: lower case, no accents, no punctuation, single blanks. "Zoë  D'Arcy-Łukasz" is "zoe darcy lukasz".
 *
 * It must equal the SQL function `fold_name`, which wrote what the index holds. Other scripts than Latin are kept, since a
 * name folded away could never be found; two forms of sigma are one.
 */
export function foldName(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/ +/gu, ' ').trim();
  const unmarked = text.normalize('NFD').toLowerCase().replace(MARKS, '');
  return [...unmarked]
    .map((letter) => SPELT_OUT.get(letter) ?? letter)
    .join('')
    .normalize('NFC')
    .replaceAll('ς', 'σ')
    .replace(APOSTROPHES, '')
    .replace(BETWEEN_WORDS, ' ')
    .trim();
}

/** The initials of somebody, at most two, from the first and the last word of the name: "RM" for "Rosa Maria Moreira". */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map(firstLetter).join('');
}

function firstLetter(word: string | undefined): string {
  return [...(word ?? '')][0]?.toUpperCase() ?? '';
}
