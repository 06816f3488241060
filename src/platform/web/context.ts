import type { VNode } from 'preact';
import type { Day } from '../../language/day.ts';
import type { Id } from '../../language/id.ts';
import type { Problem } from '../../language/outcome.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Db } from '../database/db.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import type { Place } from '../html/staff-page.tsx';

/** An authority as the directory has it: a schema of its own, and the profile that says what is different there. */
export type Authority = {
  readonly schema: string;
  readonly title: string;
  readonly profile: Profile;
  readonly demonstration: boolean;
  /** A fixed "now" for a generated island; undefined where the machine's clock rules. */
  readonly asOf: Date | undefined;
  readonly host: string | undefined;
  readonly path: string | undefined;
};

/** What every request stands in. Nothing below platform/ reads a clock, a random number or a global: it is all here. */
export type Surroundings = {
  readonly db: Db;
  readonly authority: Authority;
  readonly profile: Profile;
  /** The authority's now: of told, decided, answered. When a fact was recorded is the database's own clock. */
  readonly now: Date;
  readonly today: Day;
  /** Names the request in the audit and in the log. */
  readonly request: string;
  /** What stands after `?` in the address. */
  readonly query: RawAnswers;
  newId(): Id;
  /** 128 random bits in 22 letters, digits, `-` and `_`: a key that cannot be guessed. */
  newKey(): string;
  /** As many random bytes as asked. */
  randomBytes(count: number): Uint8Array;
};

/** The surroundings of somebody who is signed in. */
export type Context = Surroundings & {
  readonly viewer: Viewer;
  /** Whoever does it: the viewer's number in the staff. */
  readonly by: Id;
  /** How the outside reaches us, as the operator says it; never taken from what a browser sends, for it stands in mails. */
  readonly publicOrigin: string | undefined;
  /** Set where the page is asked as it was known at an earlier instant. */
  readonly knownAt: Date | undefined;
  /** Which session it comes from, and whose account that is: for one's own sign-in and nothing else. */
  readonly session: { readonly id: Id; readonly accountId: Id; readonly name: string };
};

/** The surroundings of a public page. It opens to everybody alike, signed in or not. */
export type PublicContext = Surroundings & {
  /** The address the public pages begin with: empty, or `/jersey` where several authorities share one host. */
  readonly base: string;
  /** The address the browser used, for private links, e.g. `https://hub.example`. */
  readonly origin: string;
  /** The network the browser is in: for counting tries, never kept as it stands. */
  readonly source: string;
  /** Who is signed in to this authority in the same browser, to save them typing their own details; it opens nothing. */
  signedIn(): Promise<Viewer | undefined>;
};

/** What an answer shows of people: written to the audit before it leaves. */
export type Looked = {
  readonly kind: string;
  readonly id?: Id | undefined;
  readonly persons: readonly Id[];
  readonly fieldClasses?: readonly string[] | undefined;
};

/** One page for a worker; the frame round it is put by the web. */
export type Page = {
  readonly title: string;
  readonly place: Place | null;
  /** What was looked for, which stands in the find box again. */
  readonly found?: string | undefined;
  readonly body: VNode;
  /** Full-width bands under the header: identity bar, record tabs. */
  readonly band?: VNode | undefined;
  readonly toast?: VNode | undefined;
  /** Shortcuts of this page, listed under `?`. */
  readonly keys?: readonly { readonly keys: readonly string[]; readonly words: string }[] | undefined;
  readonly problems?: readonly Problem[] | undefined;
  /** For a list: the persons on it. A page about one subject needs none: its subject is written down. */
  readonly looked?: Looked | undefined;
};

/**
 * Makes what stands above every page about one person, with the same sight as the page. `path` is the pattern of the page's address:
 * it says which of the record's tabs is open. `others` are the records that lead to this one.
 */
export type AboutPerson = (
  asked: { readonly personId: Id; readonly path: string; readonly others: readonly Id[] },
  context: Context,
) => Promise<VNode | undefined>;

/** A file to take away, with the same duty to say whom it shows. */
export type FileToTake = {
  readonly name: string;
  readonly type: string;
  /** Text, or bytes as they were taken in. */
  readonly text: string | Buffer;
  readonly looked?: Looked | undefined;
};

/** What was typed and what is wrong with it. */
export type Refusal = { readonly values: RawAnswers; readonly problems: readonly Problem[] };
