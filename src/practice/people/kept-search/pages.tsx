import type { Id } from '../../../language/id.ts';
import { HiddenInputs } from '../../../platform/html/buttons.tsx';
import { FindingForm } from '../../../platform/web/action-form.tsx';

/** Looks for somebody else beside a record: by name, date of birth, telephone or number. */
export function FindSomebody({ at, person, searched }: { at: string; person: Id; searched: string }) {
  return (
    <FindingForm>
      <HiddenInputs values={{ at, person }} />
      <label class="govuk-label" for="search">
        Find them by name, date of birth, telephone or number
      </label>
      <div class="c-buttons">
        <input
          class="govuk-input govuk-input--width-30"
          id="search"
          name="q"
          type="search"
          autocomplete="off"
          value={searched}
        />
        <button type="submit" class="govuk-button c-button--compact">
          Find
        </button>
      </div>
    </FindingForm>
  );
}
