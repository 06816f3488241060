import { done, refused, unlessQuicker } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { ticked } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import {
  accountOf,
  type Member,
  managersOf,
  noteDone,
  reason,
  someoneElse,
  staysAdministered,
  tellMember,
  tellStaff,
} from '../administration/index.ts';
import { childrenLeftWith, comeBack, leave } from './store.ts';

const KEEPS = { permission: 'account: manage', proof: 'proved again' } as const;

/** Puts somebody out who leaves, at this instant, and tells the managers where children wait to be handed over. */
export const putOut = action({
  ...KEEPS,
  name: 'account: leave',
  input: form({ isSure: ticked('Tick that they are out from now'), reason }),
  async perform({ reason: why }, member: Member, context) {
    const other = someoneElse(member, context);
    if (!other.ok) return other;
    const stays = await staysAdministered(context, { staffId: member.id });
    if (!stays.ok) return stays;
    const [account, managers, left] = await Promise.all([
      accountOf(context, member.id),
      managersOf(context, member.id),
      childrenLeftWith(context.db, member.id),
    ]);
    await tellMember(
      context,
      member,
      'Your account was ended. What you recorded stays; your drafts are kept for a while.',
    );
    if (!(await leave(context, member, account)))
      return unlessQuicker(false, undefined, 'They have left already.');
    await noteDone(context, { staffId: member.id, act: 'Left', reason: why });
    if (left.length > 0)
      await tellStaff(context, managers, {
        subject: 'Children wait to be handed over',
        words: `Somebody left who works with children of your team. Sign in and open /caseloads/${member.id} to hand each of them over.`,
      });
    return done(undefined);
  },
});

/** Lets somebody back in who had left. They have the password and the second step they had, and no post. */
export const letBack = action({
  ...KEEPS,
  name: 'account: come back',
  input: form({ reason }),
  async perform({ reason: why }, member: Member, context) {
    const other = someoneElse(member, context);
    if (!other.ok) return other;
    if (!(await comeBack(context, member)))
      return refused({ field: '', message: 'They are here. Nothing was changed.' });
    await noteDone(context, { staffId: member.id, act: 'Came back', reason: why });
    await tellMember(context, member, 'Your account was opened again. You sign in as you did before.');
    return done(undefined);
  },
});
