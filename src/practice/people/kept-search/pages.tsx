import type { ComponentChildren } from 'preact';
import type { Id } from '../../../language/id.ts';
import { HiddenInputs } from '../../../platform/html/buttons.tsx';
import { FindingForm } from '../../../platform/web/action-form.tsx';

/** Looks for somebody else beside a record: by name, date of birth, telephone or number. */
export function FindSomebody({ at, person, searched }: { at: string; person: Id; searched: string }) {
  return (
    <FindBox label="Find them by name, date of birth, telephone or number" typed={searched}>
      <HiddenInputs values={{ at, person }} />
    </FindBox>
  );
}

type BoxProps = { readonly label: string; readonly typed: string; readonly children?: ComponentChildren };

/** The box in which somebody types whom they look for, and what goes with it. */
export function FindBox({ label, typed, children }: BoxProps) {
  return (
    <FindingForm>
      {children}
      <label class="govuk-label" for="search">
        {label}
      </label>
      <div class="c-buttons">
        <input
          class="govuk-input govuk-input--width-30"
          id="search"
          name="q"
          type="search"
          autocomplete="off"
          value={typed}
        />
        <button type="submit" class="govuk-button c-button--compact">
          Find
        </button>
      </div>
    </FindingForm>
  );
}
