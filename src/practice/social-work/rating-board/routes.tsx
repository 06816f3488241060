import { noSubject } from '../../../platform/action.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { personBriefs } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import {
  casesIn,
  casesOfExercise,
  type Exercise,
  ExerciseHead,
  exerciseOnRecord,
  exercises,
  progressOf,
  STATES,
} from '../rating-exercise/index.ts';
import { begin, close } from './actions.ts';
import { BoardPage, ExercisesPage } from './pages.tsx';

const NOTHING_TYPED: Typed = { values: {}, problems: [] };
/** As many as somebody can look through; the counts say how many there are. */
const MOST_LISTED = 200;

/** Hangs the exercises, the board of each and how far it is on their addresses. */
export function routes(web: Web): void {
  const at = '/rating-exercises/:exerciseId';
  web.show('/rating-exercises', {
    permission: 'rating exercise: read',
    find: noSubject,
    page: (_nothing, context) => all(context, NOTHING_TYPED),
  });
  web.submit('/rating-exercises', begin, {
    find: noSubject,
    done: (id) => `/rating-exercises/${id}/dealing/new`,
    refused: (_nothing, refusal, context) => all(context, refusal),
  });
  web.show(at, {
    permission: 'rating exercise: read',
    find: exerciseOnRecord,
    page: (exercise, context) => board(exercise, context, NOTHING_TYPED),
  });
  web.show(`${at}/progress`, {
    permission: 'rating exercise: read',
    find: exerciseOnRecord,
    page: howFar,
  });
  web.submit(`${at}/closing`, close, {
    find: exerciseOnRecord,
    done: (_nothing, { id }) => `/rating-exercises/${id}`,
    refused: (exercise, refusal, context) => board(exercise, context, refusal),
  });
}

async function all(context: Context, typed: Typed): Promise<Page> {
  const { db, viewer, today } = context;
  const held = await exercises(db);
  const staff = await staffNamed(
    db,
    held.map(({ frozenBy }) => frozenBy),
  );
  return {
    title: 'Rating exercises',
    place: 'my work',
    body: (
      <ExercisesPage
        exercises={held}
        staff={staff}
        mayHold={viewer.permissions.has('rating exercise: hold')}
        today={today}
        {...typed}
      />
    ),
  };
}

async function board(exercise: Exercise, context: Context, typed: Typed): Promise<Page> {
  const { db, viewer, by, today, query } = context;
  const [progress, cases] = await Promise.all([
    progressOf(db, exercise.id),
    casesOfExercise(db, exercise.id),
  ]);
  const state = STATES.find(({ code }) => code === valueIn(query, 'show'))?.code ?? 'mine';
  const listed = casesIn(state, cases, by).slice(0, MOST_LISTED);
  const persons = listed.map(({ personId }) => personId);
  const [children, staff] = await Promise.all([
    personBriefs(db, persons),
    staffNamed(db, [
      exercise.frozenBy,
      exercise.closedBy,
      ...progress.map(({ dealtTo }) => dealtTo),
      ...listed.flatMap(({ workerId, dealtTo }) => [workerId, dealtTo]),
    ]),
  ]);
  return {
    title: exercise.title,
    place: 'my work',
    keys: [{ keys: ['n'], words: 'rate the next of yours' }],
    looked: { kind: 'rating exercise', id: exercise.id, persons },
    body: (
      <BoardPage
        exercise={exercise}
        progress={progress}
        cases={cases}
        state={state}
        listed={listed}
        children={children}
        staff={staff}
        viewer={by}
        mayHold={viewer.permissions.has('rating exercise: hold')}
        today={today}
        {...typed}
      />
    ),
  };
}

/** How far an exercise is, and nobody's name: what a page that stays open asks for again and again. */
async function howFar(exercise: Exercise, { db, by }: Context): Promise<Page> {
  return {
    title: `How far: ${exercise.title}`,
    place: 'my work',
    body: (
      <ExerciseHead
        exercise={exercise}
        progress={await progressOf(db, exercise.id)}
        viewer={by}
        isHeading
        isLarge
      />
    ),
  };
}
