import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

export type Colour = 'red' | 'amber' | 'green' | 'blue' | 'none';

const RATING_WORDS: Readonly<Record<Colour, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  blue: 'Blue',
  none: 'Not rated',
};

/** A rating: always shape, word and colour, because two of the three are lost on some readers or printers. */
export function RatingTag({ colour, words }: { colour: Colour; words?: string | undefined }) {
  return (
    <Tag colour={colour} icon={colour}>
      {words ?? RATING_WORDS[colour]}
    </Tag>
  );
}

/** The shape of a rating in its colour, before words that name it. */
export function RatingMark({ colour }: { colour: Colour }) {
  return (
    <span class={`c-shape--${colour}`}>
      <Icon name={colour} size="small" />{' '}
    </span>
  );
}

/** A short fact with an edge. Colour means something, so plain is the default. */
export function Tag(props: {
  children: ComponentChildren;
  colour?: Colour | undefined;
  icon?: IconName | undefined;
}) {
  return (
    <strong class={`govuk-tag c-tag--${props.colour ?? 'none'}`}>
      {props.icon && <Icon name={props.icon} size="small" />}
      {props.children}
    </strong>
  );
}

/** Says what a timescale or code stands on; nothing is said of what the law or the place itself has settled. */
export function StandingTag({
  standing,
}: {
  standing: 'law' | 'local policy' | 'English default' | 'demonstration';
}) {
  if (standing === 'law' || standing === 'local policy') return null;
  return (
    <Tag>{standing === 'English default' ? 'English default, confirm locally' : 'Demonstration value'}</Tag>
  );
}

/** A line that asks for attention inside a row: a shape and the words. */
export function Flag({
  children,
  colour = 'amber',
}: {
  children: ComponentChildren;
  colour?: 'amber' | 'red';
}) {
  return (
    <span class={`c-flag c-flag--${colour}`}>
      <Icon name="warning" size="small" /> {children}
    </span>
  );
}
