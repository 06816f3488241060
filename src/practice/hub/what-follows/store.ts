import type { Id } from '../../../language/id.ts';
import { recordAct } from '../../../platform/audit/audit.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isCode } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_OUTCOMES } from '../../../profile/code-sets/contact-outcomes.ts';
import { episodesOf, moveEpisodes } from '../../early-help/episode/index.ts';
import { workersNamed } from '../../people/allocation/index.ts';
import { type PersonBrief, personBriefs } from '../../people/person/index.ts';
import { moveReferrals, referralsOf } from '../../social-work/referral/index.ts';
import { passOn, withdrawNotices } from '../contact-notice/index.ts';
import { follows } from '../decision/index.ts';
import type { Followed, Workers } from './rules.ts';

/** What followed for one child of a contact; locked where `lock` is set, so that nobody takes a step while it goes along. */
export async function followedOf(
  db: Db,
  childId: Id,
  lock: 'lock' | undefined = undefined,
): Promise<Followed> {
  const decisions = await db
    .selectFrom('decision')
    .select(['id', 'outcome', 'withdrawn_at'])
    .where('contact_child_id', '=', childId)
    .execute();
  const decisionIds = decisions.map((one) => one.id);
  const referrals = await referralsOf(db, decisionIds, lock);
  const episodes = await episodesOf(db, decisionIds, lock);
  const passes = (outcome: string) => isCode(CONTACT_OUTCOMES, outcome) && follows(outcome).passes;
  return {
    decisionIds,
    referrals: referrals.filter((one) => one.withdrawnAt === undefined),
    episodes: episodes.filter((one) => one.withdrawnAt === undefined),
    passedBy: decisions
      .filter((one) => one.withdrawn_at === null && passes(one.outcome))
      .map((one) => one.id),
  };
}

/** Who works with a person now, by name; nobody with whoever is not on record. */
export async function workerOf(db: Db, personId: Id | undefined): Promise<string | undefined> {
  return personId && (await workersNamed(db, [personId])).get(personId);
}

/** Who works with the person the child was taken for and with the one they are; `isNow` is undefined where they come on record now. */
export async function workersOf(db: Db, was: Id, isNow: Id | undefined): Promise<Workers> {
  const both = isNow === undefined ? [was] : [was, isNow];
  const [briefs, workers] = await Promise.all([personBriefs(db, both), workersNamed(db, both)]);
  const named = (brief: PersonBrief | undefined) =>
    brief === undefined ? 'a child' : `${brief.name}, ${brief.number}`;
  return {
    was: { name: named(briefs.get(was)), worker: workers.get(was) },
    isNow: {
      name: isNow === undefined ? 'whoever comes on record' : named(briefs.get(isNow)),
      worker: isNow && workers.get(isNow),
    },
  };
}

/**
 * Moves what followed to the person who the child is, in the transaction that says so. What stood before is history, recorded with who
 * changed it; the audit names both persons.
 */
export async function moveWhatFollowed(
  context: Context,
  followed: Followed,
  moved: { readonly contactId: Id; readonly contactChildId: Id; readonly was: Id; readonly isNow: Id },
): Promise<void> {
  const { contactId, contactChildId, was, isNow: personId } = moved;
  await moveReferrals(context, followed.decisionIds, personId);
  await moveEpisodes(context, followed.decisionIds, personId);
  await withdrawNotices(context, followed.passedBy);
  for (const decisionId of followed.passedBy)
    await passOn(context, { contactId, contactChildId, decisionId, personId });
  await recordAct(context.db, {
    id: context.newId(),
    actor: context.by,
    request: context.request,
    act: 'contact: correct',
    subjectKind: 'child of a contact',
    subjectId: contactChildId,
    persons: [was, personId],
    allowed: true,
    decidedBy: 'role has "contact: correct"',
  });
}
