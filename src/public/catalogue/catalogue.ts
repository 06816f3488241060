import { IntlMessageFormat } from 'intl-messageformat';
import { EN } from './en.ts';
import type { Catalogue, Say } from './messages.ts';
import { PT } from './pt.ts';

const CATALOGUES = { en: EN, pt: PT } as const satisfies Readonly<Record<string, Catalogue>>;

/** A language there is a catalogue for. Whether readers are offered it, the profile says. */
export type CatalogueCode = keyof typeof CATALOGUES;

/** The codes of all catalogues. The first is the language of addresses without a language. */
export const CATALOGUE_CODES: readonly CatalogueCode[] = ['en', 'pt'];

/** Says messages out of a catalogue. A message that is put together is parsed each time: pages hold few of them. */
export function sayIn(code: CatalogueCode, locale: string): Say {
  const catalogue: Catalogue = CATALOGUES[code];
  return (key, values) =>
    values === undefined
      ? catalogue[key]
      : String(new IntlMessageFormat(catalogue[key], locale).format(values));
}
