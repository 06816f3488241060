import type { ComponentChildren } from 'preact';

/** A surface with a title at the left and at most one link at the right. */
export function Panel(props: {
  title?: ComponentChildren | undefined;
  link?: ComponentChildren | undefined;
  id?: string | undefined;
  /** Without padding, for a table that runs to the edges. */
  flush?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <section class={`c-panel${props.flush ? ' c-panel--flush' : ''}`} id={props.id}>
      {(props.title || props.link) && (
        <div class="c-panel__head">
          {props.title && <h2 class="c-panel__title">{props.title}</h2>}
          {props.link && <div class="c-panel__link">{props.link}</div>}
        </div>
      )}
      {props.children}
    </section>
  );
}

/** A part of a panel, under a hairline. */
export function PanelPart({
  title,
  children,
}: {
  title?: ComponentChildren | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class="c-panel__part">
      {title && <h2 class="c-panel__title">{title}</h2>}
      {children}
    </div>
  );
}

/** The wide shape of a staff page: reading at the left, deciding or facts at the right; one under the other on a phone. */
export function WithAside({ children, aside }: { children: ComponentChildren; aside: ComponentChildren }) {
  return (
    <div class="c-columns">
      <div class="c-columns__wide">{children}</div>
      <div class="c-columns__aside">{aside}</div>
    </div>
  );
}

/** What the page is, at the left; what can be done, at the right. */
export function PageHead(props: {
  title: ComponentChildren;
  /** The place it belongs to, above the title. */
  above?: ComponentChildren | undefined;
  below?: ComponentChildren | undefined;
  actions?: ComponentChildren | undefined;
  /** 2 where the page has its heading already, as in a meeting. */
  level?: 1 | 2 | undefined;
}) {
  const Heading = props.level === 2 ? 'h2' : 'h1';
  return (
    <div class="c-page-head">
      <div class="c-page-head__words">
        {props.above && <p class="c-page-head__above">{props.above}</p>}
        <Heading class="c-title">{props.title}</Heading>
        {props.below && <p class="c-page-head__below">{props.below}</p>}
      </div>
      {props.actions && <div class="c-buttons c-page-head__actions">{props.actions}</div>}
    </div>
  );
}
