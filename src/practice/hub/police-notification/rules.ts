import { parse } from 'csv-parse/sync';
import type { Day } from '../../../language/day.ts';
import { done, type Outcome, type Problem } from '../../../language/outcome.ts';
import { readTypedDay } from '../../../language/typed-day.ts';

/** One child at one incident, as the police wrote it down. */
export type NewNotification = {
  /** The number under which the police know the incident. */
  readonly incident: string;
  readonly happenedOn: Day;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  readonly bornOn: Day | undefined;
  readonly words: string;
};

/** The columns of a batch file, in any order, named in its first line. */
export const COLUMNS = ['incident', 'happened_on', 'given_name', 'family_name', 'born_on', 'words'] as const;

type Line = Readonly<Record<(typeof COLUMNS)[number], string>>;

const MOST_LINES = 500;
const LONGEST: Readonly<Record<(typeof COLUMNS)[number], number>> = {
  incident: 60,
  happened_on: 40,
  given_name: 100,
  family_name: 100,
  born_on: 40,
  words: 20_000,
};

/**
 * Reads a batch file: comma-separated, in UTF-8, its first line naming the columns. All of it is taken in or nothing; every line that is
 * wrong is named, with what is wrong in plain words.
 */
export function readBatch(text: string, today: Day): Outcome<readonly NewNotification[]> {
  const lines = linesOf(text);
  if (typeof lines === 'string') return { ok: false, problems: [{ field: 'file', message: lines }] };
  const read = lines.map((line, index) => readLine(line, index + 2, today));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return { ok: false, problems };
  return done(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** The children of a batch that belong to one incident, each incident once, in the order of the file. */
export function byIncident(
  notifications: readonly NewNotification[],
): readonly (readonly NewNotification[])[] {
  return [...Map.groupBy(notifications, ({ incident }) => incident).values()];
}

function linesOf(text: string): readonly Line[] | string {
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch {
    return 'The file must be comma-separated, with quotes round words that hold commas. Nothing was taken in';
  }
  const [heads = [], ...body] = rows;
  const missing = COLUMNS.filter((column) => !heads.includes(column));
  if (missing.length > 0) return `The first line must name the columns. Missing: ${missing.join(', ')}`;
  if (body.length === 0) return 'The file has no notifications in it';
  if (body.length > MOST_LINES)
    return `The file must have at most ${MOST_LINES} notifications. Send it in parts`;
  const at = (row: readonly string[], column: (typeof COLUMNS)[number]) =>
    (row[heads.indexOf(column)] ?? '').trim();
  return body.map((row) => ({
    incident: at(row, 'incident'),
    happened_on: at(row, 'happened_on'),
    given_name: at(row, 'given_name'),
    family_name: at(row, 'family_name'),
    born_on: at(row, 'born_on'),
    words: at(row, 'words'),
  }));
}

function readLine(line: Line, number: number, today: Day): Outcome<NewNotification> {
  const happened = pastDay(line.happened_on, today);
  const born = line.born_on === '' ? undefined : pastDay(line.born_on, today);
  const wrong = [
    ...COLUMNS.filter((column) => line[column].length > LONGEST[column]).map(
      (column) => `${column} must have at most ${LONGEST[column]} characters`,
    ),
    line.incident === '' && 'enter the number of the incident',
    line.words === '' && 'enter what happened',
    happened === undefined && 'happened_on must be a real date that is not in the future',
    line.born_on !== '' && born === undefined && 'born_on must be a real date that is not in the future',
  ].filter((message) => message !== false);
  if (wrong.length > 0 || happened === undefined) {
    return {
      ok: false,
      problems: wrong.map((message): Problem => ({ field: 'file', message: `Line ${number}: ${message}` })),
    };
  }
  return done({
    incident: line.incident,
    happenedOn: happened,
    givenName: textOrNone(line.given_name),
    familyName: textOrNone(line.family_name),
    bornOn: born,
    words: line.words,
  });
}

/** A typed day that has come already. */
function pastDay(text: string, today: Day): Day | undefined {
  const typed = readTypedDay(text, today, 'past');
  return typed.ok && typed.day <= today ? typed.day : undefined;
}

function textOrNone(text: string): string | undefined {
  return text === '' ? undefined : text;
}
