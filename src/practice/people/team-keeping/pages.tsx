import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { SelectInput } from '../../../platform/html/choices.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { TextInput } from '../../../platform/html/text-inputs.tsx';
import { type Done, DonePanel } from '../administration/index.ts';
import type { PostOfTeam, Team } from './store.ts';

/** The teams, with who manages each and how many hold a post in it. */
export function TeamsPage({
  teams,
  posts,
  today,
}: {
  teams: readonly Team[];
  posts: readonly PostOfTeam[];
  today: Day;
}) {
  return (
    <>
      <PageHead
        title="Teams"
        above={<Link href="/staff">Staff and accounts</Link>}
        actions={<ButtonLink href="/teams/new">Make a team</ButtonLink>}
      />
      <Panel flush>
        <Table
          caption="Teams"
          columns={[
            { head: 'Team', isName: true, narrow: 'lead' },
            { head: 'Service', narrow: 'labelled' },
            { head: 'Managed by', narrow: 'labelled' },
            { head: 'People', kind: 'numeric', narrow: 'labelled' },
          ]}
          rows={teams.map((team) => {
            const own = posts.filter(({ teamId }) => teamId === team.id);
            return {
              id: `team-${team.id}`,
              cells: [
                <Link key="title" href={`/teams/${team.id}`}>
                  {team.title}
                </Link>,
                team.service,
                team.endedOn === undefined ? (
                  managersIn(own, posts) || 'Nobody'
                ) : (
                  <Tag>Closed {dayInWords(team.endedOn, today)}</Tag>
                ),
                String(new Set(own.flatMap(({ staffId }) => staffId ?? [])).size),
              ],
            };
          })}
        />
      </Panel>
    </>
  );
}

/** Whoever holds a post that manages posts of a team. */
function managersIn(own: readonly PostOfTeam[], posts: readonly PostOfTeam[]): string {
  const ids = new Set(own.map(({ managedBy }) => managedBy));
  const inside = own.filter(({ id }) => ids.has(id));
  const managing = inside.length > 0 ? inside : posts.filter(({ id }) => ids.has(id));
  return [...new Set(managing.map(({ holder, title }) => holder ?? `${title} (vacant)`))].join(', ');
}

type Shown = {
  readonly team: Team;
  readonly own: readonly PostOfTeam[];
  readonly posts: readonly PostOfTeam[];
  readonly names: readonly string[];
  readonly childrenOf: number;
  readonly done: readonly Done[];
  readonly today: Day;
};

/** One team: its posts, who holds them and under whom, and what was done to it. */
export function TeamPage({ team, own, posts, names, childrenOf, done, today }: Shown) {
  const to = `/teams/${team.id}`;
  const isOpen = team.endedOn === undefined;
  return (
    <>
      <PageHead
        title={team.title}
        above={<Link href="/teams">Teams</Link>}
        below={team.endedOn && `Closed ${dayInWords(team.endedOn, today)}.`}
        actions={isOpen && <Link href={`${to}/names/new`}>Name it anew</Link>}
      />
      <WithAside
        aside={
          <>
            <Panel title="About it" link={isOpen && <Link href={`${to}/closing/new`}>Close it</Link>}>
              <SummaryList
                plain
                lines={[
                  { label: 'Service', value: team.service },
                  { label: 'Children it works with', value: String(childrenOf) },
                  ...(names.length === 0 ? [] : [{ label: 'Called before', value: names.join(', ') }]),
                ]}
              />
            </Panel>
            <DonePanel done={done} today={today} />
          </>
        }
      >
        <Panel title="Posts" link={isOpen && <Link href={`${to}/manager/new`}>Who manages it</Link>}>
          {own.length === 0 ? (
            <p>No post yet. Give somebody a post in it from their own page.</p>
          ) : (
            <Posts own={own} posts={posts} />
          )}
        </Panel>
      </WithAside>
    </>
  );
}

function Posts({ own, posts }: { own: readonly PostOfTeam[]; posts: readonly PostOfTeam[] }) {
  return (
    <Table
      caption="Posts of the team"
      columns={[
        { head: 'Holder', isName: true, narrow: 'lead' },
        { head: 'Post', narrow: 'full' },
        { head: 'Managed by', narrow: 'labelled' },
      ]}
      rows={own.map((post) => {
        const manager = posts.find(({ id }) => id === post.managedBy);
        return {
          id: `post-${post.id}-${post.staffId ?? 'vacant'}`,
          cells: [
            post.staffId === undefined ? (
              <Tag key="vacant">Vacant</Tag>
            ) : (
              <Link key="holder" href={`/staff/${post.staffId}`}>
                {post.holder}
              </Link>
            ),
            post.title,
            manager === undefined ? 'Nobody' : (manager.holder ?? `${manager.title} (vacant)`),
          ],
        };
      })}
    />
  );
}

/** The questions about a new team. */
export function NewTeamQuestions({ services }: { services: readonly string[] }) {
  return (
    <>
      <TextInput name="title" label="What is it called?" />
      <SelectInput
        name="service"
        label="Which service is it part of?"
        empty="Select"
        options={services.map((service) => ({ value: service, label: service }))}
      />
    </>
  );
}

/** The question when a team is named anew. */
export function NameQuestion() {
  return <TextInput name="title" label="What is it called from now on?" />;
}

/** The question who manages a team. */
export function ManagerQuestion({ managing }: { managing: readonly PostOfTeam[] }) {
  return (
    <SelectInput
      name="postId"
      label="Which post manages the others?"
      hint="Whoever holds it sees the children its people work with"
      empty="Select"
      options={managing.map((post) => ({
        value: post.id,
        label: `${post.title} (${post.holder ?? 'vacant'})`,
      }))}
    />
  );
}
