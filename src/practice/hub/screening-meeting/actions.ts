import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { idField, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { type AnswersOf, form, repeated } from '../../../platform/forms/form.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { agencies } from '../../people/agency/index.ts';
import { readyContacts, whoMaySit } from './reading.ts';
import { mayBegin, type NewMeeting } from './rules.ts';
import { beginMeeting } from './store.ts';

const NOT_LISTED = 'Open the page again: something was not on the list';

const beginning = form({
  staff: repeated({ id: idField(NOT_LISTED), sits: ticked() }, { min: 0, max: 100 }),
  agencies: repeated(
    { id: idField(NOT_LISTED), sits: ticked(), named: optional(line()) },
    { min: 0, max: 100 },
  ),
  contacts: repeated({ id: idField(NOT_LISTED), taken: ticked() }, { min: 0, max: 300 }),
});

/** Begins a meeting: who sits, and which contacts are taken in which order. */
export const begin = action({
  permission: 'screening meeting: hold',
  input: beginning,
  async perform(answers, _nothing: Subject, context) {
    const meeting = await meetingIn(answers, context);
    if (!meeting.ok) return meeting;
    const ready = new Set((await readyContacts(context)).map(({ id }) => id));
    const may = mayBegin(meeting.value, ready);
    if (!may.ok) return may;
    const id = await beginMeeting(context, may.value);
    return id === undefined
      ? refused({ field: '', message: 'A meeting is running already. Join it instead.' })
      : done(id);
  },
});

/** Only people and agencies that were offered can sit, and each once. */
async function meetingIn(
  answers: AnswersOf<typeof beginning>,
  context: Context,
): Promise<Outcome<NewMeeting>> {
  const staff = new Set((await whoMaySit(context)).map(({ id }) => id));
  const there = new Map((await agencies(context.db)).map(({ id, title }) => [id, title]));
  const sitting = answers.staff.filter((one) => one.sits);
  const invited = answers.agencies.filter((one) => one.sits);
  const contacts = answers.contacts.filter((one) => one.taken).map(({ id }) => id);
  const isListed = sitting.every(({ id }) => staff.has(id)) && invited.every(({ id }) => there.has(id));
  if (!isListed || new Set(contacts).size !== contacts.length)
    return refused({ field: '', message: NOT_LISTED });
  return done({
    seats: [
      ...sitting.map(({ id }) => ({ staffId: id })),
      // An agency whose guest gave no name still sat: its seat bears the name of the agency itself.
      ...invited.map(({ id, named }) => ({ agencyId: id, named: named ?? there.get(id) })),
    ],
    contacts,
  });
}
