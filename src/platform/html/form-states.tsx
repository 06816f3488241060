import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';

/** An answer taken from the record: where from, and whether it is still right. `actions` are links or buttons. */
export function PreFilled({ source, actions }: { source: string; actions?: ComponentChildren }) {
  return (
    <p class="c-pre-filled">
      <span>{source}</span> {actions}
    </p>
  );
}

/** One of two versions of a text; `differs` marks the words the other does not have. */
export type Version = {
  readonly title: string;
  readonly when: string;
  readonly parts: readonly { readonly words: string; readonly differs?: boolean }[];
  readonly keep: ComponentChildren;
};

/** Two people changed one answer: both texts stand side by side, and nothing is lost until somebody chooses. */
export function Conflict(props: {
  title: string;
  words: string;
  versions: readonly Version[];
  keepBoth?: ComponentChildren;
}) {
  return (
    <section class="c-conflict">
      <div class="c-conflict__head">
        <Icon name="warning" />
        <h2 class="c-conflict__title">{props.title}</h2>
        <p>{props.words}</p>
      </div>
      <div class="c-conflict__versions">
        {props.versions.map((version) => (
          <div key={version.title} class="c-conflict__version">
            <h3>{version.title}</h3>
            <p class="c-small">{version.when}</p>
            <p class="c-conflict__text">
              {version.parts.map((part) =>
                part.differs ? <ins key={part.words}>{part.words}</ins> : part.words,
              )}
            </p>
            {version.keep}
          </div>
        ))}
      </div>
      {props.keepBoth && <div class="c-conflict__both">{props.keepBoth}</div>}
    </section>
  );
}

/** How far through a form or a meeting, as a line between its name and what can be done with it. */
export function Progress(props: {
  done: number;
  of: number;
  title?: string | undefined;
  words?: ComponentChildren;
  actions?: ComponentChildren;
}) {
  const share = props.of > 0 ? Math.round((props.done / props.of) * 1000) : 0;
  return (
    <div class="c-progress">
      {props.title && <h1 class="c-progress__title">{props.title}</h1>}
      <svg
        class="c-progress__line"
        viewBox="0 0 1000 4"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <path class="c-progress__rest" d="M0 2H1000" />
        <path class="c-progress__done" d={`M0 2H${share}`} />
      </svg>
      {props.words && <p class="c-progress__words">{props.words}</p>}
      {props.actions}
    </div>
  );
}
