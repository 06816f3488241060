import type { ComponentChildren } from 'preact';

/** More, for who wants it; opens without script. */
export function Details({
  summary,
  children,
  open,
}: {
  summary: string;
  children: ComponentChildren;
  open?: boolean;
}) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}

/** A quiet block that belongs to what stands above it. */
export function Inset({ children }: { children: ComponentChildren }) {
  return <div class="govuk-inset-text">{children}</div>;
}

/** Something worth saying across the column; for warnings the words come with a shape. */
export function Notice({
  children,
  colour = 'blue',
}: {
  children: ComponentChildren;
  colour?: 'blue' | 'amber' | 'green';
}) {
  return <div class={`c-block c-block--${colour}`}>{children}</div>;
}
