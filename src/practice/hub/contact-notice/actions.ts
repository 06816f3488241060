import { done } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import { acknowledge } from './store.ts';

/** Says that a contact was read by somebody it was passed to. */
export const acknowledgeNotice = action({
  permission: 'contact notice: acknowledge',
  input: form({}),
  async perform(_answers, notice: Subject, context) {
    await acknowledge(context, notice.id);
    return done(notice.id);
  },
});
