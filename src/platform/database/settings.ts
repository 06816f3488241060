import pg from 'pg';
import type { Id } from '../../language/id.ts';
import type { OneRecord } from './one-record.ts';

/** What a transaction knows of who asks and when. Everything here is made by the program; nothing is text that somebody typed. */
export type Settings = {
  /** The schema of the authority. */
  readonly authority: string;
  readonly actor?: Id | undefined;
  /** The actor and the teams through which the actor sees. */
  readonly principals?: readonly Id[] | undefined;
  readonly agency?: Id | undefined;
  /** True for a role that sees everyone who is not walled off. */
  readonly wide?: boolean | undefined;
  readonly fieldClasses?: readonly string[] | undefined;
  /** The "now" of the authority: the machine's clock, or the fixed instant of a generated island. */
  readonly now: Date;
  readonly knownAt?: Date | undefined;
  /** SHA-256, in hex, of the key of a public form: what opens its own draft and its own submission. */
  readonly key?: string | undefined;
  readonly provenance?:
    | 'worker'
    | 'child'
    | 'family'
    | 'referrer'
    | 'partner agency'
    | 'import'
    | 'generator'
    | 'system'
    | undefined;
  /** Refused by the database to everyone but the generator. */
  readonly recordedAt?: Date | undefined;
  /** The two workers of the house itself: the sealer of the audit and the sender of the outbox. */
  readonly duty?: 'sealer' | 'sender' | undefined;
  readonly timeoutSeconds?: number | undefined;
};

/**
 * Writes the opening of a transaction as one message: `begin` and every setting, each local to the transaction.
 *
 * SET LOCAL and not set_config, because only SET LOCAL reaches the workers of a distributed database. The values are quoted here, once.
 */
export function opening(settings: Settings): string {
  return ['begin', pathTo(authorityIn(settings)), assignments(settings)].join('; ');
}

/** The path of a transaction in which records that are merged are read as one: their views stand before the tables (0039-merges.sql). */
export function readingAsOne(settings: Pick<Settings, 'authority'>, { kept, others }: OneRecord): string {
  const authority = authorityIn(settings);
  const ids = (of: readonly Id[]) => pg.escapeLiteral(list(of));
  return `${pathTo(`${authority}_one, ${authority}`)}; set local app.kept = ${ids(others.map(() => kept))}; set local app.others = ${ids(others)}`;
}

function authorityIn({ authority }: Pick<Settings, 'authority'>): string {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(authority)) throw new RangeError('not the name of an authority');
  return authority;
}

function pathTo(schemas: string): string {
  return `set local search_path = ${schemas}, extensions, pg_temp`;
}

/** The settings alone, for a transaction that has begun and now knows more of who asks. */
export function assignments(settings: Settings): string {
  return Object.entries(valuesOf(settings))
    .map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`)
    .join('; ');
}

function valuesOf(settings: Settings): Record<string, string> {
  return {
    jit: 'off',
    statement_timeout: String((settings.timeoutSeconds ?? 15) * 1000),
    'app.now': settings.now.toISOString(),
    'app.actor': settings.actor ?? '',
    'app.principals': list(settings.principals),
    'app.agency': settings.agency ?? '',
    'app.wide': settings.wide === true ? 'on' : '',
    'app.field_classes': list(settings.fieldClasses),
    'app.known_at': settings.knownAt?.toISOString() ?? '',
    'app.key': settings.key ?? '',
    'app.provenance': settings.provenance ?? 'worker',
    'app.recorded_at': settings.recordedAt?.toISOString() ?? '',
    'app.sealer': settings.duty === 'sealer' ? 'on' : '',
    'app.sender': settings.duty === 'sender' ? 'on' : '',
    'app.counter': '',
  };
}

function list(values: readonly string[] | undefined): string {
  return `{${(values ?? []).map((value) => JSON.stringify(value)).join(',')}}`;
}
