import type { Id } from '../../../language/id.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import { staffAtWork } from '../staff/index.ts';

/** Tells people that their answer is wanted. The mail names nobody and nothing: only where to look. */
export async function tell(
  { db, today, newId }: Context,
  ids: readonly Id[],
  restrictionId: Id,
): Promise<void> {
  const staff = await staffAtWork(db, today);
  for (const { email } of staff.filter(({ id }) => ids.includes(id))) {
    if (email === undefined) continue;
    await putInOutbox(db, {
      id: newId(),
      kind: 'mail',
      recipient: email,
      subject: 'Somebody asks you to agree to something',
      body: `Sign in and open /restrictions/${restrictionId}. It waits for your yes or no.`,
      language: 'en',
      holdSeconds: 0,
    });
  }
}
