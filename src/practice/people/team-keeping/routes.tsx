import type { ComponentChildren } from 'preact';
import type { Id } from '../../../language/id.ts';
import { type Action, noSubject, type Subject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import { typedOn } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { doneTo, KeepingPage } from '../administration/index.ts';
import { close, make, manage, rename } from './actions.ts';
import { ManagerQuestion, NameQuestion, NewTeamQuestions, TeamPage, TeamsPage } from './pages.tsx';
import { earlierNames, postsOfTeams, standingIn, type Team, teamOnRecord, teams } from './store.ts';

const KEEPS = 'account: manage';

/** Hangs the teams on their addresses. */
export function routes(web: Web): void {
  web.show('/teams', { permission: KEEPS, find: noSubject, page: (_, context) => list(context) });
  web.show('/teams/new', {
    permission: KEEPS,
    find: noSubject,
    page: (nobody, context) => making(nobody, context),
  });
  web.submit('/teams', make, {
    find: noSubject,
    done: (id) => `/teams/${id}`,
    refused: (nobody, refusal, context) => making(nobody, context, refusal),
  });
  web.show('/teams/:teamId', {
    permission: KEEPS,
    find: teamOnRecord,
    page: (team, context) => one(team, context),
  });
  hang(web, 'names', rename, () => ({
    title: 'Name it anew',
    below: 'From now on it is called so everywhere. What it was called before stays known.',
    button: 'Name it so',
    why: 'Why is it named anew?',
    children: async () => <NameQuestion />,
  }));
  hang(web, 'closing', close, () => ({
    title: 'Close the team',
    below: 'A team closes when nobody holds a post in it and it works with no child. It stays on record.',
    button: 'Close it',
    warns: true,
    why: 'Why is it closed?',
    children: async () => undefined,
  }));
  hang(web, 'manager', manage, () => ({
    title: 'Who manages it',
    below: 'Every other post of the team is put under this one.',
    button: 'Put them under it',
    why: 'Why?',
    children: async (context) => {
      const posts = await postsOfTeams(context);
      return (
        <ManagerQuestion
          managing={posts.filter(({ role }) => context.profile.roles[role].decidesAsManager)}
        />
      );
    },
  }));
}

type Words = {
  readonly title: string;
  readonly below: string;
  readonly button: string;
  readonly why: string;
  readonly warns?: boolean;
  readonly children: (context: Context) => Promise<ComponentChildren>;
};

function hang<Answers>(web: Web, at: string, act: Action<Answers, Team, Id>, words: () => Words): void {
  const page = async (team: Team, context: Context, refusal?: Refusal): Promise<Page> => {
    const { children, ...asked } = words();
    return {
      title: `${asked.title}: ${team.title}`,
      place: 'directory',
      body: (
        <KeepingPage
          {...asked}
          back={{ href: `/teams/${team.id}`, words: team.title }}
          to={`/teams/${team.id}/${at}`}
          {...(await typedOn(context, act.name, team.id, refusal))}
        >
          {await children(context)}
        </KeepingPage>
      ),
    };
  };
  web.show(`/teams/:teamId/${at}/new`, {
    permission: act.permission,
    find: teamOnRecord,
    page: (team, context) => page(team, context),
  });
  web.submit(`/teams/:teamId/${at}`, act, {
    find: teamOnRecord,
    done: (id) => `/teams/${id}`,
    refused: (team, refusal, context) => page(team, context, refusal),
  });
}

async function list(context: Context): Promise<Page> {
  const [all, posts] = await Promise.all([teams(context), postsOfTeams(context)]);
  return {
    title: 'Teams',
    place: 'directory',
    body: <TeamsPage teams={all} posts={posts} today={context.today} />,
  };
}

async function making(nobody: Subject, context: Context, refusal?: Refusal): Promise<Page> {
  return {
    title: 'Make a team',
    place: 'directory',
    body: (
      <KeepingPage
        title="Make a team"
        back={{ href: '/teams', words: 'Teams' }}
        to="/teams"
        button="Make it"
        why="Why is it made?"
        {...(await typedOn(context, make.name, nobody.id, refusal))}
      >
        <NewTeamQuestions
          services={[...new Set(context.profile.organisation.map(({ service }) => service))]}
        />
      </KeepingPage>
    ),
  };
}

async function one(team: Team, context: Context): Promise<Page> {
  const [posts, names, standing, done] = await Promise.all([
    postsOfTeams(context),
    earlierNames(context, team),
    standingIn(context, team.id),
    doneTo(context, { teamId: team.id }),
  ]);
  return {
    title: team.title,
    place: 'directory',
    body: (
      <TeamPage
        team={team}
        own={posts.filter(({ teamId }) => teamId === team.id)}
        posts={posts}
        names={names}
        childrenOf={standing.children}
        done={done}
        today={context.today}
      />
    ),
  };
}
