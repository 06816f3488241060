import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { done, type Outcome, type Problem, refused } from './language/outcome.ts';
import type { ObjectStore } from './platform/audit/object-store.ts';
import type { ProviderSettings } from './platform/identity/provider.ts';
import { LOG_LEVELS, type LogLevel } from './platform/log.ts';

const REPOSITORY = dirname(dirname(fileURLToPath(import.meta.url)));

/** How this installation runs, checked. A blank variable counts as not set; no secret has a default. */
export type Config = {
  /** The port asked for, or undefined: 3000 or the next free one. */
  readonly port: number | undefined;
  /** Only this machine is served unless HOST says otherwise. */
  readonly host: string;
  /** The folder of everything kept here: the embedded database, and mail that is not sent. */
  readonly dataDir: string;
  /** An external server; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Where mail leaves; undefined means it is written to a file. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  /** How the outside reaches us, such as `https://hub.example.je`, for the links in letters and messages. */
  readonly publicOrigin: string | undefined;
  /** The organisation's provider of sign-in (OpenID Connect), with the claim that holds the sign-in name of an account here. */
  readonly provider: ProviderSettings | undefined;
  /** What the log tells, from this level on; no level tells anything of a person. */
  readonly logLevel: LogLevel;
  /** Fictional data, and sign-in by picking a person. Never together with an external server. */
  readonly demonstration: boolean;
  /** How many proxies stand before us, each adding one address to X-Forwarded-For. */
  readonly trustedProxyHops: number;
  /** The private key that heads of the audit are signed with; undefined means one made beside the embedded database, or none. */
  readonly auditKeyFile: string | undefined;
  /** The file that signed heads of the audit are added to. */
  readonly auditHeads: string;
  /** Where signed heads go besides: a collector of logs. */
  readonly auditSyslog: string | undefined;
  /** And a bucket whose objects cannot be deleted. */
  readonly auditStore: ObjectStore | undefined;
  /** The folder of backups of the embedded database; undefined means beside its data. */
  readonly backupDir: string | undefined;
  /** How many backups are kept, with the log from the oldest of them on. */
  readonly backupKeep: number;
  /** The folder of the PostgreSQL programs to run instead of the packaged ones. */
  readonly pgBin: string | undefined;
};

const VARIABLES = z.object({
  PORT: wholeNumber(1, 65_535).optional(),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: path().default(resolve(REPOSITORY, 'data')),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgresql://user@host/database').optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtps://user:password@host').optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\s<>]+@[^\s<>]+$|^[^<>]+ <[^\s<>]+@[^\s<>]+>$/,
      'must be an email address, with or without a name before it',
    )
    .optional(),
  PUBLIC_ORIGIN: address(['https:', 'http:'], 'https://hub.example.je')
    .refine(
      (text) => new URL(text).origin === text,
      'must be an origin alone: no path and no slash at the end',
    )
    .refine(isPrivateEnough, 'must begin with https:// unless it names this machine')
    .optional(),
  OIDC_ISSUER: address(['https:', 'http:'], 'https://login.example.je')
    .refine(isPrivateEnough, 'must begin with https:// unless it names this machine')
    .optional(),
  OIDC_CLIENT_ID: z.string().max(500).optional(),
  OIDC_CLIENT_SECRET: z.string().max(500).optional(),
  OIDC_CLAIM: z
    .string()
    .regex(/^\w{1,60}$/, 'must be the name of a claim, such as email')
    .default('email'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: 'must be debug, info, warn or error' }).default('info'),
  DEMONSTRATION: z.enum(['yes', 'no'], { error: 'must be yes or no' }).optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 9).default(0),
  AUDIT_KEY_FILE: path().optional(),
  AUDIT_HEADS: path().optional(),
  AUDIT_SYSLOG: address(['udp:', 'tcp:'], 'tcp://logs.example:601').optional(),
  AUDIT_STORE: address(['https:', 'http:'], 'https://s3.eu-west-2.amazonaws.com/bucket/heads')
    .refine(isPrivateEnough, 'must begin with https:// unless it names this machine')
    .optional(),
  AUDIT_STORE_REGION: z.string().max(100).optional(),
  AUDIT_STORE_KEY_ID: z.string().max(200).optional(),
  AUDIT_STORE_SECRET: z.string().max(500).optional(),
  AUDIT_STORE_DAYS: wholeNumber(1, 99_999).optional(),
  BACKUP_DIR: path().optional(),
  BACKUP_KEEP: wholeNumber(1, 400).default(7),
  PG_BIN: path().optional(),
});

type Variables = z.infer<typeof VARIABLES>;

/** Reads the configuration, or lists every fault of it at once, each under the name of its variable. */
export function readConfig(env: NodeJS.ProcessEnv): Outcome<Config> {
  const read = VARIABLES.safeParse(withoutBlanks(env));
  const faults = read.success ? contradictions(read.data) : read.error.issues.map(problemOf);
  const [first, ...more] = faults;
  if (first !== undefined) return refused(first, ...more);
  if (!read.success) throw read.error;
  return done(configOf(read.data));
}

/** Reads the configuration of this process. */
export function ownConfig(): Outcome<Config> {
  return readConfig(process.env);
}

function configOf(variables: Variables): Config {
  return {
    port: variables.PORT,
    host: variables.HOST,
    dataDir: variables.DATA_DIR,
    databaseUrl: variables.DATABASE_URL,
    smtpUrl: variables.SMTP_URL,
    mailFrom: variables.MAIL_FROM,
    publicOrigin: variables.PUBLIC_ORIGIN,
    provider: providerOf(variables),
    logLevel: variables.LOG_LEVEL,
    demonstration:
      (variables.DEMONSTRATION ?? (variables.DATABASE_URL === undefined ? 'yes' : 'no')) === 'yes',
    trustedProxyHops: variables.TRUSTED_PROXY_HOPS,
    auditKeyFile: variables.AUDIT_KEY_FILE,
    auditHeads: variables.AUDIT_HEADS ?? join(variables.DATA_DIR, 'audit', 'heads.jsonl'),
    auditSyslog: variables.AUDIT_SYSLOG,
    auditStore: storeOf(variables),
    backupDir: variables.BACKUP_DIR,
    backupKeep: variables.BACKUP_KEEP,
    pgBin: variables.PG_BIN,
  };
}

/** What each variable allows alone and two together do not. */
function contradictions(variables: Variables): Problem[] {
  const faults: Problem[] = [];
  if (variables.DEMONSTRATION === 'yes' && variables.DATABASE_URL !== undefined) {
    faults.push({
      field: 'DEMONSTRATION',
      message:
        'cannot be yes together with DATABASE_URL: anybody could sign in as anybody on a server that may hold real children. ' +
        'Leave DATABASE_URL out, or set DEMONSTRATION=no',
    });
  }
  if (variables.SMTP_URL !== undefined && variables.MAIL_FROM === undefined) {
    faults.push({ field: 'MAIL_FROM', message: 'must be set when SMTP_URL is: a letter needs a sender' });
  }
  return [...faults, ...withoutProvider(variables), ...withoutStore(variables)];
}

/** A provider needs all of what it is reached by; the address it sends people back to is stated and never taken from a request. */
function withoutProvider(variables: Variables): Problem[] {
  if (variables.OIDC_ISSUER === undefined) return [];
  const needed = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_ORIGIN'] as const;
  return needed
    .filter((name) => variables[name] === undefined)
    .map((field) => ({ field, message: 'must be set when OIDC_ISSUER is' }));
}

function providerOf(variables: Variables): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = variables;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, claim: variables.OIDC_CLAIM };
}

/** A store needs all of what it is reached by, and somebody's word for how long nothing in it can be deleted. */
function withoutStore(variables: Variables): Problem[] {
  if (variables.AUDIT_STORE === undefined) return [];
  const needed = [
    'AUDIT_STORE_REGION',
    'AUDIT_STORE_KEY_ID',
    'AUDIT_STORE_SECRET',
    'AUDIT_STORE_DAYS',
  ] as const;
  return needed
    .filter((name) => variables[name] === undefined)
    .map((field) => ({ field, message: 'must be set when AUDIT_STORE is' }));
}

function storeOf(variables: Variables): ObjectStore | undefined {
  const { AUDIT_STORE: address, AUDIT_STORE_REGION: region, AUDIT_STORE_DAYS: days } = variables;
  const { AUDIT_STORE_KEY_ID: keyId, AUDIT_STORE_SECRET: secret } = variables;
  if (address === undefined || region === undefined || days === undefined) return undefined;
  return keyId === undefined || secret === undefined ? undefined : { address, region, days, keyId, secret };
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  return { field: issue.path.join('.'), message: issue.message };
}

function withoutBlanks(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}

function path() {
  return z.string().transform((text) => resolve(text));
}

function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

function address(protocols: readonly string[], example: string) {
  // Aborting: what follows may take the address apart.
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address such as ${example}`,
    abort: true,
  });
}

function isPrivateEnough(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
