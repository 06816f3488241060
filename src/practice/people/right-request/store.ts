import type { Day } from '../../../language/day.ts';
import { type Id, isId } from '../../../language/id.ts';
import type { Loader, Subject } from '../../../platform/action.ts';
import type { Context } from '../../../platform/web/context.ts';
import {
  holdingsOf,
  type Member,
  memberOnRecord,
  placeInWords,
  type ToHold,
} from '../administration/index.ts';

/** A wish that waits for a second person, or what came of it. */
export type RightRequest = Subject & {
  readonly kind: 'post' | 'second step' | 'second step and password';
  readonly member: Member;
  readonly reason: string;
  readonly askedBy: Id;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly agreed: boolean | undefined;
  readonly whyNot: string | undefined;
  readonly post: (ToHold & { readonly words: string; readonly role: string }) | undefined;
};

/** Finds a request, for whoever may read such a thing. */
export const requestOnRecord: Loader<RightRequest> = {
  kind: 'right request',
  load: async (context, { requestId = '' }) => {
    if (!isId(requestId)) return undefined;
    const row = await requests(context).where('request.id', '=', requestId).executeTakeFirst();
    return row && whole(context, row);
  },
};

/** One line of what waits. */
export type Waiting = {
  readonly id: Id;
  readonly kind: string;
  readonly name: string;
  readonly askedAt: Date;
};

/** What waits for a second person, the longest first: of everybody, or about one. */
export async function waitingRequests(context: Context, staffId?: Id): Promise<readonly Waiting[]> {
  let asked = requests(context).where('answered_at', 'is', null).orderBy('asked_at').orderBy('request.id');
  if (staffId !== undefined) asked = asked.where('request.staff_id', '=', staffId);
  return (await asked.execute()).map((row) => ({
    id: row.id,
    kind: row.kind,
    name: `${row.given_name} ${row.family_name}`,
    askedAt: row.asked_at,
  }));
}

/** Keeps the answer of the second person. False where somebody had answered, or who answers is one of the two. */
export async function keepAnswer(
  { db, by, now }: Context,
  request: RightRequest,
  whyNot: string | undefined,
): Promise<boolean> {
  const answered = await db
    .updateTable('right_request')
    .set({ answered_by: by, answered_at: now, agreed: whyNot === undefined, why_not: whyNot ?? null })
    .where('id', '=', request.id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return answered.numUpdatedRows === 1n;
}

function requests({ db }: Context) {
  return db
    .selectFrom('right_request as request')
    .innerJoin('staff', 'staff.id', 'request.staff_id')
    .selectAll('request')
    .select(['staff.given_name', 'staff.family_name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>;

async function whole(context: Context, row: Row): Promise<RightRequest | undefined> {
  const { db } = context;
  const [member, asker, post] = await Promise.all([
    memberOnRecord.load(context, { staffId: row.staff_id }),
    db
      .selectFrom('staff')
      .where('id', '=', row.asked_by)
      .select(['given_name', 'family_name'])
      .executeTakeFirst(),
    postOf(context, row),
  ]);
  if (member === undefined) return undefined;
  return {
    id: row.id,
    persons: [],
    kind: KINDS.find((kind) => kind === row.kind) ?? 'post',
    member,
    reason: row.reason,
    askedBy: row.asked_by,
    askedByName: asker === undefined ? '' : `${asker.given_name} ${asker.family_name}`,
    askedAt: row.asked_at,
    agreed: row.agreed ?? undefined,
    whyNot: row.why_not ?? undefined,
    post,
  };
}

const KINDS = ['post', 'second step', 'second step and password'] as const;

async function postOf({ db }: Context, row: Row): Promise<RightRequest['post']> {
  if (row.post_id === null || row.from_on === null) return undefined;
  const post = await db
    .selectFrom('post')
    .leftJoin('team', 'team.id', 'post.team_id')
    .leftJoin('agency', 'agency.id', 'post.agency_id')
    .where('post.id', '=', row.post_id)
    .select(['post.id', 'role', 'post.title', 'team.title as team', 'agency.title as agency'])
    .executeTakeFirst();
  if (post === undefined) return undefined;
  const fromOn: Day = row.from_on;
  return {
    postId: post.id,
    role: post.role,
    words: placeInWords({ title: post.title, place: post.team ?? post.agency ?? '' }),
    fromOn,
    untilOn: row.until_on ?? undefined,
    hundredths: row.full_time_share === null ? undefined : Math.round(Number(row.full_time_share) * 100),
    newlyQualified: row.newly_qualified,
  };
}

/** Who stands in which post now, for whoever has to agree that somebody gets another. */
export async function postsNow({ db, today }: Context, staffId: Id): Promise<readonly string[]> {
  const holdings = await holdingsOf(db, [staffId]);
  return holdings
    .filter(({ fromOn, untilOn }) => fromOn <= today && (untilOn === undefined || untilOn >= today))
    .map(placeInWords);
}
