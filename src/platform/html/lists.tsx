import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';
import { Link } from './links.tsx';

/** One question and its answer; `change` leads back to the question. */
export type SummaryLine = {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly change?: { readonly href: string; readonly words?: string } | undefined;
};

/** Facts in two columns, with the way to change each. */
export function SummaryList({ lines, plain = false }: { lines: readonly SummaryLine[]; plain?: boolean }) {
  return (
    <dl class={`govuk-summary-list${plain ? ' govuk-summary-list--no-border' : ''}`}>
      {lines.map((line) => (
        <div
          key={line.label}
          class={`govuk-summary-list__row${line.change ? '' : ' govuk-summary-list__row--no-actions'}`}
        >
          <dt class="govuk-summary-list__key">{line.label}</dt>
          <dd class="govuk-summary-list__value">{line.value}</dd>
          {line.change && (
            <dd class="govuk-summary-list__actions">
              <Link href={line.change.href} about={line.label.toLowerCase()}>
                {line.change.words ?? 'Change'}
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** One part of a long form. */
export type Task = {
  readonly words: string;
  readonly href: string;
  readonly state: 'done' | 'started' | 'not yet' | 'problem';
  readonly hint?: string | undefined;
  readonly isCurrent?: boolean | undefined;
};

const STATE_WORDS = {
  done: 'Done',
  started: 'Started',
  'not yet': 'Not yet',
  problem: 'Look again',
} as const;

/** The parts of a long form, in any order, each with how far it is. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label?: string | undefined }) {
  return (
    <ul class="govuk-task-list" aria-label={label}>
      {tasks.map((task, index) => (
        <li
          key={task.href}
          class={`govuk-task-list__item govuk-task-list__item--with-link${task.isCurrent ? ' c-task--current' : ''}`}
        >
          <div class="govuk-task-list__name-and-hint">
            <Link
              class="govuk-link govuk-task-list__link"
              href={task.href}
              describedBy={`task-${index}-state`}
            >
              {task.words}
            </Link>
            {task.hint && <div class="govuk-task-list__hint">{task.hint}</div>}
          </div>
          <div
            class={`govuk-task-list__status c-task__state c-task__state--${task.state.replace(' ', '-')}`}
            id={`task-${index}-state`}
          >
            {task.state === 'done' && <Icon name="tick" size="small" />}
            {task.state === 'problem' && <Icon name="warning" size="small" />}
            {STATE_WORDS[task.state]}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What happened or will, in order, on one line; the light stands on the newest. */
export function Timeline({
  steps,
  label,
}: {
  steps: readonly { when: string; what: ComponentChildren }[];
  label?: string;
}) {
  return (
    <ol class="c-timeline" aria-label={label}>
      {steps.map((step) => (
        <li key={step.when} class="c-timeline__step">
          <strong>{step.when}</strong> {step.what}
        </li>
      ))}
    </ol>
  );
}
