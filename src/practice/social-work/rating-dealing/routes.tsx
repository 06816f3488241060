import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import type { Typed } from '../../people/person-facts/index.ts';
import {
  casesIn,
  casesOfExercise,
  type Exercise,
  exerciseOnRecord,
  progressOf,
  totalOf,
} from '../rating-exercise/index.ts';
import { dealCases } from './actions.ts';
import { DealingPage } from './pages.tsx';
import { whoRates } from './raters.ts';

/** Hangs the dealing of an exercise on its address. */
export function routes(web: Web): void {
  const at = '/rating-exercises/:exerciseId/dealing';
  web.show(`${at}/new`, {
    permission: dealCases.permission,
    find: exerciseOnRecord,
    page: (exercise, context) => dealing(exercise, context),
  });
  web.submit(at, dealCases, {
    find: exerciseOnRecord,
    done: (_dealt, { id }) => `/rating-exercises/${id}`,
    refused: (exercise, refusal, context) => dealing(exercise, context, refusal),
  });
}

async function dealing(exercise: Exercise, context: Context, typed?: Typed): Promise<Page> {
  const { db, by } = context;
  const [raters, cases, progress] = await Promise.all([
    whoRates(context),
    casesOfExercise(db, exercise.id),
    progressOf(db, exercise.id),
  ]);
  return {
    title: 'Deal the cases',
    place: 'my work',
    body: (
      <DealingPage
        exercise={exercise}
        raters={raters}
        notDealt={casesIn('not dealt', cases, by).length}
        elsewhere={totalOf(progress).cases - cases.length}
        {...(typed ?? { values: {}, problems: [] })}
      />
    ),
  };
}
