import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay, wholeNumber } from '../../../platform/forms/number-fields.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { agencies as agenciesOnRecord } from '../../people/agency/index.ts';
import { agenciesIn, type ComplexCase, heldCase } from '../complex-case/index.ts';
import { AGENCY, addAgency, agencyProblems, QUICKER } from '../complex-case-entry/index.ts';
import { MINUTES } from '../thinking-time/index.ts';
import { refusedFor } from '../written-together/index.ts';
import { mayLeave, mayTakeOff } from './rules.ts';
import { agencyLeft, book, leave, review } from './store.ts';

/** A manager takes a child off the register, and says why. */
export const leaveRegister = action({
  permission: 'complex case: decide',
  name: 'complex case: end',
  input: form({
    leftOn: typedDay({ message: 'Enter the day of the decision', what: 'The day', notAfterToday: true }),
    leftWhy: words({ max: 4000, empty: 'Say what changed' }),
  }),
  async perform({ leftOn, leftWhy }, complex: ComplexCase, context) {
    const held = await heldCase(context.db, complex.id);
    if (held === undefined) return refused({ field: '', message: QUICKER });
    const may = mayLeave(held, leftOn);
    if (may.ok) await leave(context, held, leftOn, leftWhy);
    return may;
  },
});

/** Another agency takes part. */
export const letAgencyTakePart = action({
  permission: 'complex case: work on',
  name: 'complex case: add an agency',
  input: form(AGENCY),
  async perform(agency, complex: ComplexCase, context) {
    const wrong = refusedFor(agencyProblems(agency, await agenciesOnRecord(context.db)));
    if (wrong !== undefined) return wrong;
    const held = await heldCase(context.db, complex.id);
    if (held === undefined) return refused({ field: '', message: QUICKER });
    await addAgency(context, held, agency);
    return done(undefined);
  },
});

/** An agency takes part no longer. What it did until then stands. */
export const takeAgencyOff = action({
  permission: 'complex case: work on',
  name: 'complex case: take an agency off',
  input: form({
    partId: idField('Select the agency'),
    agencyLeftOn: typedDay({ message: 'Enter the day', what: 'The day', notAfterToday: true }),
  }),
  async perform({ partId, agencyLeftOn: on }, complex: ComplexCase, context) {
    const held = await heldCase(context.db, complex.id);
    if (held === undefined) return refused({ field: '', message: QUICKER });
    const parts = (await agenciesIn(context.db, [held.id])).get(held.id) ?? [];
    const may = mayTakeOff(held, parts, partId, on);
    if (may.ok) await agencyLeft(context, partId, on);
    return may;
  },
});

/** Somebody books time in which those who know the child think together. */
export const bookThinking = action({
  permission: 'complex case: work on',
  name: 'thinking time: book',
  input: form({
    bookedOn: typedDay({ message: 'Enter the day', what: 'The day' }),
    bookedMinutes: wholeNumber(MINUTES),
    attending: words({ max: 1000, empty: 'Say who thinks together' }),
  }),
  async perform({ attending, ...booked }, complex: ComplexCase, context) {
    const held = await heldCase(context.db, complex.id);
    if (held === undefined) return refused({ field: '', message: QUICKER });
    await book(context, held, { ...booked, who: attending });
    return done(undefined);
  },
});

/** A case on the register is reviewed; the next review is counted from this day. */
export const reviewCase = action({
  permission: 'complex case: work on',
  name: 'complex case: review',
  input: form({
    reviewedOn: typedDay({ message: 'Enter the day of the review', what: 'The day of the review', notAfterToday: true }),
    reviewWords: words({ empty: 'Say what was found, and what follows' }),
  }), // biome-ignore format: a table reads as a table
  async perform({ reviewedOn, reviewWords }, complex: ComplexCase, context) {
    const held = await heldCase(context.db, complex.id);
    if (held === undefined) return refused({ field: '', message: QUICKER });
    if (reviewedOn < held.enteredOn)
      return refused({
        field: 'reviewedOn',
        message: 'It was not on the register yet on this day. Enter the day again',
      });
    await review(context, held, { on: reviewedOn, words: reviewWords });
    return done(undefined);
  },
});
