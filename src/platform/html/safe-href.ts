// A browser drops tabs and line ends inside an address, so `java\tscript:` and `/\t/elsewhere` would pass a check of
// the beginning alone: no blank and no control character is let through.
const SAFE = /^(?:\/(?![/\\])|#|\?|https:\/\/|mailto:|tel:)[^\s\\\p{Cc}]*$/iu;

/** Lets an address through when it is a path of ours, https, mail or a telephone; answers undefined for all else. */
export function safeHref(href: string): string | undefined {
  return href === '/' || SAFE.test(href) ? href : undefined;
}
