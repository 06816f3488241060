import type { SinceDay, Sourced } from './standing.ts';

/** A language of the public pages: its own name, how dates are said in it, and which authorities have had it checked. */
export type PublicLanguage = {
  readonly code: string;
  readonly ownName: string;
  readonly locale: string;
  /** Whether a time of day is said on twelve hours: 2:02pm and not 14:02. */
  readonly twelveHours: boolean;
  /** True of the language in which the words are first written: it needs no translator's word. */
  readonly isSource: boolean;
  /** Each sign-off is one authority's own: a native speaker there has read every page. */
  readonly signedOff: readonly { readonly authority: string; readonly on: SinceDay; readonly by: string }[];
};

/** Where Leave this page goes: somewhere that looks harmless in anybody's browser. */
export type LeaveTo = Sourced & { readonly title: string; readonly href: `https://${string}` };

/** What differs from place to place on the pages that everybody can read. */
export type PublicPages = { readonly languages: readonly PublicLanguage[]; readonly leaveTo: LeaveTo };

/** Jersey's public pages: English, and Portuguese, the commonest other language of the island, waiting for its check. */
export const PUBLIC_PAGES: PublicPages = {
  languages: [
    { code: 'en', ownName: 'English', locale: 'en-GB', twelveHours: true, isSource: true, signedOff: [] },
    { code: 'pt', ownName: 'Português', locale: 'pt-PT', twelveHours: false, isSource: false, signedOff: [] },
  ],
  leaveTo: {
    title: 'The weather',
    href: 'https://www.gov.je/weather/',
    since: '2020-03-30',
    standing: 'demonstration',
    source: 'A page that anybody on the island might have open; confirm locally',
  },
};

/** Says whether an authority has had a language checked; the language the words were written in needs no check. */
export function isSignedOff(language: PublicLanguage, authority: string): boolean {
  return language.isSource || language.signedOff.some((one) => one.authority === authority);
}

/** The languages a reader is offered: a demonstration shows them all, a live authority only those it has signed off. */
export function languagesOffered(
  languages: readonly PublicLanguage[],
  authority: { readonly schema: string; readonly demonstration: boolean },
): readonly PublicLanguage[] {
  return languages.filter((language) => authority.demonstration || isSignedOff(language, authority.schema));
}
