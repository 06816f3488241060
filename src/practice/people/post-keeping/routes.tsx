import { Link } from '../../../platform/html/links.tsx';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import {
  KeepingPage,
  type Member,
  memberOnRecord,
  needsTwo,
  placeInWords,
  rolesFor,
} from '../administration/index.ts';
import { change, end, give } from './actions.ts';
import { ChangeQuestions, datesInWords, EndingQuestions, PostQuestions } from './pages.tsx';
import { type HoldingOf, holdingOnRecord, postsThere, teamsOpen } from './store.ts';

/** Hangs giving, changing and ending posts on their addresses. */
export function routes(web: Web): void {
  web.show('/staff/:staffId/posts/new', {
    permission: give.permission,
    find: memberOnRecord,
    page: (member, context) => giving(member, context),
  });
  web.submit('/staff/:staffId/posts', give, {
    find: memberOnRecord,
    done: (_, { id }) => `/staff/${id}`,
    refused: (member, refusal, context) => giving(member, context, refusal),
  });
  const of = '/post-holdings/:holdingId';
  const done = (_: undefined, { member }: HoldingOf) => `/staff/${member.id}`;
  web.show(of, { permission: end.permission, find: holdingOnRecord, page: (held, context) => ending(held, context) });
  web.submit(`${of}/ending`, end, { find: holdingOnRecord, done, refused: (held, refusal, context) => ending(held, context, refusal) });
  web.show(`${of}/changes/new`, { permission: change.permission, find: holdingOnRecord, page: (held, context) => changing(held, context) });
  web.submit(`${of}/changes`, change, { find: holdingOnRecord, done, refused: (held, refusal, context) => changing(held, context, refusal) });
} // biome-ignore format: an address reads in one line

async function giving(member: Member, context: Context, refusal?: Refusal): Promise<Page> {
  const { profile } = context;
  const [posts, teams, typed] = await Promise.all([
    postsThere(context),
    teamsOpen(context),
    typedOn(context, give.name, member.id, refusal),
  ]);
  const here = posts.filter(({ agencyId }) => agencyId === member.agencyId);
  const roles = rolesFor(profile, member.agencyId === undefined ? 'team' : 'agency');
  return {
    title: `A post for ${member.name}`,
    place: 'directory',
    body: (
      <KeepingPage
        title={`A post for ${member.name}`}
        below="The role of a post says what its holder may do, from its first day to its last."
        back={{ href: `/staff/${member.id}`, words: member.name }}
        to={`/staff/${member.id}/posts`}
        button="Give the post"
        why="Why, and who said so?"
        {...typed}
      >
        <PostQuestions
          member={member}
          vacant={here.filter(({ holder }) => holder === undefined)}
          managing={here.filter(({ role }) => profile.roles[role].decidesAsManager)}
          teams={teams}
          roles={roles.map((role) => ({
            role,
            title: profile.roles[role].title,
            takesTwo: needsTwo(profile, role),
          }))}
        />
      </KeepingPage>
    ),
  };
}

async function ending(held: HoldingOf, context: Context, refusal?: Refusal): Promise<Page> {
  const { holding, member } = held;
  return {
    title: `${holding.title}: ${member.name}`,
    place: 'directory',
    body: (
      <KeepingPage
        title={placeInWords(holding)}
        below={
          <>
            {datesInWords(holding, context.today)}{' '}
            <Link href={`/post-holdings/${holding.id}/changes/new`}>Change how it is held</Link>
          </>
        }
        back={{ href: `/staff/${member.id}`, words: member.name }}
        to={`/post-holdings/${holding.id}/ending`}
        button="End this post"
        warns
        why="Why does it end?"
        {...(await typedOn(context, end.name, holding.id, refusal))}
      >
        <EndingQuestions />
      </KeepingPage>
    ),
  };
}

async function changing(held: HoldingOf, context: Context, refusal?: Refusal): Promise<Page> {
  const { holding, member } = held;
  return {
    title: `Change a post: ${member.name}`,
    place: 'directory',
    body: (
      <KeepingPage
        title={`Change: ${placeInWords(holding)}`}
        below="What was before stays on record with its days."
        back={{ href: `/staff/${member.id}`, words: member.name }}
        to={`/post-holdings/${holding.id}/changes`}
        button="Change it"
        why="Why does it change?"
        {...(await typedOn(context, change.name, holding.id, refusal))}
      >
        <ChangeQuestions />
      </KeepingPage>
    ),
  };
}
