import type { Id } from '../../../language/id.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Surroundings } from '../../../platform/web/context.ts';
import { onDutyAt } from '../../people/duty/index.ts';

/** Why somebody must look now. */
export type AlertCause = 'red' | 'at night' | 'immediate danger';

/**
 * Raises an alert on a contact and tells whoever is on duty. Where nobody is on duty the alert stands without a name, and the board
 * says that it has reached nobody: it is never dropped. The mail names the contact by its reference alone.
 */
export async function raiseAlert(
  surroundings: Surroundings,
  contact: { id: Id; reference: string },
  cause: AlertCause,
): Promise<void> {
  const { db, now, newId } = surroundings;
  const [first] = await onDutyAt(db, now);
  await db
    .insertInto('contact_alert')
    .values({ id: newId(), contact_id: contact.id, cause, raised_at: now, to_staff: first?.staffId ?? null })
    .execute();
  if (first?.email === undefined) return;
  await putInOutbox(db, {
    id: newId(),
    kind: 'mail',
    recipient: first.email,
    subject: `${contact.reference}: somebody must look now`,
    body: `${contact.reference} needs a person on duty now. Sign in, open the board and acknowledge it there.`,
    language: 'en',
    contactId: contact.id,
    holdSeconds: 0,
  });
}
