import type { ComponentChildren } from 'preact';

/** Sends the page with a word of where to go next, and reads as a link: it is not what the page is for. */
export function LinkButton(props: {
  go: string;
  children: ComponentChildren;
  class?: string | undefined;
  /** Another address for the same answers: the page in another language. */
  formaction?: string | undefined;
  language?: string | undefined;
  /** Words for a screen reader where the visible ones repeat. */
  about?: string | undefined;
}) {
  return (
    <button
      type="submit"
      class={`c-link-button ${props.class ?? ''}`.trim()}
      name="go"
      value={props.go}
      formaction={props.formaction}
      lang={props.language}
    >
      {props.children}
      {props.about && <span class="c-hidden"> {props.about}</span>}
    </button>
  );
}
