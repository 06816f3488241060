import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';

/** Words that somebody really said, on warm paper: who, when, whether alone. Never a style for notices. */
export function Voice(props: {
  words: string;
  by: ComponentChildren;
  title?: string | undefined;
  language?: string | undefined;
  size?: 'first' | 'panel' | undefined;
  /** More of the same voice, under a hairline. */
  children?: ComponentChildren | undefined;
}) {
  return (
    <figure class={`c-voice c-voice--${props.size ?? 'first'}`}>
      {props.title && <h2 class="c-voice__title">{props.title}</h2>}
      <blockquote class="c-voice__words" lang={props.language}>
        <SaidWords words={props.words} />
      </blockquote>
      <figcaption class="c-voice__by">
        {props.by}
        {props.children}
      </figcaption>
    </figure>
  );
}

/** Words written in a request, verbatim and with their own line ends: the serif, without the paper. */
export function Words(props: {
  words: string;
  by?: ComponentChildren | undefined;
  language?: string | undefined;
}) {
  return (
    <figure class="c-words">
      <blockquote class="c-words__text" lang={props.language}>
        {props.words}
      </blockquote>
      {props.by && <figcaption class="c-words__by">{props.by}</figcaption>}
    </figure>
  );
}

// The marks are ours; who already wrote their own keeps them.
function SaidWords({ words }: { words: string }) {
  return <>{/^["“‘']/.test(words) ? words : `“${words}”`}</>;
}

export type SavedState = 'saved' | 'saving' | 'waiting' | 'refused';

/** Says truly whether what was typed is kept. The script writes the time into it; the words begin as the server knows them. */
export function SaveState(props: { state: SavedState; words: string; note?: string | undefined }) {
  const icons = { saved: 'tick', saving: 'waiting', waiting: 'waiting', refused: 'warning' } as const;
  return (
    <div class={`c-save c-save--${props.state}`} data-save-state>
      <p class="c-save__line" role="status">
        <Icon name={icons[props.state]} size="small" /> <span data-save-words>{props.words}</span>
      </p>
      {props.note && <p class="c-save__note">{props.note}</p>}
    </div>
  );
}

/** The same before anything is typed again: a draft that was kept is filled in, or what is typed from now on is kept. */
export function DraftState({ isKept }: { isKept: boolean }) {
  return <SaveState state="saved" words={isKept ? 'Your draft is filled in below' : 'Kept while you type'} />;
}
