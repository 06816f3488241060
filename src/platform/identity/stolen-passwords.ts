import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The list as it is packaged: the text of an array of small letters, figures and signs without a quotation mark or a backslash (a test
 * sees to that), so that a word with its marks stands in it only where it is one. As a set it took 3.5 MB for what is asked once a day.
 */
const STOLEN = readFileSync(
  createRequire(import.meta.url).resolve('@zxcvbn-ts/language-common/src/passwords.json'),
);

/** Whether a password in small letters is one of 49,000 that are known from breaches. */
export function isStolen(password: string): boolean {
  return STOLEN.includes(JSON.stringify(password));
}
