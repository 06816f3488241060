import { done } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import { saveKeys, saveStreet, saveTheme, THEMES } from './store.ts';

/** Changes how the pages look for oneself. */
export const changeTheme = action({
  name: 'own account: change the theme',
  permission: 'own account: change',
  input: form({ theme: oneOf(THEMES, 'Select how the pages look') }),
  async perform({ theme }, _self: Subject, context) {
    await saveTheme(context, theme);
    return done(undefined);
  },
});

/** Switches single keys on or off for oneself; they can always be switched off (WCAG 2.1.4). */
export const changeKeys = action({
  name: 'own account: change the keys',
  permission: 'own account: change',
  input: form({ keys: oneOf(['on', 'off'], 'Select whether single keys act') }),
  async perform({ keys }, _self: Subject, context) {
    await saveKeys(context, keys === 'off');
    return done(undefined);
  },
});

/** Says in which street one lives, so that a look at a neighbour's record is noticed; an empty answer takes it back. */
export const sayStreet = action({
  name: 'own account: say the street',
  permission: 'own account: change',
  input: form({ street: optional(line({ max: 200 })) }),
  async perform({ street }, _self: Subject, context) {
    await saveStreet(context, street);
    return done(undefined);
  },
});
