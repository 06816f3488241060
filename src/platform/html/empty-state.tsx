import type { ComponentChildren } from 'preact';
import { HorizonDrawing } from './illustration.tsx';

/** Nothing to do or nothing found, said as a good thing or with the next step; `calm` draws the horizon. */
export function EmptyState(props: {
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  calm?: boolean | undefined;
  /** The largest figure on the page, where zero is the news. */
  figure?: number | undefined;
}) {
  return (
    <div class="c-empty">
      <div class="c-empty__head">
        {props.figure !== undefined && <span class="c-figure__number">{props.figure}</span>}
        <h2 class="c-empty__title">{props.title}</h2>
      </div>
      {props.children && <div class="c-empty__words">{props.children}</div>}
      {props.calm && <HorizonDrawing />}
      {props.actions && <div class="c-buttons">{props.actions}</div>}
    </div>
  );
}
