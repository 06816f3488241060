import type { LightMyRequestResponse } from 'fastify';
import type { World } from '../support/world.ts';
import type { Records } from './records.ts';

/** What stands in the record of every child of the matrix, and on no page that shows none of them. */
const NAME = 'Barnacle';
/** How a search is written, on the page of the search. */
const EXAMPLE = /For example:? [^<]*/g;
/** How the person who told us of each of them is reached: of the class "reporter". */
const REPORTER = '01632 960111';

type Line = {
  readonly n: string;
  readonly actor: string | null;
  readonly act: string;
  readonly subject_id: string | null;
  readonly persons: readonly string[];
  readonly field_classes: readonly string[];
  readonly allowed: boolean;
  readonly decided_by: string;
};

/** Says whether an answer shows a child of the matrix. */
export function showsAChild(body: string): boolean {
  return body.replaceAll(EXAMPLE, '').includes(NAME);
}

/** Reads what each answer left in the audit. */
export type Watch = {
  readonly disclosed: () => number;
  readonly faults: readonly string[];
  /** Asked after each answer, before the next request. */
  after(asked: string, answer: LightMyRequestResponse, of: { records: Records; actor: string | undefined }): Promise<void>;
}; // biome-ignore format: a signature reads in one line

/** Watches that each answer that shows a child to somebody signed in leaves one line, which names who, whom, and why they might. */
export async function watchAudit(world: World): Promise<Watch> {
  const since = async (n: string) =>
    world.rows<Line>('select n, actor, act, subject_id, persons, field_classes, allowed, decided_by from audit where n > $1 order by n', [n]);
  // The program asks by person; here each answer is asked for by its number, thousands of times.
  await world.rows('create index on audit (n)');
  let last = (await since('0')).at(-1)?.n ?? '0';
  let disclosed = 0;
  const faults: string[] = [];
  return {
    disclosed: () => disclosed,
    faults,
    async after(asked, { statusCode, body }, { records, actor }) {
      const lines = await since(last);
      last = lines.at(-1)?.n ?? last;
      if (actor === undefined || !showsAChild(body)) return;
      disclosed += 1;
      const fault = faultOf(lines, { body, records, actor });
      if (fault !== undefined) faults.push(`${asked} (${statusCode}): ${fault}`);
    },
  };
} // biome-ignore format: a statement reads in one line

function faultOf(lines: readonly Line[], { body, records, actor }: { body: string; records: Records; actor: string }): string | undefined {
  const [line, ...more] = lines;
  if (line === undefined) return 'nobody wrote down who looked';
  if (more.length > 0) return `${lines.length} lines for one look: ${lines.map(({ act }) => act).join(', ')}`;
  if (line.actor !== actor || !line.allowed) return 'the line is of somebody else, or of a refusal';
  if (!/^role has "/.test(line.decided_by)) return `the ground is "${line.decided_by}"`;
  const named = new Set([line.subject_id, ...line.persons]);
  const shown = records['personId'];
  if (shown !== undefined && body.includes(shown) && ![...named].some((one) => Object.values(records).includes(one ?? '')))
    return `${line.act} shows a child and names nobody of the record`;
  if (named.size === 1 && line.subject_id === null) return `${line.act} names nobody`;
  if (body.includes(REPORTER) && !line.field_classes.includes('reporter')) return `${line.act} shows the reporter and does not say so`;
  return undefined;
} // biome-ignore format: conditions read in one line
