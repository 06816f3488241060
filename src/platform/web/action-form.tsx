import { type ComponentChildren, createContext } from 'preact';
import type { Id } from '../../language/id.ts';
import { within } from '../html/within.ts';

/** What the forms of one answer carry: the session's token, whose page it is, and a new key for each form so that it acts once. */
export const FormKeys = createContext<{ token: string; author: Id; newKey: () => string } | undefined>(
  undefined,
);

/**
 * A form of the staff: posts to an action, with the session's token and a key of its own.
 *
 * With `draft`, what is typed is kept on the server while it is typed, also when it is not valid yet.
 */
export const ActionForm = within(FormKeys, (props: FormProps, keys) => {
  if (keys === undefined) throw new Error('A form of the staff stands in a page of the staff');
  return (
    <form
      method="post"
      enctype={props.file === true ? 'multipart/form-data' : undefined}
      action={props.to}
      id={props.id}
      class={props.class}
      novalidate
      autocomplete="off"
      data-draft-url={props.draft?.url}
      data-draft-author={props.draft && keys.author}
    >
      <input type="hidden" name="form-token" value={keys.token} />
      <input type="hidden" name="submission-key" value={keys.newKey()} />
      {props.draft ? <input type="hidden" name="draft-version" value={String(props.draft.version)} /> : null}
      {props.children}
    </form>
  );
});

type FormProps = {
  readonly to: string;
  readonly id?: string;
  readonly class?: string;
  readonly draft?: { readonly url: string; readonly version: number } | undefined;
  /** The form carries a file. */
  readonly file?: boolean | undefined;
  readonly children: ComponentChildren;
};

type FindingProps = { readonly class?: string; readonly children: ComponentChildren };

/** A form that looks for somebody. It changes nothing and may be sent again and again: it carries no key, and what is typed is not kept for ever. */
export const FindingForm = within(FormKeys, ({ children, ...props }: FindingProps, keys) => {
  if (keys === undefined) throw new Error('A form of the staff stands in a page of the staff');
  return (
    <form method="post" action="/searches" autocomplete="off" {...props}>
      <input type="hidden" name="form-token" value={keys.token} />
      {children}
    </form>
  );
});
