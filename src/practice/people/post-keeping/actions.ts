import { addDays } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused, unlessQuicker } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf, ticked } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { type AnswersOf, form } from '../../../platform/forms/form.ts';
import { typedDay, wholeNumber } from '../../../platform/forms/number-fields.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isRole, type Role } from '../../../profile/roles.ts';
import {
  askSecond,
  endedAtOnce,
  type Member,
  needsTwo,
  noteDone,
  placeInWords,
  reason,
  rolesFor,
  someoneElse,
  staysAdministered,
  tellMember,
} from '../administration/index.ts';
import { endsWhen, mayChangeFrom, mayHold } from './rules.ts';
import { endHolding, givePost, type HoldingOf, makePost, type Post, postsThere, teamsOpen } from './store.ts';

const KEEPS = { permission: 'account: manage', proof: 'proved again' } as const;
const MEANWHILE = 'Open their page again to see how things stand.';
const hundredths = optional(
  wholeNumber({ message: 'Enter how much of full time', what: 'How much of full time', min: 1, max: 100 }),
);

const POST = form({
  postId: optional(idField('Select from the list')),
  role: optional(line({ max: 100 })),
  title: optional(line({ max: 200 })),
  teamId: optional(idField('Select from the list')),
  managedBy: optional(idField('Select from the list')),
  fromOn: typedDay({ message: 'Enter the first day', what: 'The first day' }),
  untilOn: optional(typedDay({ message: 'Enter the last day', what: 'The last day' })),
  hundredths,
  newlyQualified: ticked(),
  reason,
});

/** Gives somebody a post, or asks a second person where it gives wide sight. */
export const give = action({
  ...KEEPS,
  name: 'account: give a post',
  input: POST,
  async perform(answers, member: Member, context) {
    const may = someoneElse(member, context);
    if (!may.ok) return may;
    const dates = mayHold(answers, member);
    if (!dates.ok) return dates;
    const post = await postFor(answers, member, context);
    if (!post.ok) return post;
    const { fromOn, untilOn = undefined, newlyQualified } = answers;
    const held = { postId: post.value.id, fromOn, untilOn, newlyQualified, hundredths: answers.hundredths };
    const words = placeInWords(post.value);
    if (needsTwo(context.profile, post.value.role)) {
      const asked = await askSecond(context, {
        kind: 'post',
        staffId: member.id,
        post: held,
        reason: answers.reason,
      });
      if (!asked)
        return refused({ field: '', message: 'That was asked for already, and waits for a second person' });
      await noteDone(context, {
        staffId: member.id,
        act: `Asked for a second person: ${words}`,
        reason: answers.reason,
      });
      return done(undefined);
    }
    if (!(await givePost(context, member.id, held)))
      return refused({ field: 'postId', message: 'They hold that post then already' });
    await noteDone(context, { staffId: member.id, act: `Given a post: ${words}`, reason: answers.reason });
    await tellMember(context, member, `You were given a post: ${words}.`);
    return done(undefined);
  },
});

const no = (field: string, message: string) => refused({ field, message });

type Answers = AnswersOf<typeof POST>;
type ToGive = Pick<Post, 'id' | 'role' | 'title' | 'place'>;

/** The vacant post that was chosen, or a new one. */
async function postFor(answers: Answers, member: Member, context: Context): Promise<Outcome<ToGive>> {
  const posts = await postsThere(context);
  const here = posts.filter((post) => post.agencyId === member.agencyId);
  if (answers.postId === undefined) return newPost(answers, member, here, context);
  const chosen = here.find(({ id, holder }) => id === answers.postId && holder === undefined);
  return chosen === undefined
    ? no('postId', 'Select a post that is vacant, or leave it and describe a new one')
    : done(chosen);
}

async function newPost(
  { role = '', title, teamId, managedBy }: Answers,
  member: Member,
  here: readonly Post[],
  context: Context,
): Promise<Outcome<ToGive>> {
  const known = knownRole(role, member, context);
  if (known === undefined) return no('role', 'Select what they may do, or a vacant post');
  const teams = member.agencyId === undefined ? await teamsOpen(context) : [];
  const team = teams.find(({ id }) => id === teamId);
  if (member.agencyId === undefined && team === undefined) return no('teamId', 'Select the team');
  if (managedBy !== undefined && !here.some(({ id }) => id === managedBy))
    return no('managedBy', 'Select from the list');
  const made = {
    role: known,
    title: title ?? context.profile.roles[known].title,
    teamId: team?.id,
    agencyId: member.agencyId,
    managedBy: managedBy ?? managingPost(here, team?.id, known, context),
  };
  const place = team?.title ?? member.agencyTitle ?? '';
  return done({ ...made, place, id: await makePost(context, made) });
}

function knownRole(role: string, member: Member, { profile }: Context): Role | undefined {
  const roles = rolesFor(profile, member.agencyId === undefined ? 'team' : 'agency');
  return isRole(role) && roles.includes(role) ? role : undefined;
}

/** The manager's post of a team manages a new one in it, unless somebody says otherwise. */
function managingPost(
  posts: readonly Post[],
  teamId: Id | undefined,
  role: Role,
  { profile }: Context,
): Id | undefined {
  if (teamId === undefined || profile.roles[role].decidesAsManager) return undefined;
  return posts.find((post) => post.teamId === teamId && profile.roles[post.role].decidesAsManager)?.id;
}

/** Ends a post at once, or with a last day. What it gave is over then, also in pages that are open. */
export const end = action({
  ...KEEPS,
  name: 'account: end a post',
  input: form({
    when: oneOf(['now', 'on a day'], 'Select when it ends'),
    untilOn: optional(typedDay({ message: 'Enter the last day', what: 'The last day' })),
    reason,
  }),
  async perform({ when, untilOn, reason: why }, { holding, member }: HoldingOf, context) {
    const may = someoneElse(member, context);
    if (!may.ok) return may;
    const lastDay = endsWhen({ when, untilOn }, holding, {
      today: context.today,
      atOnce: endedAtOnce(context.today),
    });
    if (!lastDay.ok) return lastDay;
    const stays = await staysAdministered(context, { holdingId: holding.id });
    if (!stays.ok) return stays;
    const ended = await endHolding(context, holding, lastDay.value);
    if (ended) {
      const words = placeInWords(holding);
      await noteDone(context, { staffId: member.id, act: `Post ended: ${words}`, reason: why });
      await tellMember(
        context,
        member,
        when === 'now' ? `Your post was ended: ${words}.` : `Your post will end: ${words}.`,
      );
    }
    return unlessQuicker(ended, undefined, MEANWHILE);
  },
});

/** Changes how a post is held from a day on: the row there is ends the day before, and another begins. */
export const change = action({
  ...KEEPS,
  name: 'account: change a post',
  input: form({
    fromOn: typedDay({ message: 'Enter from when', what: 'From when' }),
    hundredths,
    newlyQualified: ticked(),
    reason,
  }),
  async perform({ fromOn, reason: why, ...changed }, { holding, member }: HoldingOf, context) {
    const may = someoneElse(member, context);
    if (!may.ok) return may;
    const when = mayChangeFrom(fromOn, holding, context.today);
    if (!when.ok) return when;
    if (holding.role === 'administrator')
      return no('', 'End this post and give another: it is never without a holder by a change');
    const { postId, untilOn } = holding;
    const isDone =
      (await endHolding(context, holding, addDays(fromOn, -1))) &&
      (await givePost(context, member.id, { postId, fromOn, untilOn, ...changed }));
    if (isDone) {
      const words = placeInWords(holding);
      await noteDone(context, { staffId: member.id, act: `Post changed: ${words}`, reason: why });
      await tellMember(context, member, `How you hold your post was changed: ${words}.`);
    }
    return unlessQuicker(isDone, undefined, MEANWHILE);
  },
});
