import type { EN } from './en.ts';

/** The name of a message. A misspelt one does not compile. */
export type MessageKey = keyof typeof EN;

/** All the words of the public pages in one language, in ICU message format where a value is put in. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** A message in the reader's language. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
