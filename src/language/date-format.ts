const MADE = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes instants as a language does. Making a format costs a hundred times what using it does, so each is made once: a few for each
 * language and zone. Throws a RangeError for a language or zone that does not exist.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = MADE.get(key) ?? new Intl.DateTimeFormat(locale, options);
  MADE.set(key, made);
  return made;
}
