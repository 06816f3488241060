import type { CompiledQuery } from 'kysely';
import type { Db } from './db.ts';

/** Stands in a question for a value that comes when it is asked. */
class Blank {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A question whose words are put together once for each of its shapes, and asked with other values from then on: of a long one the
 * putting together costs more than the asking. `build` is handed blanks instead of values, so it can do no more with them than ask;
 * whatever changes the words belongs to the shape, which `shapeOf` tells apart.
 */
export function askedOnce<Shape, Values extends Readonly<Record<string, unknown>>, Row>(
  shapeOf: (shape: Shape) => string,
  build: (db: Db, values: Values, shape: Shape) => { compile(): CompiledQuery<Row> },
): (db: Db, values: Values, shape: Shape) => Promise<readonly Row[]> {
  const known = new Map<string, CompiledQuery<Row>>();
  return async (db, values, shape) => {
    // The same question asked as known before reads other tables.
    const key = `${db.getExecutor().plugins.length} ${shapeOf(shape)}`;
    const compiled = known.get(key) ?? eachOnce(build(db, blanks<Values>(), shape).compile());
    known.set(key, compiled);
    const parameters = compiled.parameters.map((one) => (one instanceof Blank ? values[one.name] : one));
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}

/** The same with each value once, however often it stands in the words: the server keeps no plan of a statement with many. */
function eachOnce<Row>(compiled: CompiledQuery<Row>): CompiledQuery<Row> {
  const parameters: unknown[] = [];
  const places = compiled.parameters.map((value) => {
    const at = parameters.findIndex((one) => isSame(one, value));
    return at === -1 ? parameters.push(value) : at + 1;
  });
  const words = compiled.sql.replace(/\$(\d+)/g, (_, at: string) => `$${places[Number(at) - 1]}`);
  return { ...compiled, sql: words, parameters };
}

function isSame(one: unknown, other: unknown): boolean {
  return one instanceof Blank && other instanceof Blank ? one.name === other.name : one === other;
}

function blanks<Values extends Readonly<Record<string, unknown>>>(): Values {
  return new Proxy({} as Values, {
    get: (_, name) => new Blank(String(name)),
    ownKeys() {
      throw new Error('Blanks have no list: each value is named where it is asked');
    },
  });
}
