import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { behind, figureOf, mostOf } from '../insight/figure.ts';
import type { Line, Measure } from '../insight/measure.ts';
import { MEASURES, measureNamed } from '../insight/measures/measures.ts';
import { isMonth, type Month } from '../insight/month.ts';
import { asOfDay, lastCompleteMonth, linesBehind } from '../insight/reckoning.ts';
import { recordAct } from '../platform/audit/audit.ts';
import { authoritiesIn } from '../platform/authority/authorities.ts';
import { asOwner, migrate, versionedTables } from '../platform/database/migrate.ts';
import { createPool } from '../platform/database/pool.ts';
import { createDatabase } from '../platform/database/transaction.ts';
import type { Authority } from '../platform/web/context.ts';
import { newId, nowOf } from '../platform/web/house.ts';
import type { Call } from './call.ts';
import { MIGRATIONS, type Server } from './database.ts';
import { readOptions, WrongUse } from './options.ts';
import { withDatabase } from './with-database.ts';

const TIMEOUT_SECONDS = 300;

const ASKED = z.strictObject({
  month: z.string().refine(isMonth, 'must be a month such as 2027-02'),
  'known-at': z.iso
    .datetime({ offset: true, error: 'must be an instant such as 2027-03-01T00:00:00Z' })
    .optional(),
  authority: z.string().optional(),
  json: z.literal('yes', { error: 'takes nothing after it' }).optional(),
});

type Asked = z.infer<typeof ASKED>;

/** Prints one figure: what the page says, with the ids behind it. Ids are all that leaves; what they name stays behind its walls. */
export async function measureOne({ config, words, say }: Call): Promise<void> {
  const [id, ...options] = words;
  const measure = measureNamed(id);
  const known = MEASURES.map((one) => one.id).join(', ');
  if (measure === undefined) throw new WrongUse(`"${id ?? ''}" is no measure; there are ${known}`);
  const asked = readOptions(options, ASKED);
  const told = await withDatabase(config, say, (server) => ask(server, measure, asked));
  say(asked.json === undefined ? inWords(told) : JSON.stringify(told, null, 2));
}

type Told = Awaited<ReturnType<typeof ask>>;

function inWords({ measure, title, month, value, most, n, of, asOf }: Told): string {
  const atMost = most === undefined || most === null ? '' : `, the most of one ${most}`;
  return `${measure} ${title}, ${month}: ${value ?? 'nothing to count'}${atMost} (${n} of ${of}), as of ${asOf}`;
}

async function ask(server: Server, measure: Measure, asked: Asked) {
  await migrate(server.owner, MIGRATIONS);
  const authority = chosen(await asOwner(server.owner, authoritiesIn), asked.authority);
  const month = monthOfOption(asked.month);
  const knownAt = asked['known-at'] === undefined ? undefined : new Date(asked['known-at']);
  const { zone } = authority.profile.calendar;
  const asOf = asOfDay(nowOf(authority), knownAt, zone);
  const lines = await linesOf(server, authority, measure, month, knownAt);
  return {
    measure: measure.id,
    version: measure.version,
    title: measure.title,
    authority: authority.schema,
    month,
    monthIsOver: month <= lastCompleteMonth(asOf),
    ...numbersOf(lines, measure),
    asOf,
    knownAt: knownAt?.toISOString() ?? null,
  };
}

async function linesOf(
  server: Server,
  authority: Authority,
  measure: Measure,
  month: Month,
  knownAt: Date | undefined,
): Promise<readonly Line[]> {
  const pool = createPool(server.application, { role: 'continuum_app', max: 1 });
  const database = createDatabase({
    pool,
    versioned: await versionedTables(server.owner),
    keepsPlans: false,
  });
  const now = nowOf(authority);
  const { zone } = authority.profile.calendar;
  const settings = { authority: authority.schema, now, knownAt, timeoutSeconds: TIMEOUT_SECONDS };
  try {
    return await database.transaction(settings, async (db) => {
      await recordAct(db, {
        id: newId(),
        request: randomUUID(),
        act: 'measure: see the children behind',
        subjectKind: `measure ${measure.id}`,
        allowed: true,
        decidedBy: 'the command line',
      });
      return linesBehind({ db, asOf: asOfDay(now, knownAt, zone), zone }, measure, month);
    });
  } finally {
    await database.close();
  }
}

function numbersOf(lines: readonly Line[], { kind }: Measure) {
  const figure = figureOf(lines, kind);
  const { met, notMet, notCounted } = behind(lines, kind);
  const ids = (some: readonly Line[]) => some.map(({ subject }) => subject).toSorted();
  return {
    value: figure.value,
    ...(kind === 'load' ? { most: mostOf(figure) } : {}),
    n: figure.met,
    of: kind === 'proportion' ? figure.counted : figure.counted + figure.notCounted,
    ids: ids(met),
    idsNotMet: ids(notMet),
    idsNotCounted: ids(notCounted),
  };
}

function chosen(authorities: readonly Authority[], name: string | undefined): Authority {
  const [only, ...others] = authorities.filter(({ schema }) => name === undefined || schema === name);
  if (only !== undefined && others.length === 0) return only;
  const names = authorities.map(({ schema }) => schema).join(', ');
  throw new WrongUse(`--authority must be one of: ${names === '' ? 'there is none yet' : names}`);
}

function monthOfOption(text: string): Month {
  if (!isMonth(text)) throw new WrongUse('--month must be a month such as 2027-02');
  return text;
}
