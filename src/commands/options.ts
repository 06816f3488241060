import type { z } from 'zod';

/** A command was typed in a way that it does not understand; the message says what it takes. */
export class WrongUse extends Error {}

/** Reads `--name value` pairs; a name that ends the words or stands before another name counts as `yes`. Refuses what is not asked for. */
export function readOptions<Options>(words: readonly string[], asked: z.ZodType<Options>): Options {
  const read = asked.safeParse(pairs(words));
  if (read.success) return read.data;
  throw new WrongUse(read.error.issues.map(inWords).join('; '));
}

function pairs(words: readonly string[]): Record<string, string> {
  const given: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 1) {
    const name = nameIn(words[at]);
    if (Object.hasOwn(given, name)) throw new WrongUse(`--${name} is given twice`);
    const next = words[at + 1];
    const alone = next === undefined || next.startsWith('--');
    given[name] = alone ? 'yes' : next;
    if (!alone) at += 1;
  }
  return given;
}

function nameIn(word: string | undefined): string {
  const name = /^--([a-z][a-z-]*)$/.exec(word ?? '')?.[1];
  if (name === undefined) throw new WrongUse(`"${word}" is not understood here`);
  return name;
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${issue.keys.map((key) => `--${key}`).join(', ')} is not asked for`;
  const missing = issue.code === 'invalid_type' ? 'is needed' : issue.message;
  return `--${issue.path.join('.')} ${missing}`;
}
