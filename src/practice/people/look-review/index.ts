/**
 * Looks to judge: what yesterday's looks at records leave open, for somebody else than whoever looked.
 *
 * A stated model (`src/profile/look-model.ts`) adds up signs that a look was no work of theirs; from so many points on it comes on the list.
 * The program judges nobody. Whoever looked is told by the person who asks them, and by nothing here.
 */
export { goThroughLooks } from './going-through.ts';
export { routes } from './routes.tsx';
export { looksToReview } from './store.ts';
