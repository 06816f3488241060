import type { ComponentChildren } from 'preact';
import { KeyCap } from './key-cap.tsx';
import { buttonClass } from './links.tsx';

type ButtonProps = {
  children: ComponentChildren;
  kind?: 'primary' | 'secondary' | 'warning' | undefined;
  size?: 'full' | 'compact' | undefined;
  /** Sent with the form, to say which button was pressed. */
  name?: string | undefined;
  value?: string | undefined;
  /** Sends the form somewhere else than its own address. */
  formaction?: string | undefined;
  shortcut?: string | undefined;
  wide?: boolean | undefined;
};

/** Sends the form. While it is sent the words change and a second press does nothing. */
export function SubmitButton({ busyWords = 'Sending', ...props }: ButtonProps & { busyWords?: string }) {
  const { kind = 'primary', size = 'full', wide, shortcut } = props;
  return (
    <button
      type="submit"
      class={`${buttonClass(kind, size)}${wide ? ' c-button--wide' : ''}`}
      name={props.name}
      value={props.value}
      formaction={props.formaction}
      data-key={shortcut}
      data-busy-words={busyWords}
    >
      {props.children}
      {shortcut && <KeyCap cap={shortcut === 'ctrl+enter' ? 'Ctrl ↵' : shortcut} quiet />}
    </button>
  );
}

/** A button for script alone; it stays hidden where there is no script. */
export function Button({ kind = 'secondary', size = 'full', ...props }: ButtonProps & { action: string }) {
  return (
    <button
      type="button"
      class={buttonClass(kind, size)}
      data-action={props.action}
      data-key={props.shortcut}
      hidden
    >
      {props.children}
    </button>
  );
}

/** Buttons and ways out in one row, aligned on their text. */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="c-buttons">{children}</div>;
}

/** Values a form carries along unseen. A name may carry several. */
export function HiddenInputs({
  values,
}: {
  values: Readonly<Record<string, string | readonly string[] | undefined>>;
}) {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({ name, value: one })),
  );
  return (
    <>
      {pairs.map((pair) => (
        <input key={`${pair.name}=${pair.value}`} type="hidden" name={pair.name} value={pair.value} />
      ))}
    </>
  );
}
