import type pg from 'pg';

/** A row of the audit as it stands in the database, every column as the text that PostgreSQL gives. */
export type Row = {
  readonly id: string;
  readonly xid: string;
  readonly n: string;
  readonly at: string;
  /** The line that a seal of form 2 is made over. */
  readonly line: string;
};

/** A seal as it stands in the database. */
export type Seal = {
  readonly n: number;
  readonly form: number;
  readonly sealedAt: string;
  readonly ids: readonly string[];
  readonly lastXid: string;
  readonly lastN: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly digests: Buffer;
};

/** So many at a time are held in memory: rows, and seals of at most 5,000 rows each. */
const ROWS_AT_ONCE = 2000;
const SEALS_AT_ONCE = 20;

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** What the verifier asks of a database. */
export type Reader = {
  rows(): AsyncGenerator<Row>;
  seals(): AsyncGenerator<Seal>;
  /** Whether a row with this id stands anywhere in the audit. */
  has(id: string): Promise<boolean>;
  /** The lines of form 1 of these rows, in this order: what PostgreSQL itself makes of a row. */
  linesOfFormOne(ids: readonly string[]): Promise<readonly string[]>;
};

/** Reads one schema through cursors. The client must be in a transaction, of one snapshot, as somebody whom no wall stops. */
export function readerOf(client: pg.ClientBase, schema: string): Reader {
  return {
    rows: () => streamed(client, 'audit_rows', rowsQuery(schema), ROWS_AT_ONCE, rowFrom),
    seals: () => streamed(client, 'audit_seals', sealsQuery(schema), SEALS_AT_ONCE, sealFrom),
    async has(id) {
      const found = await client.query(`select from ${schema}.audit where id = $1::uuid`, [id]);
      return found.rowCount !== 0;
    },
    async linesOfFormOne(ids) {
      const found = await client.query(
        `select (select row_to_json(r)::text from (select a.id, a.xid, a.n, a.at, a.actor, a.session, a.request, a.act, a.subject_kind,
            a.subject_id, a.persons, a.field_classes, a.ground, a.allowed, a.decided_by) r) as line
           from unnest($1::uuid[]) with ordinality i (id, place) join ${schema}.audit a using (id) order by i.place`,
        [ids],
      );
      return found.rows.map(({ line }) => String(line));
    },
  };
}

async function* streamed<Thing>(
  client: pg.ClientBase,
  cursor: string,
  query: string,
  atOnce: number,
  from: (columns: readonly (string | null)[]) => Thing,
): AsyncGenerator<Thing> {
  await client.query(`declare ${cursor} no scroll cursor for ${query}`);
  try {
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({
        text: `fetch ${atOnce} from ${cursor}`,
        rowMode: 'array',
        types: { getTypeParser: () => (text: string) => text },
      });
      for (const columns of rows) yield from(columns);
      if (rows.length < atOnce) return;
    }
  } finally {
    await client.query(`close ${cursor}`);
  }
}

function rowsQuery(schema: string): string {
  return `select id, xid, n, to_char(at at time zone 'UTC', ${INSTANT}), actor, session, request, act, subject_kind, subject_id,
      persons, field_classes, ground, allowed, decided_by from ${schema}.audit order by audit.xid, audit.n, audit.id`;
}

function sealsQuery(schema: string): string {
  return `select n, form, to_char(sealed_at at time zone 'UTC', ${INSTANT}), ids, last_xid, last_n, previous, hash, digests
      from ${schema}.audit_seal order by audit_seal.n`;
}

type Columns = readonly (string | null)[];

/** A row's line is a JSON array of its columns, made here from their texts and not by the function of the database that made it first. */
function rowFrom(columns: Columns): Row {
  const [id, xid, n, at, actor, session, request, act, kind, subject, persons, classes, ground, allowed, by] =
    columns;
  const line = [
    ...[text(id), text(xid), n, text(at), text(actor), text(session), text(request), text(act), text(kind)],
    ...[text(subject), list(persons), list(classes), text(ground), allowed === 't', text(by)],
  ];
  return { id: id ?? '', xid: xid ?? '', n: n ?? '', at: at ?? '', line: `[${line.join(', ')}]` };
}

function text(value: string | null | undefined): string {
  return JSON.stringify(value ?? null);
}

function sealFrom([n, form, sealedAt, ids, lastXid, lastN, previous, hash, digests]: Columns): Seal {
  return {
    n: Number(n),
    form: Number(form),
    sealedAt: sealedAt ?? '',
    ids: elements(ids).map((one) => one ?? ''),
    lastXid: lastXid ?? '',
    lastN: lastN ?? '',
    previous: bytes(previous),
    hash: bytes(hash),
    digests: bytes(digests),
  };
}

function list(array: string | null | undefined): string {
  return JSON.stringify(elements(array));
}

/** The elements of an array as PostgreSQL writes it: `{a,"b c",NULL}`. */
function elements(array: string | null | undefined): readonly (string | null)[] {
  const inside = (array ?? '{}').slice(1, -1);
  if (inside === '') return [];
  return [...inside.matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)].map(([, quoted, bare = '']) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/g, '$1');
    return bare === 'NULL' ? null : bare;
  });
}

/** Bytes as PostgreSQL writes them: `\x00ff`. */
function bytes(hex: string | null | undefined): Buffer {
  return Buffer.from((hex ?? '\\x').slice(2), 'hex');
}
