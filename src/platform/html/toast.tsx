import { HiddenInputs } from './buttons.tsx';

/** What has just happened, and the way back. It takes no focus; without script it stays until the next page. */
export function Toast(props: {
  words: string;
  undo?:
    | { readonly action: string; readonly words?: string; readonly hidden?: Readonly<Record<string, string>> }
    | undefined;
}) {
  return (
    <div class="c-toast" data-toast>
      <p class="c-toast__words" role="status">
        {props.words}
      </p>
      {props.undo && (
        <form method="post" action={props.undo.action}>
          <HiddenInputs values={props.undo.hidden ?? {}} />
          <button type="submit" class="c-toast__undo">
            {props.undo.words ?? 'Undo'}
            <span data-toast-seconds aria-hidden="true" />
          </button>
        </form>
      )}
    </div>
  );
}
