import { reactions } from '../app.ts';
import { sealAudit } from '../platform/audit/seal.ts';
import { keepDoing } from '../platform/jobs/steady.ts';
import type { Mailer } from '../platform/mail/mailer.ts';
import { sendNext } from '../platform/mail/outbox.ts';
import { type House, nowOf } from '../platform/web/house.ts';

const SEAL_EVERY = 500;
const SEND_EVERY = 1000;

/** What the house does by itself for each authority: seals the audit, and sends what is in the outbox. */
export function houseWork(house: House, mailer: Mailer): { stop(): Promise<void> } {
  const tasks = house.authorities.flatMap((authority) => [
    {
      name: `seal the audit of ${authority.schema}`,
      everyMilliseconds: SEAL_EVERY,
      work: async () => {
        await house.database.transaction(
          { authority: authority.schema, now: nowOf(authority), duty: 'sealer' },
          sealAudit,
        );
      },
    },
    {
      name: `send the outbox of ${authority.schema}`,
      everyMilliseconds: SEND_EVERY,
      work: async () => {
        const now = nowOf(authority);
        const sendOne = () =>
          house.database.transaction(
            { authority: authority.schema, now, duty: 'sender', provenance: 'system' },
            (db) => sendNext(db, mailer, now, reactions.answerSent),
          );
        while (await sendOne());
      },
    },
  ]);
  return keepDoing(tasks, (task, fault) =>
    house.log({ event: 'task failed', task, fault: fault instanceof Error ? fault.name : 'unknown' }),
  );
}
