import type { Problem } from '../../language/outcome.ts';
import { controlId } from './field.tsx';

/** Everything that is wrong, at the top, each line a link to its control. Nothing when nothing is wrong. */
export function ErrorSummary({
  problems,
  title,
}: {
  problems: readonly Problem[];
  title?: string | undefined;
}) {
  if (problems.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-focus-first tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? titleFor(problems.length)}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {problems.map((problem) => (
              <li key={`${problem.field} ${problem.message}`}>
                <ProblemLine problem={problem} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** A problem of the whole form has no field and is said without a link. */
function ProblemLine({ problem }: { problem: Problem }) {
  if (problem.field === '') return <span>{problem.message}</span>;
  return <a href={`#${controlId(problem.field)}`}>{problem.message}</a>;
}

function titleFor(count: number): string {
  const numbers = ['', 'One thing', 'Two things', 'Three things', 'Four things', 'Five things'];
  return `${numbers[count] ?? `${count} things`} to look at`;
}
