import { type Factors, factorsOf, hasFactor } from '../../../platform/identity/factors.ts';
import {
  type InvitationPurpose,
  makeInvitation,
  openInvitation,
} from '../../../platform/identity/invitations.ts';
import { type LiveSession, liveSessions } from '../../../platform/identity/sessions.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import { timescaleOn } from '../../../profile/timescales.ts';
import type { Account, Member } from '../administration/index.ts';

/** Somebody's account as an administrator sees it: by what they sign in and where they are signed in, and no secret. */
export type AccountShown = {
  readonly member: Member;
  readonly account: Account | undefined;
  readonly factors: Factors;
  readonly sessions: readonly LiveSession[];
  readonly invitation: { readonly purpose: string; readonly endsAt: Date } | undefined;
  readonly now: Date;
};

const NONE: Factors = { codesSince: undefined, passkeys: [], recoveryCodesLeft: 0 };

/** Reads what an administrator sees of an account. */
export async function accountShown(
  context: Context,
  member: Member,
  account: Account | undefined,
): Promise<AccountShown> {
  const { db, authority, now } = context;
  if (account === undefined)
    return { member, account, factors: NONE, sessions: [], invitation: undefined, now };
  const [factors, sessions, invitation] = await Promise.all([
    factorsOf(db, account.accountId),
    liveSessions(db, authority.schema, account.accountId),
    openInvitation(db, account.accountId),
  ]);
  return { member, account, factors, sessions, invitation, now };
}

/**
 * Says whether a link alone may set a password: for an account that never had one, or whose second factor is asked all the same. Else the
 * link would be enough to get in.
 */
export function aLinkIsEnough(account: Account, factors: Factors): boolean {
  return !account.hasPassword || hasFactor(factors);
}

/** Sends somebody the link with which they set a password. It stands in the mail alone. */
export async function sendInvitation(context: Context, account: Account): Promise<void> {
  const { db, newId, by, authority, profile, today, publicOrigin } = context;
  const works = timescaleOn(profile.timescales, 'invitation works', today)?.within;
  const days = works?.unit === 'days' ? works.amount : 1;
  const purpose: InvitationPurpose = account.hasPassword ? 'new password' : 'first sign-in';
  const token = await makeInvitation(db, {
    id: newId(),
    accountId: account.accountId,
    authority: authority.schema,
    purpose,
    madeBy: by,
    days,
    random: (count) => context.randomBytes(count),
  });
  const where =
    publicOrigin === undefined ? 'the address where you use Continuum, followed by ' : publicOrigin;
  await putInOutbox(db, {
    id: newId(),
    kind: 'mail',
    recipient: account.name,
    subject: purpose === 'first sign-in' ? 'Your account with Continuum' : 'A new password for Continuum',
    body: [
      `Open ${where}/invitations/${token}`,
      `There you choose a password that only you know. The link works once, and for ${days} days.`,
      'Your second step is asked as always; if you have none yet, you set one up. If you expected no such mail, tell whoever looks after accounts.',
    ].join('\n\n'),
    language: 'en',
    holdSeconds: 0,
  });
}
