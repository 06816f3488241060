import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';
import type { Colour } from './tags.tsx';

/** One rating and how many have it. */
export type RatingCount = { readonly colour: Colour; readonly words: string; readonly count: number };

/** The count without an answer: the largest figure on any staff page, with zero its normal state. */
export function HubFigure(props: {
  count: number;
  words: string;
  note?: string | undefined;
  ratings?: readonly RatingCount[] | undefined;
  actions?: ComponentChildren | undefined;
}) {
  return (
    <div class="c-figure">
      <h1 class="c-figure__head">
        <span class="c-figure__number">{props.count}</span>
        <span class="c-figure__words">
          {props.words}
          {props.note && <small class="c-figure__note">{props.note}</small>}
        </span>
      </h1>
      {props.ratings && (
        <dl class="c-figure__ratings">
          {props.ratings.map((rating) => (
            <div key={rating.colour}>
              <dt>
                <span class={`c-shape c-shape--${rating.colour}`}>
                  <Icon name={rating.colour} size="small" />
                </span>
                {rating.words}
              </dt>
              <dd>{rating.count}</dd>
            </div>
          ))}
        </dl>
      )}
      {props.actions && <div class="c-buttons c-figure__actions">{props.actions}</div>}
    </div>
  );
}
