import type { FastifyRequest } from 'fastify';
import { dayInFull, timeInWords } from '../../language/dates-in-words.ts';
import { dayOf } from '../../language/day.ts';
import type { Id } from '../../language/id.ts';
import { recordAct } from '../audit/audit.ts';
import { putInOutbox } from '../mail/outbox.ts';
import type { Surroundings } from '../web/context.ts';
import { type House, newId, withSurroundings } from '../web/house.ts';

/** Whose sign-in something is done to. */
export type Owner = {
  readonly accountId: Id;
  readonly authority: string;
  readonly staffId: Id;
  readonly name: string;
};

/**
 * Does something to somebody's own sign-in in one transaction of their authority. `work` answers what was done, which is written to the
 * audit, or nothing, where nothing was.
 */
export function onOwnSignIn<Result>(
  house: House,
  request: FastifyRequest,
  owner: Owner,
  work: (surroundings: Surroundings) => Promise<{ act?: string; result: Result }>,
): Promise<Result> {
  const authority = house.authorities.find((one) => one.schema === owner.authority);
  if (authority === undefined) throw new Error('an account of an authority that is not served');
  const asked = { request: request.id, query: {}, actor: owner.staffId };
  return withSurroundings(house, authority, asked, async (surroundings) => {
    const { act, result } = await work(surroundings);
    if (act !== undefined)
      await recordAct(surroundings.db, {
        id: newId(),
        actor: owner.staffId,
        request: request.id,
        act: `sign-in: ${act}`,
        subjectKind: 'account',
        subjectId: owner.accountId,
        allowed: true,
        decidedBy: 'the owner of the account',
      });
    return result;
  });
}

/** Tells the owner of an account, by mail, what happened to how they sign in (ASVS 6.3.5, 6.3.7). Nobody else is told, and no secret. */
export function tellOwner(
  { db, now, profile, newId: fresh }: Surroundings,
  { name }: Pick<Owner, 'name'>,
  happened: string,
): Promise<void> {
  const { zone } = profile.calendar;
  return putInOutbox(db, {
    id: fresh(),
    kind: 'mail',
    recipient: name,
    subject: 'How you sign in to Continuum',
    body: [
      `On ${dayInFull(dayOf(now, zone))} at ${timeInWords(now, zone)}:`,
      happened,
      'If this was you, there is nothing to do. If it was not, tell whoever looks after accounts at once. They can end every session of yours.',
    ].join('\n\n'),
    language: 'en',
    holdSeconds: 0,
  });
}
