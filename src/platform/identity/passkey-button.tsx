import type { ComponentChildren } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import { ErrorMessage } from '../html/field.tsx';
import { buttonClass } from '../html/links.tsx';

/**
 * A button that asks the browser for a passkey. It needs the script and a browser that has passkeys, and stays hidden where either is
 * missing: whoever has no passkey signs in without. `options` is asked first; what the passkey signs is sent to `action`.
 */
export function PasskeyButton(props: {
  options: string;
  action: string;
  kind?: 'primary' | 'secondary' | undefined;
  /** Set where a new one is made; else one is used. */
  makes?: boolean | undefined;
  /** Goes along with both. */
  hidden?: Readonly<Record<string, string>> | undefined;
  problems: readonly Problem[];
  /** What is asked besides, above the button. */
  asks?: ComponentChildren | undefined;
  children: ComponentChildren;
}) {
  return (
    <form
      method="post"
      action={props.action}
      class="c-passkey"
      data-passkey={props.makes ? 'make' : 'use'}
      data-passkey-options={props.options}
      hidden
      novalidate
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="response" value="" />
      {props.asks}
      <ErrorMessage name="passkey" problems={props.problems} />
      <p class="govuk-error-message" data-passkey-fault hidden role="alert">
        Nothing was signed. Try again, or use another way.
      </p>
      <button type="submit" class={`${buttonClass(props.kind ?? 'primary', 'full')} c-button--wide`}>
        {props.children}
      </button>
    </form>
  );
}
