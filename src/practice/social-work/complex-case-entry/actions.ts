import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form, repeated } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { line, words } from '../../../platform/forms/text-fields.ts';
import { agencies as agenciesOnRecord } from '../../people/agency/index.ts';
import type { Person } from '../../people/person/index.ts';
import { workersIn } from '../caseload/index.ts';
import { complexCasesOf } from '../complex-case/index.ts';
import { refusedFor } from '../written-together/index.ts';
import { agenciesFrom, mayEnter, QUICKER } from './rules.ts';
import { addAgency, enter } from './store.ts';

/** How many agencies the first page has room for; more are added afterwards. */
export const MOST_AGENCIES = 4;

/** What is asked of an agency that takes part. */
export const AGENCY = {
  agencyId: optional(idField('Select an agency')),
  named: optional(line()),
  who: optional(line()),
};

/** A manager puts a child on the register, and says why, who leads and which agencies take part. */
export const enterRegister = action({
  permission: 'complex case: decide',
  name: 'complex case: begin',
  input: form({
    enteredOn: typedDay({ message: 'Enter the day of the decision', what: 'The day', notAfterToday: true }),
    why: words({ max: 4000, empty: 'Say what makes it complex, and what more it needs' }),
    leadId: idField('Select who leads'),
    agencies: repeated(AGENCY, { min: 0, max: MOST_AGENCIES }),
  }),
  async perform({ agencies: rows, ...entry }, child: Person, context) {
    const { db, today } = context;
    const [cases, workers, known] = await Promise.all([
      complexCasesOf(db, child.id),
      workersIn(db, today),
      agenciesOnRecord(db),
    ]);
    const may = mayEnter(cases, entry.enteredOn);
    if (!may.ok) return may;
    const { agencies, problems } = agenciesFrom(rows, known);
    const noLead = { field: 'leadId', message: 'Select who leads from the list' };
    const wrong = refusedFor([
      ...(workers.some(({ id }) => id === entry.leadId) ? [] : [noLead]),
      ...problems,
    ]);
    if (wrong !== undefined) return wrong;
    const id = await enter(context, child.id, entry);
    if (id === undefined) return refused({ field: '', message: QUICKER });
    for (const agency of agencies) await addAgency(context, { id, personId: child.id }, agency);
    return done(id);
  },
});
