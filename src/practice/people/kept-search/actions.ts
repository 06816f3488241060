import type { Id } from '../../../language/id.ts';
import { done } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { idField, oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import { keepSearch } from './store.ts';

/** Where something is looked for, besides the list of persons. */
const PLACES = ['contact', 'relationship', 'household', 'same person'] as const;

/** The pages of a record on which somebody else is looked for. */
const OF_RECORD: Readonly<Record<string, string>> = {
  relationship: 'relationships/new',
  household: 'household-memberships/new',
  'same person': 'duplicates/new',
};

/** Where the browser goes to see what was found. */
export type Sought = {
  readonly at: (typeof PLACES)[number] | undefined;
  readonly person: Id | undefined;
  readonly search: string | undefined;
};

/** Takes what is looked for out of the form and gives it a number, by which the page of what was found asks for it. */
export const search = action({
  permission: 'person: search',
  input: form({
    q: optional(line({ max: 2000 })),
    at: optional(oneOf(PLACES, 'Select where you look')),
    person: optional(idField('Select whose record it is')),
  }),
  async perform({ q, at, person }, _nothing: Subject, context) {
    const typed = q?.trim() ?? '';
    const sought: Sought = {
      at,
      person,
      search: typed === '' ? undefined : await keepSearch(context, typed),
    };
    return done(sought);
  },
});

/** The address of what was found. */
export function addressOf({ at, person, search: id }: Sought): string {
  const asked = id === undefined ? '' : `?search=${id}`;
  if (at === 'contact') return `/contacts/new${asked}`;
  const page = at && OF_RECORD[at];
  return page !== undefined && person !== undefined ? `/people/${person}/${page}${asked}` : `/people${asked}`;
}
