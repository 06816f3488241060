import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { typedDay } from '../../../platform/forms/number-fields.ts';
import { PARENTAL_RESPONSIBILITY, RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import { CHOOSABLE_PROVENANCES, joinHousehold, type Person, personById, relate } from '../person/index.ts';
import { householdWith } from './store.ts';

/** Says who somebody else on record is to this person. */
export const addRelationship = action({
  name: 'person: add a relationship',
  permission: 'person: correct',
  input: form({
    otherId: idField('Find and choose the other person'),
    relationship: oneOf(RELATIONSHIPS, 'Select what they are to this person'),
    parentalResponsibility: optional(oneOf(PARENTAL_RESPONSIBILITY, 'Select from the list')),
    sameHousehold: ticked(),
    fromOn: optional(typedDay({ message: 'Enter a day', what: 'The first day', notAfterToday: true })),
    provenance: oneOf(CHOOSABLE_PROVENANCES, 'Select who or what said so'),
  }),
  async perform(answers, person: Person, context) {
    const { otherId, relationship: kind, sameHousehold, ...rest } = answers;
    if (otherId === person.id)
      return refused({ field: 'otherId', message: 'Choose somebody else: this is the same person' });
    // Through the viewer's sight: somebody hidden and somebody who does not exist are refused alike.
    if ((await personById(context.db, otherId)) === undefined)
      return refused({ field: 'otherId', message: 'Find and choose the other person' });
    await relate(context, { personId: person.id, otherId, kind, ...rest });
    if (sameHousehold) {
      const { household, missing } = await householdWith(context.db, person.id, otherId);
      await joinHousehold(context, missing, household);
    }
    return done(undefined);
  },
});
