import { done } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { form } from '../../../platform/forms/form.ts';
import { type Alert, alreadyAcknowledged, mayAcknowledge } from './rules.ts';
import { acknowledge } from './store.ts';

/** Somebody on duty says that they have it. */
export const acknowledgeAlert = action({
  permission: 'red contact: acknowledge',
  input: form({}),
  async perform(_answers, alert: Alert, context) {
    const outcome = mayAcknowledge(alert);
    if (!outcome.ok) return outcome;
    return (await acknowledge(context, alert.id))
      ? done({ contactId: alert.contactId })
      : alreadyAcknowledged(undefined);
  },
});
