import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { dayOf } from '../../language/day.ts';
import { type Id, id } from '../../language/id.ts';
import type { Permission } from '../../profile/permissions.ts';
import { profileInForce } from '../authority/profile-in-force.ts';
import type { Db } from '../database/db.ts';
import type { Settings } from '../database/settings.ts';
import type { Database, Telling } from '../database/transaction.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import type { Assets } from '../html/assets.ts';
import type { Place } from '../html/staff-page.tsx';
import type { Provider } from '../identity/provider.ts';
import type { Directory } from '../identity/session.ts';
import type { Log } from '../log.ts';
import type { AboutPerson, Authority, Surroundings } from './context.ts';

/** A place of the worker's header and the permission it needs. The first that a viewer may open is where signing in leads. */
export type PlaceEntry = { readonly place: Place; readonly href: string; readonly permission: Permission };

/** What the program is made of, put together once in main.ts and handed to whatever serves. */
export type House = {
  readonly pool: pg.Pool;
  /** The same pool, keeping the plan of what is asked at each request where the connection is ours. */
  readonly directory: Directory;
  readonly database: Database;
  readonly authorities: readonly Authority[];
  readonly assets: Assets;
  readonly places: readonly PlaceEntry[];
  /** What stands above every page about one person. */
  readonly aboutPerson: AboutPerson;
  /** How many proxies stand before us: the address of a browser is taken from that hop and no other. */
  readonly trustedProxyHops: number;
  /** How the outside reaches us, for private links; undefined means as the browser did. */
  readonly publicOrigin?: string | undefined;
  /** The organisation's own sign-in, where there is one. */
  readonly provider?: Provider | undefined;
  /** Told of requests, starts, tasks and faults; ids and codes only. */
  readonly log: Log;
};

/** The authority's now. */
export function nowOf(authority: Authority): Date {
  return authority.asOf ?? new Date();
}

type Asked = { request: string; query: RawAnswers } & Omit<Settings, 'authority' | 'now'>;

/** Runs work in one transaction of an authority, with everything round it that a request has. */
export function withSurroundings<Result>(
  house: House,
  authority: Authority,
  asked: Asked,
  work: (surroundings: Surroundings) => Promise<Result>,
): Promise<Result> {
  return withSurroundingsAnd(house, authority, asked, async () => undefined, work);
}

/** The same, where something more is asked in the message that opens the transaction: one wait for both. */
export function withSurroundingsAnd<First, Result>(
  house: House,
  authority: Authority,
  asked: Asked,
  first: (surroundings: Surroundings) => Promise<First>,
  work: (surroundings: Surroundings, first: First, telling: Telling) => Promise<Result>,
): Promise<Result> {
  const now = nowOf(authority);
  const { request, query, ...settings } = asked;
  return house.database.transaction(
    { ...settings, authority: authority.schema, now },
    async (db, telling) => {
      const surroundings = surroundingsOf(db, authority, now, request, query);
      const [profile, known] = await Promise.all([
        profileInForce(db, authority.profile),
        first(surroundings),
      ]);
      return work({ ...surroundings, profile }, known, telling);
    },
  );
}

function surroundingsOf(
  db: Db,
  authority: Authority,
  now: Date,
  request: string,
  query: RawAnswers,
): Surroundings {
  return {
    db,
    authority,
    profile: authority.profile,
    now,
    today: dayOf(now, authority.profile.calendar.zone),
    request,
    query,
    newId,
    newKey: () => randomBytes(16).toString('base64url'),
    randomBytes: (count) => randomBytes(count),
  };
}

/** A new id. Random, so that nobody can guess another. */
export function newId(): Id {
  return id(randomUUID());
}
