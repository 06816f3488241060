import type { Id } from '../../../language/id.ts';
import { ButtonLink } from '../../../platform/html/links.tsx';
import { type Counted, type Exercise, totalOf } from './rules.ts';

/** How far an exercise is, on one line: all cases, the viewer's own, and what lies on the table. A script brings it up to date. */
export function ExerciseHead(props: {
  exercise: Exercise;
  progress: readonly Counted[];
  viewer: Id;
  /** The heading of the page, or a line above one. */
  isHeading: boolean;
  /** For a screen that a whole room reads. */
  isLarge?: boolean;
}) {
  const { exercise, progress, viewer, isHeading, isLarge } = props;
  const { cases, rated, onTable } = totalOf(progress);
  const own = progress.find(({ dealtTo }) => dealtTo === viewer);
  const Title = isHeading ? 'h1' : 'p';
  return (
    <div class={isLarge ? 'c-exercise c-exercise--large' : 'c-exercise'}>
      <Title class="c-exercise__title">{exercise.title}</Title>
      <div class="c-exercise__far" data-live={`/rating-exercises/${exercise.id}/progress`}>
        <progress class="c-exercise__bar" value={rated} max={Math.max(1, cases)} aria-label="Cases rated">
          {rated} of {cases}
        </progress>
        <p class="c-exercise__count">
          <strong>
            {rated} of {cases}
          </strong>{' '}
          rated
        </p>
        <p class="c-exercise__own">
          Yours: {own?.rated ?? 0} of {own?.cases ?? 0}
        </p>
        <ButtonLink href={`/rating-exercises/${exercise.id}/table`} kind="secondary" size="compact">
          Discuss together ({onTable})
        </ButtonLink>
      </div>
    </div>
  );
}
