import { dayInFull, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import { accountOf, type Member } from './store.ts';

/** Tells somebody by mail what was done to their account or rights. Nobody can do it to them unheard. */
export async function tellMember(context: Context, member: Member, happened: string): Promise<void> {
  const to = (await accountOf(context, member.id))?.name ?? member.email;
  if (to === undefined) return;
  const { now, profile } = context;
  const { zone } = profile.calendar;
  await mail(context, to, 'Your account with Continuum', [
    `On ${dayInFull(dayOf(now, zone))} at ${timeInWords(now, zone)}:`,
    happened,
    'Whoever looks after accounts did this. If it is not right, tell them, or your manager, at once.',
  ]);
}

/** Tells members of staff that something waits for them. The mail names nobody: only where to look. */
export async function tellStaff(
  context: Context,
  ids: readonly Id[],
  { subject, words }: { readonly subject: string; readonly words: string },
): Promise<void> {
  const { db, today } = context;
  const rows = await db
    .selectFrom('staff')
    .where('id', '=', anyOf(ids))
    .where('email', 'is not', null)
    .where((where) => where.or([where('left_on', 'is', null), where('left_on', '>', today)]))
    .select('email')
    .execute();
  for (const { email } of rows) await mail(context, email ?? '', subject, [words]);
}

/** Who manages somebody's posts today; where nobody does, the managers in their team, and else the heads of service. */
export async function managersOf({ db, today, profile }: Context, staffId: Id): Promise<readonly Id[]> {
  const standing = db
    .selectFrom('post_holding as held')
    .innerJoin('post', 'post.id', 'held.post_id')
    .where('held.from_on', '<=', today)
    .where((where) => where.or([where('held.until_on', 'is', null), where('held.until_on', '>=', today)]))
    .where('held.staff_id', '<>', staffId)
    .select(['held.staff_id', 'post.id', 'post.role', 'post.team_id']);
  const [own, others] = await Promise.all([
    db
      .selectFrom('post_holding as held')
      .innerJoin('post', 'post.id', 'held.post_id')
      .where('held.staff_id', '=', staffId)
      .select(['post.managed_by', 'post.team_id'])
      .execute(),
    standing.execute(),
  ]);
  const managing = others.filter(({ id }) => own.some(({ managed_by }) => managed_by === id));
  const inTeam = others.filter(
    ({ role, team_id }) =>
      team_id !== null &&
      own.some((post) => post.team_id === team_id) &&
      Object.entries(profile.roles).some(([name, { decidesAsManager }]) => name === role && decidesAsManager),
  );
  const heads = others.filter(({ role }) => role === 'head of service');
  const told = [managing, inTeam, heads].find((some) => some.length > 0) ?? [];
  return [...new Set(told.map(({ staff_id }) => staff_id))];
}

function mail(context: Context, recipient: string, subject: string, body: readonly string[]): Promise<void> {
  return putInOutbox(context.db, {
    id: context.newId(),
    kind: 'mail',
    recipient,
    subject,
    body: body.join('\n\n'),
    language: 'en',
    holdSeconds: 0,
  });
}
