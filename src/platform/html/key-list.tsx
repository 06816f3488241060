import { HiddenInputs } from './buttons.tsx';
import { KeyCap } from './key-cap.tsx';

/** One shortcut: the caps that do the same, and what they do. */
export type KeyLine = { readonly caps: readonly string[]; readonly words: string };

/** Shortcuts of a page, and whether this person has them on. They can always be switched off (WCAG 2.1.4). */
export type KeysSetting = {
  readonly on: boolean;
  readonly lines: readonly KeyLine[];
  /** Where switching them on or off is sent. */
  readonly settingHref: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
};

/** The few keys of a list, under it. */
export function KeyList({ lines }: { lines: readonly KeyLine[] }) {
  return (
    <ul class="c-keys">
      {lines.map((line) => (
        <li key={line.words} class="c-keys__line">
          {line.caps.map((cap) => (
            <KeyCap key={cap} cap={cap} />
          ))}
          {line.words}
        </li>
      ))}
    </ul>
  );
}

/** Every key of the page, opened with `?`; without script it stays closed and the keys do nothing. */
export function KeysDialog({ on, lines, settingHref, hidden }: KeysSetting) {
  return (
    <dialog class="c-dialog" id="keys" aria-labelledby="keys-title">
      <h2 class="c-dialog__title" id="keys-title">
        Keys on this page
      </h2>
      <dl class="c-keys__table">
        {lines.map((line) => (
          <div key={line.words}>
            <dt>
              {line.caps.map((cap) => (
                <KeyCap key={cap} cap={cap} />
              ))}
            </dt>
            <dd>{line.words}</dd>
          </div>
        ))}
      </dl>
      <div class="c-buttons">
        <form method="post" action={settingHref}>
          <HiddenInputs values={{ ...hidden, keys: on ? 'off' : 'on' }} />
          <button type="submit" class="govuk-button govuk-button--secondary c-button--compact">
            {on ? 'Turn single keys off' : 'Turn single keys on'}
          </button>
        </form>
        <form method="dialog">
          <button type="submit" class="govuk-button c-button--compact">
            Close
          </button>
        </form>
      </div>
    </dialog>
  );
}
