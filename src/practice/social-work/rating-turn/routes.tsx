import type { Id } from '../../../language/id.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { personBriefs, personById } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { followsOf, othersInSquare } from '../case-rating/index.ts';
import { caseReading } from '../case-reading/index.ts';
import { whoMayNotRate, whoRates } from '../rating-dealing/index.ts';
import {
  casesOfExercise,
  type Exercise,
  exerciseById,
  exerciseOnRecord,
  type FrozenCase,
  frozenCaseOnRecord,
  isOnTable,
  isToRate,
  progressOf,
} from '../rating-exercise/index.ts';
import { type CaseInTurn, discuss, pass, rateInTurn } from './actions.ts';
import { OnTablePage, TurnPage } from './pages.tsx';

/** Hangs the cases of an exercise, and what lies on the table, on their addresses. */
export function routes(web: Web): void {
  const at = '/rating-cases/:ratingCaseId';
  const find = frozenCaseOnRecord;
  const refused = (one: CaseInTurn, refusal: Refusal, context: Context) => turn(one, context, refusal);
  web.show(at, { permission: rateInTurn.permission, find, page: (one, context) => turn(one, context) });
  web.submit(`${at}/ratings`, rateInTurn, {
    find,
    done: ({ id, from }, { exerciseId }) => {
      if (id === undefined) return `/rating-exercises/${exerciseId}${from === 'table' ? '/table' : ''}`;
      return `/rating-cases/${id}${from === 'table' ? '?from=table' : ''}`;
    },
    refused,
  });
  const onward = (id: Id | undefined, exerciseId: Id) =>
    id === undefined ? `/rating-exercises/${exerciseId}` : `/rating-cases/${id}`;
  web.submit(`${at}/table`, discuss, {
    find,
    done: (id, { exerciseId }) => onward(id, exerciseId),
    refused,
  });
  // Whoever passed it on may no longer see the child.
  web.submit(`${at}/passing`, pass, {
    find,
    done: (_nothing, { exerciseId }) => onward(undefined, exerciseId),
    refused,
  });
  web.show('/rating-exercises/:exerciseId/table', {
    permission: 'rating exercise: read',
    find: exerciseOnRecord,
    page: onTable,
  });
}

async function turn(one: CaseInTurn, context: Context, refusal?: Refusal): Promise<Page> {
  const read = await readTurn(one, context);
  const { child, exercise, reading, raters, notThese, draft, family } = read;
  return {
    title: `Rate ${child.name}`,
    place: 'my work',
    keys: [
      { keys: ['1', '2', '3'], words: 'green, amber, red: first for harm, then for breakdown' },
      { keys: ['Ctrl ↵'], words: 'save and open the next' },
    ],
    looked: { kind: 'rating case', id: one.id, persons: [child.id, ...family.keys()] },
    body: (
      <TurnPage
        {...read}
        one={one}
        note={noteOf([...family.values()].map(({ givenName }) => givenName))}
        follows={followsOf(refusal, reading.ratings[0])}
        mayNot={refusal === undefined ? whyNot(one, exercise, notThese.has(context.by)) : undefined}
        raters={raters.filter(({ id }) => !notThese.has(id) && id !== one.dealtTo)}
        fromTable={valueIn(refusal?.values ?? context.query, 'from') === 'table'}
        draft={{
          url: `/drafts/${encodeURIComponent(rateInTurn.name)}/${one.id}`,
          version: draft?.version ?? 0,
        }}
        context={context}
        {...(refusal ?? { values: draft?.answers ?? {}, problems: [] })}
      />
    ),
  };
}

/** Everything that the page of one case shows, in three rounds of questions. */
async function readTurn(one: CaseInTurn, context: Context) {
  const { db, by } = context;
  const [child, exercise, progress, cases, raters, draft] = await Promise.all([
    personById(db, one.personId),
    exerciseById(db, one.exerciseId),
    progressOf(db, one.exerciseId),
    casesOfExercise(db, one.exerciseId),
    whoRates(context),
    draftOf(context, rateInTurn.name, one.id),
  ]);
  if (child === undefined || exercise === undefined) throw new Error('a case that is seen has its child');
  const reading = await caseReading(child, context);
  const [others, mayNot, staff, family] = await Promise.all([
    othersInSquare(db, reading.ratings[0]),
    whoMayNotRate(context, [one], raters),
    staffNamed(db, [one.dealtTo, one.table?.by]),
    personBriefs(db, nextOfFamily(one, cases, by)),
  ]);
  const notThese: ReadonlySet<Id> = mayNot.get(one.id) ?? new Set();
  return { child, exercise, progress, raters, draft, reading, others, notThese, staff, family };
}

/** Brothers and sisters of the same exercise who wait for the viewer too. */
function nextOfFamily(one: FrozenCase, cases: readonly FrozenCase[], viewer: Id): readonly Id[] {
  return cases
    .filter(
      (other) =>
        other.family === one.family && other.id !== one.id && other.dealtTo === viewer && isToRate(other),
    )
    .map(({ personId }) => personId);
}

function noteOf(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const listed = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${listed} of the same family ${names.length === 1 ? 'is' : 'are'} rated next.`;
}

function whyNot(one: FrozenCase, exercise: Exercise, works: boolean): string | undefined {
  if (exercise.closedAt !== undefined) return 'The exercise is closed. Rate the case from the child’s page.';
  if (!one.isOpen) return 'The work with this child ended meanwhile, so there is no case to rate.';
  return works
    ? 'You work with this child, or did when the cases were frozen. Pass the case on to another manager.'
    : undefined;
}

async function onTable(exercise: Exercise, { db, by, today }: Context): Promise<Page> {
  const [progress, all] = await Promise.all([progressOf(db, exercise.id), casesOfExercise(db, exercise.id)]);
  const cases = all.filter(isOnTable);
  const persons = cases.map(({ personId }) => personId);
  const [children, staff] = await Promise.all([
    personBriefs(db, persons),
    staffNamed(
      db,
      cases.map(({ table }) => table?.by),
    ),
  ]);
  return {
    title: 'Discuss together',
    place: 'my work',
    looked: { kind: 'rating exercise', id: exercise.id, persons },
    body: (
      <OnTablePage
        exercise={exercise}
        progress={progress}
        cases={cases}
        children={children}
        staff={staff}
        viewer={by}
        today={today}
      />
    ),
  };
}
