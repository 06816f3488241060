import { hash, verify } from '@node-rs/argon2';
import { done, type Outcome, refused } from '../../language/outcome.ts';
import { isStolen } from './stolen-passwords.ts';

/** OWASP's first choice for Argon2id; 12 ms here, off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const SHORTEST = 15;
const LONGEST = 200;

/**
 * Judges a new password: 15 to 200 characters, any characters (ASVS 5.0 V6.2), and not one that is known from breaches, whether plain,
 * with digits or signs behind it, or repeated until it is long; nor one made of words that anybody here would try first. No rule about
 * kinds of characters, no expiry.
 */
export function judgePassword(field: string, password: string, signInName: string): Outcome<string> {
  if ([...password].length < SHORTEST)
    return refused({
      field,
      message: `Enter at least ${SHORTEST} characters. Four unrelated words are good`,
    });
  if (password.length > LONGEST) return refused({ field, message: `Enter at most ${LONGEST} characters` });
  if (isBreached(password))
    return refused({
      field,
      message: 'Choose another: this one, or most of it, is on a public list of stolen passwords',
    });
  if (isOfThisPlace(password, signInName))
    return refused({
      field,
      message: 'Choose another: this one is mostly your own name, or words that anybody here would try first',
    });
  return done(password);
}

/** Hashes a password for keeping. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let nobodysHash: Promise<string> | undefined;

/** Compares a password with a kept hash. Takes as long where there is no account, so that nobody learns which accounts exist. */
export async function passwordMatches(kept: string | null | undefined, password: string): Promise<boolean> {
  if (kept) return verify(kept, password);
  nobodysHash ??= hashPassword('nobody signs in with this');
  await verify(await nobodysHash, password);
  return false;
}

/** Words that whoever guesses here tries first, besides the name of the account (ASVS 6.2.11). */
const OF_THIS_PLACE = [
  'continuum', 'children', 'child', 'families', 'family', 'jersey', 'saint', 'helier', 'social', 'worker', 'work', 'service', 'services', 'hub',
  'mash', 'safeguarding', 'early', 'help', 'password', 'welcome', 'changeme', 'letmein', 'secret', 'island', 'council', 'gov',
]; // biome-ignore format: a list reads as a list
/** What has to be left of a password when those are taken out of it. */
const OWN_LETTERS = 8;

function isOfThisPlace(password: string, signInName: string): boolean {
  const own = signInName.split(/[^\p{L}]+/u).filter((part) => part.length > 2);
  const words = [...OF_THIS_PLACE, ...own].sort((a, b) => b.length - a.length);
  const letters = password.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
  const left = words.reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ''), letters);
  return left !== letters && left.length < OWN_LETTERS;
}

function isBreached(password: string): boolean {
  const folded = password.toLowerCase();
  const base = folded.replace(/[^\p{L}]+$/u, '');
  return isStolen(folded) || (base.length > 0 && isStolen(base)) || isStolen(smallestRepeat(folded));
}

/** The shortest text whose repetition makes the whole: "abcabcabc" gives "abc". */
function smallestRepeat(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}
