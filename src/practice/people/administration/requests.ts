import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isRole } from '../../../profile/roles.ts';
import { tellStaff } from './telling.ts';

/** A post as it is to be held. */
export type ToHold = {
  readonly postId: Id;
  readonly fromOn: Day;
  readonly untilOn: Day | undefined;
  readonly hundredths: number | undefined;
  readonly newlyQualified: boolean;
};

/** What somebody else has to agree to. */
export type Wish = { readonly staffId: Id; readonly reason: string } & (
  | { readonly kind: 'post'; readonly post: ToHold }
  | { readonly kind: 'second step' | 'second step and password' }
);

/** Asks a second person, and tells whoever may be one. False where the same was asked already and waits. */
export async function askSecond(context: Context, wish: Wish): Promise<boolean> {
  const { db, newId, by, now } = context;
  const id = newId();
  const post = wish.kind === 'post' ? wish.post : undefined;
  const asked = await db
    .insertInto('right_request')
    .values({
      id,
      kind: wish.kind,
      staff_id: wish.staffId,
      post_id: post?.postId ?? null,
      from_on: post?.fromOn ?? null,
      until_on: post?.untilOn ?? null,
      full_time_share: post?.hundredths === undefined ? null : String(post.hundredths / 100),
      newly_qualified: post?.newlyQualified ?? false,
      reason: wish.reason,
      asked_by: by,
      asked_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (asked.numInsertedOrUpdatedRows !== 1n) return false;
  const others = (await whoAgrees(context)).filter((one) => one !== by && one !== wish.staffId);
  await tellStaff(context, others, {
    subject: 'Somebody asks you to agree to something',
    words: `Sign in and open /right-requests/${id}. It waits for your yes or no.`,
  });
  return true;
}

/** Whoever may be a second person today. */
async function whoAgrees({ db, today, profile }: Context): Promise<readonly Id[]> {
  const rows = await db
    .selectFrom('post_holding as held')
    .innerJoin('post', 'post.id', 'held.post_id')
    .where('held.from_on', '<=', today)
    .where((where) => where.or([where('held.until_on', 'is', null), where('held.until_on', '>=', today)]))
    .select(['held.staff_id', 'post.role'])
    .execute();
  const agrees = rows.filter(
    ({ role }) => isRole(role) && profile.permissions['account: agree'].includes(role),
  );
  return [...new Set(agrees.map(({ staff_id }) => staff_id))];
}
