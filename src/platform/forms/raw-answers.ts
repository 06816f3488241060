/** What a browser sent, as text under the names of its controls: a name sent twice holds all its texts. */
export type RawAnswers = Readonly<Record<string, string | readonly string[]>>;

/** Names that would reach behind an object instead of into it. They are refused wherever they stand. */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** Says whether one part of a control's name would reach behind an object. */
export function reachesBehind(namePart: string): boolean {
  return PROTOTYPE_NAMES.has(namePart);
}

/** Takes the named controls out of what was sent: a form's own keys (draft, version, once-only key) are not answers. */
export function setAside(
  raw: RawAnswers,
  names: readonly string[],
): { readonly aside: RawAnswers; readonly answers: RawAnswers } {
  const named = new Set(names);
  const aside: Record<string, string | readonly string[]> = Object.create(null);
  const answers: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, texts] of Object.entries(raw)) (named.has(name) ? aside : answers)[name] = texts;
  return { aside, answers };
}

/** What somebody wrote in words, among everything that was sent: codes, days and numbers of records are no words. */
export function wordsIn(answers: RawAnswers): readonly string[] {
  return Object.values(answers)
    .flat()
    .filter((text) => /\S\s+\S/u.test(text));
}
