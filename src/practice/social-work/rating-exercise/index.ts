/**
 * A rating exercise: every case that is open at an instant is frozen as it stood, with its worker and team, and rated by the managers.
 *
 * One goes on at a time. How far it is counts every case, also one that the viewer may not see, and says of those only how many they are.
 * A case whose work ended meanwhile is shown as such. After the end nothing of it changes.
 */
export { ExerciseHead } from './head.tsx';
export {
  type Counted,
  casesIn,
  type Exercise,
  type FrozenCase,
  isOnTable,
  isToRate,
  nextToRate,
  STATES,
  totalOf,
} from './rules.ts';
export { Standing } from './standing.tsx';
export {
  casesOfExercise,
  closeExercise,
  exerciseById,
  exerciseOnRecord,
  exercises,
  freeze,
  frozenCaseOnRecord,
  holdExercise,
  progressOf,
} from './store.ts';
