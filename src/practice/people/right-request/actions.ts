import { done, type Outcome, refused, unlessQuicker } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { beginAnew } from '../account-keeping/index.ts';
import { noteDone, someoneElse, tellMember } from '../administration/index.ts';
import { givePost } from '../post-keeping/index.ts';
import { keepAnswer, type RightRequest } from './store.ts';

/** The second person agrees, and it happens; or does not, and says why. */
export const answer = action({
  permission: 'account: agree',
  proof: 'proved again',
  input: form({
    agree: oneOf(['yes', 'no'], 'Select whether you agree'),
    whyNot: optional(words({ max: 2000 })),
  }),
  async perform({ agree, whyNot }, request: RightRequest, context) {
    const may = mayAnswer(request, context);
    if (!may.ok) return may;
    if (agree === 'no' && whyNot === undefined)
      return refused({ field: 'whyNot', message: 'Enter why you do not agree' });
    const said = agree === 'no' ? whyNot : undefined;
    if (!(await keepAnswer(context, request, said)))
      return unlessQuicker(false, undefined, 'Open the page again to see what was answered.');
    const { member } = request;
    if (agree === 'no') {
      await noteDone(context, {
        staffId: member.id,
        act: 'Not agreed to by a second person',
        reason: said ?? '',
      });
      return done(undefined);
    }
    await noteDone(context, {
      staffId: member.id,
      act: 'Agreed to by a second person',
      reason: request.post === undefined ? `Lost: ${request.kind}` : request.post.words,
    });
    return happen(request, context);
  },
});

/** Whoever asked, and whoever it is about, is no second person. */
export function mayAnswer(request: RightRequest, context: Context): Outcome<undefined> {
  const other = someoneElse(request.member, context);
  if (!other.ok) return other;
  if (request.askedBy === context.by)
    return refused({ field: '', message: 'You asked for this. Somebody else agrees to it' });
  return done(undefined);
}

async function happen(request: RightRequest, context: Context): Promise<Outcome<undefined>> {
  const { member, post, kind } = request;
  if (member.leftOn !== undefined)
    return refused({ field: '', message: 'They have left meanwhile. Nothing was changed' });
  if (post === undefined) {
    const begun = await beginAnew(context, member, kind === 'second step and password');
    return begun
      ? done(undefined)
      : refused({ field: '', message: 'They have no account any more. Nothing was changed' });
  }
  if (!(await givePost(context, member.id, post, request.id)))
    return refused({ field: '', message: 'They hold that post then already. Nothing was changed' });
  await tellMember(context, member, `You were given a post: ${post.words}. Two people agreed to it.`);
  return done(undefined);
}
