import { done, refused, unlessQuicker } from '../../../language/outcome.ts';
import { action, type Subject } from '../../../platform/action.ts';
import { idField } from '../../../platform/forms/choice-fields.ts';
import { form } from '../../../platform/forms/form.ts';
import { line } from '../../../platform/forms/text-fields.ts';
import { noteDone, reason, tellStaff } from '../administration/index.ts';
import {
  closeTeam,
  holdTeam,
  makeTeam,
  nameTeam,
  postsOfTeams,
  putUnder,
  standingIn,
  type Team,
} from './store.ts';

const KEEPS = { permission: 'account: manage', proof: 'proved again' } as const;
const TAKEN = 'Another team is called that, or was. Choose a name that means one team only';
const title = line({ empty: 'Enter the name', max: 100 });

/** Makes a team. */
export const make = action({
  ...KEEPS,
  name: 'team: make',
  input: form({ title, service: line({ empty: 'Select the service', max: 100 }), reason }),
  async perform({ reason: why, ...team }, _: Subject, context) {
    if (!context.profile.organisation.some(({ service }) => service === team.service))
      return refused({ field: 'service', message: 'Select the service' });
    const id = await makeTeam(context, team);
    if (id === undefined) return refused({ field: 'title', message: TAKEN });
    await noteDone(context, { teamId: id, act: 'Made', reason: why });
    return done(id);
  },
});

/** Names a team anew; what it was called stays known. */
export const rename = action({
  ...KEEPS,
  name: 'team: rename',
  input: form({ title, reason }),
  async perform({ title: name, reason: why }, team: Team, context) {
    if (team.endedOn !== undefined) return refused({ field: '', message: 'This team is closed' });
    if (name === team.title)
      return refused({ field: 'title', message: 'Enter another name: it is called that now' });
    if (!(await nameTeam(context, team, name))) return refused({ field: 'title', message: TAKEN });
    await noteDone(context, { teamId: team.id, act: `Called ${name}`, reason: why });
    return done(team.id);
  },
});

/** Says which post manages the others of a team. Whoever holds it sees the children its people work with. */
export const manage = action({
  ...KEEPS,
  name: 'team: say who manages it',
  input: form({ postId: idField('Select the post'), reason }),
  async perform({ postId, reason: why }, team: Team, context) {
    const posts = await postsOfTeams(context);
    const post = posts.find(({ id, role }) => id === postId && context.profile.roles[role].decidesAsManager);
    if (post === undefined) return refused({ field: 'postId', message: 'Select the post' });
    if (post.staffId === context.by)
      return refused({ field: 'postId', message: 'Nobody changes their own rights' });
    await putUnder(context, team, postId);
    if (post.staffId !== undefined)
      await tellStaff(context, [post.staffId], {
        subject: 'You manage a team from now on',
        words: `The posts of ${team.title} were put under yours: you see the children its people work with. If that is not right, tell whoever looks after accounts.`,
      });
    await noteDone(context, { teamId: team.id, act: `Put under the post: ${post.title}`, reason: why });
    return done(team.id);
  },
});

/** Closes a team in which nobody stands and which works with no child. */
export const close = action({
  ...KEEPS,
  name: 'team: close',
  input: form({ reason }),
  async perform({ reason: why }, team: Team, context) {
    await holdTeam(context, team);
    const { people, children } = await standingIn(context, team.id);
    if (people > 0 || children > 0)
      return refused({
        field: '',
        message: `Somebody stands in it: posts held or to come ${people}, children ${children}. End or move them first`,
      });
    const closed = await closeTeam(context, team);
    if (closed) await noteDone(context, { teamId: team.id, act: 'Closed', reason: why });
    return unlessQuicker(closed, team.id, 'The team is closed.');
  },
});
