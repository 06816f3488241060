import { type ComponentChildren, Fragment } from 'preact';

/** One fact of a list: nothing is shown of what is not known. */
export type Fact = readonly [label: string, value: ComponentChildren];

/** Short facts, close together: what is not known is left out, so that what is known can be found. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl class="c-facts">
      {known.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
