import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { factorsOf } from '../../../platform/identity/factors.ts';
import { endSessions } from '../../../platform/identity/sessions.ts';
import {
  accountOf,
  askSecond,
  type Member,
  noteDone,
  reason,
  someoneElse,
  tellMember,
} from '../administration/index.ts';
import { aLinkIsEnough, sendInvitation } from './store.ts';

const KEEPS = { permission: 'account: manage', proof: 'proved again' } as const;
const NO_ACCOUNT = 'They have no account that is open here. Nothing was sent';
const TWO =
  'They have a password and no second step, so a link alone would let in whoever reads their mail. Ask a second person instead, under “Lost”';

/** Sends somebody the link with which they set a password of their own. It touches no second factor. */
export const invite = action({
  ...KEEPS,
  name: 'account: invite',
  input: form({ reason }),
  async perform({ reason: why }, member: Member, context) {
    const other = someoneElse(member, context);
    if (!other.ok) return other;
    const account = await accountOf(context, member.id);
    if (
      account === undefined ||
      account.endedAt !== undefined ||
      account.disabled ||
      member.leftOn !== undefined
    )
      return refused({ field: '', message: NO_ACCOUNT });
    if (!aLinkIsEnough(account, await factorsOf(context.db, account.accountId)))
      return refused({ field: '', message: TWO });
    await sendInvitation(context, account);
    const act = account.hasPassword ? 'Link for a new password sent' : 'Invitation sent';
    await noteDone(context, { staffId: member.id, act, reason: why });
    return done(undefined);
  },
});

/** Ends every session of somebody: whatever they ask next is refused until they sign in again. */
export const signOut = action({
  ...KEEPS,
  name: 'account: end sessions',
  input: form({ reason }),
  async perform({ reason: why }, member: Member, context) {
    const other = someoneElse(member, context);
    if (!other.ok) return other;
    const account = await accountOf(context, member.id);
    if (account === undefined) return refused({ field: '', message: NO_ACCOUNT });
    await endSessions(context.db, context.authority.schema, account.accountId, 'all');
    await noteDone(context, { staffId: member.id, act: 'Signed out everywhere', reason: why });
    await tellMember(context, member, 'You were signed out everywhere. You can sign in again as always.');
    return done(undefined);
  },
});

/** Asks a second person to agree that somebody begins their second step anew. */
export const askAnew = action({
  ...KEEPS,
  name: 'account: ask for a second step anew',
  input: form({
    lost: oneOf(['second step', 'second step and password'], 'Select what was lost'),
    reason,
  }),
  async perform({ lost, reason: why }, member: Member, context) {
    const other = someoneElse(member, context);
    if (!other.ok) return other;
    if ((await accountOf(context, member.id)) === undefined)
      return refused({ field: '', message: NO_ACCOUNT });
    if (!(await askSecond(context, { kind: lost, staffId: member.id, reason: why })))
      return refused({ field: '', message: 'That was asked for already, and waits for a second person' });
    await noteDone(context, {
      staffId: member.id,
      act: `Asked for a second person: lost ${lost}`,
      reason: why,
    });
    await tellMember(
      context,
      member,
      'Somebody asked that your second step be taken away because it was lost. It waits for a second person.',
    );
    return done(undefined);
  },
});
