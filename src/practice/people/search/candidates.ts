import type { Day } from '../../../language/day.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Hit } from '../likeness/index.ts';
import { MOST_WORDS, wordsOf } from '../likeness/index.ts';
import { daysMeant, find } from './store.ts';

/** How somebody who told us described a child: any of it may be missing. */
export type Described = {
  /** Each a whole name: the one used, and others they go by. */
  readonly names: readonly string[];
  readonly bornOn?: Day | undefined;
  /** Of an unborn child. */
  readonly dueOn?: Day | undefined;
  /** Numbers of the child or the family, as they were given. */
  readonly telephones?: readonly string[] | undefined;
};

/** More than these nobody compares one by one. */
const MOST_CANDIDATES = 10;

/** Persons on record who may be the child that was described, the likeliest first, as far as the transaction may see them. */
export async function candidatesFor(db: Db, described: Described): Promise<readonly Hit[]> {
  const names = described.names
    .map((name) => wordsOf(name).slice(0, MOST_WORDS))
    .filter(({ length }) => length > 0);
  const hits = await find(
    db,
    {
      days: daysMeant(described.bornOn ?? described.dueOn),
      telephones: (described.telephones ?? [])
        .map((typed) => typed.replace(/\D/gu, ''))
        .filter(({ length }) => length >= 6),
      names,
    },
    2 * MOST_CANDIDATES,
  );
  return hits.filter(mayBeMeant).slice(0, MOST_CANDIDATES);
}

/** A family name alone makes nobody a candidate: brothers and sisters would crowd out the child. */
function mayBeMeant({ reasons }: Hit): boolean {
  const kinds = new Set(reasons.map(({ kind }) => kind));
  return !kinds.has('one of the names') || FACTS.some((fact) => kinds.has(fact));
}

const FACTS = ['telephone', 'born that day', 'day and month exchanged'] as const;
