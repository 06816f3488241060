import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';

export type IdentityFact = {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly note?: string | undefined;
};

/** Who this is, always in sight: name and age, then at most four facts, and alerts as a full-width band. */
export function IdentityBar(props: {
  name: string;
  /** Where the name is the heading of the page, as at a glance. */
  isHeading?: boolean | undefined;
  below?: ComponentChildren | undefined;
  facts: readonly IdentityFact[];
  alerts?: readonly { readonly words: string; readonly more?: ComponentChildren }[] | undefined;
}) {
  const Name = props.isHeading ? 'h1' : 'p';
  return (
    <>
      <div class="c-identity">
        <div class="c-identity__who">
          <Name class="c-title">{props.name}</Name>
          {props.below && <p class="c-small">{props.below}</p>}
        </div>
        <dl class="c-identity__facts">
          {props.facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>
                <strong>{fact.value}</strong>
                {fact.note && <span>{fact.note}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {(props.alerts ?? []).map((alert) => (
        <p key={alert.words} class="c-alert">
          <strong>
            <Icon name="warning" size="small" /> Alert
          </strong>{' '}
          {alert.words} {alert.more}
        </p>
      ))}
    </>
  );
}
