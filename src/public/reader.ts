import { dateFormat } from '../language/date-format.ts';
import { timeInWords } from '../language/dates-in-words.ts';
import { dayOf } from '../language/day.ts';
import { NotFound } from '../platform/access/decision.ts';
import type { Authority, PublicContext } from '../platform/web/context.ts';
import { languagesOffered, type PublicLanguage } from '../profile/public-pages.ts';
import { type Clock, type Timescale, timescaleOn } from '../profile/timescales.ts';
import { CATALOGUE_CODES, type CatalogueCode, sayIn } from './catalogue/catalogue.ts';
import type { Say } from './catalogue/messages.ts';

/** Whoever reads a public page: in which language, of which authority, at which addresses. */
export type Reader = {
  readonly code: CatalogueCode;
  readonly language: PublicLanguage;
  readonly offered: readonly PublicLanguage[];
  readonly say: Say;
  readonly authority: Authority;
  readonly now: Date;
  /** What an address begins with in every language: empty, or `/jersey` where authorities share a host. */
  readonly base: string;
};

/** The reader of an address in a language. Where the authority does not offer that language, there is no such page. */
export function readerOf({ authority, now, base }: PublicContext, code: CatalogueCode): Reader {
  const offered = languagesOffered(authority.profile.publicPages.languages, authority);
  const language = offered.find((one) => one.code === code);
  if (language === undefined) throw new NotFound();
  return { code, language, offered, say: sayIn(code, language.locale), authority, now, base };
}

/** The paths of a page, one for each catalogue: the first language has no prefix. */
export function pathsOf(path: string): readonly { readonly code: CatalogueCode; readonly path: string }[] {
  return CATALOGUE_CODES.map((code) => ({ code, path: inLanguage(code, path) }));
}

/** The address of a page for this reader, or in another language. */
export function addressOf({ base, code }: Reader, path: string, language: string = code): string {
  return `${base}${inLanguage(language, path)}` || '/';
}

/** What every address in this reader's language begins with. */
export function rootOf({ base, code }: Reader): string {
  return `${base}${inLanguage(code, '')}`;
}

/** A time of day as the reader's language says it. */
export function clockTime({ language, authority }: Reader, instant: Date): string {
  const zone = authority.profile.calendar.zone;
  return timeInWords(instant, zone, language.twelveHours ? 'public' : 'staff');
}

/** Which clock the reader's language goes by, for the script that writes the time of keeping. */
export function clockOf({ language }: Reader): 'twelve' | 'twenty-four' {
  return language.twelveHours ? 'twelve' : 'twenty-four';
}

/** Says when somebody who tried too often may try again, and whom to call instead. Without a full stop: it also stands at a field. */
export function triesInWords(reader: Reader, again: Date): string {
  const { number } = reader.authority.profile.telephones.hub;
  return reader.say('tries.words', { time: clockTime(reader, again), number });
}

/** A day as the reader's language writes it out. */
export function dayFor({ language, authority }: Reader, instant: Date): string {
  const timeZone = authority.profile.calendar.zone;
  return dateFormat(language.locale, { dateStyle: 'long', timeZone }).format(instant);
}

/** How long a clock of the profile gives, in words, and on what the number stands. Empty words where no time is set. */
export function timeOf(
  { authority, now, say }: Reader,
  clock: Clock,
): { readonly words: string; readonly standing: Timescale['standing'] | undefined } {
  const { timescales, calendar } = authority.profile;
  const timescale = timescaleOn(timescales, clock, dayOf(now, calendar.zone));
  const within = timescale?.within;
  const words = within ? say(`time.${within.unit}`, { count: within.amount }) : '';
  return { words, standing: timescale?.standing };
}

function inLanguage(code: string, path: string): string {
  if (code === CATALOGUE_CODES[0]) return path;
  return path === '/' ? `/${code}` : `/${code}${path}`;
}
