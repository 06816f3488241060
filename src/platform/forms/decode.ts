import { done, type Outcome, refused } from '../../language/outcome.ts';
import { type RawAnswers, reachesBehind } from './raw-answers.ts';

/** How much a browser may send with one form: bytes, name and text pairs, dots in a name. Beyond it nothing is read at all. */
export type DecodeLimits = { readonly bytes: number; readonly pairs: number; readonly depth: number };

/** Bounds of an ordinary form: 1 MB, 1,000 answers, and rows in rows (`children.0.schools.1.name`). */
const DECODE_LIMITS: DecodeLimits = { bytes: 1_000_000, pairs: 1_000, depth: 4 };

const LONGEST_NAME = 200;

/**
 * Reads `application/x-www-form-urlencoded` into answers, exactly or not at all.
 *
 * Every lenient decoder (URLSearchParams, querystring) turns broken bytes into replacement characters, so that the record
 * would hold what nobody typed. Here malformed percent signs, bytes that are not UTF-8 and names that reach behind an object
 * refuse the whole body. The problem has no field, because none can be trusted.
 */
export function decode(
  body: string | URLSearchParams,
  limits: Partial<DecodeLimits> = {},
): Outcome<RawAnswers> {
  const { bytes, pairs, depth } = { ...DECODE_LIMITS, ...limits };
  const text = String(body);
  if (text.length > bytes) return unread('What was sent is too large');
  const parts = text.split('&').filter((part) => part !== '');
  if (parts.length > pairs) return unread('What was sent has too many answers');
  const raw: Record<string, string | readonly string[]> = Object.create(null);
  for (const part of parts) {
    const pair = decodePair(part);
    if (!pair) return unread('What was sent is damaged');
    if (!acceptable(pair.name, depth)) return unread('What was sent is not from this page');
    raw[pair.name] = together(raw[pair.name], pair.text);
  }
  return done(raw);
}

function unread(what: string): Outcome<never> {
  return refused({ field: '', message: `${what}. Nothing was saved. Open the page again and answer there` });
}

function decodePair(part: string): { name: string; text: string } | undefined {
  const equals = part.indexOf('=');
  const name = decodeText(equals < 0 ? part : part.slice(0, equals));
  const text = decodeText(equals < 0 ? '' : part.slice(equals + 1));
  return name === undefined || text === undefined ? undefined : { name, text };
}

/** `decodeURIComponent` is the strict decoder: it throws on half an escape, overlong forms and encoded surrogates. */
function decodeText(encoded: string): string | undefined {
  try {
    const text = decodeURIComponent(encoded.replaceAll('+', ' '));
    return text.isWellFormed() ? text : undefined;
  } catch {
    return undefined;
  }
}

function acceptable(name: string, depth: number): boolean {
  if (name.length > LONGEST_NAME) return false;
  const parts = name.split('.');
  return parts.length <= depth + 1 && !parts.some(reachesBehind);
}

function together(before: string | readonly string[] | undefined, text: string): string | readonly string[] {
  if (before === undefined) return text;
  return typeof before === 'string' ? [before, text] : [...before, text];
}
