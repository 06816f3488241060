import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { AGENCY_KINDS } from '../../../profile/code-sets/agency-kinds.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import type { Agency } from '../agency/index.ts';
import type { OnDuty } from '../duty/index.ts';
import type { Post, Team } from './store.ts';

export type Directory = {
  readonly teams: readonly Team[];
  readonly posts: readonly Post[];
  readonly agencies: readonly Agency[];
  readonly onDuty: readonly OnDuty[];
  /** What the viewer may keep from here. */
  readonly keeps: readonly { readonly href: string; readonly words: string }[];
};

/** Who works here, who is on duty now, and whom we work with. */
export function DirectoryPage({ teams, posts, agencies, onDuty, keeps }: Directory) {
  const groups = teams
    .map((team) => ({ title: team.title, rows: posts.filter((post) => post.teamId === team.id).map(rowOf) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <PageHead
        title="Directory"
        below="Teams and the posts in them, who is on duty now, and the agencies we work with."
        actions={
          keeps.length > 0 &&
          keeps.map(({ href, words }) => (
            <Link key={href} href={href}>
              {words}
            </Link>
          ))
        }
      />
      <WithAside
        aside={
          <>
            <DutyPanel onDuty={onDuty} />
            <AgenciesPanel agencies={agencies} posts={posts} />
          </>
        }
      >
        <Panel flush>
          <Table
            caption="Posts by team"
            columns={[
              { head: 'Name', isName: true, narrow: 'lead' },
              { head: 'Post', narrow: 'full' },
              { head: 'Telephone', narrow: 'start' },
              { head: 'Email', narrow: 'end' },
            ]}
            groups={groups}
          />
        </Panel>
      </WithAside>
    </>
  );
}

function rowOf(post: Post) {
  return {
    id: `post-${post.id}`,
    cells: [
      post.holder ?? <Tag key="vacant">Vacant</Tag>,
      post.title,
      post.telephone ?? '',
      post.email ?? '',
    ],
  };
}

const DUTY_WORDS: Readonly<Record<string, string>> = { hub: 'Hub', 'out of hours': 'Out of hours' };

function DutyPanel({ onDuty }: { onDuty: readonly OnDuty[] }) {
  return (
    <Panel title="On duty now">
      {onDuty.length === 0 ? (
        <p>
          <Tag colour="red" icon="warning">
            Nobody
          </Tag>{' '}
          The rota names nobody for this hour.
        </p>
      ) : (
        <SummaryList
          plain
          lines={onDuty.map((one) => ({ label: DUTY_WORDS[one.kind] ?? one.kind, value: one.name }))}
        />
      )}
    </Panel>
  );
}

function AgenciesPanel({ agencies, posts }: { agencies: readonly Agency[]; posts: readonly Post[] }) {
  return (
    <Panel title="Agencies">
      {agencies.length === 0 && <p class="c-small">No agency is on record yet.</p>}
      <SummaryList
        plain
        lines={agencies.map((agency) => ({
          label: agency.title,
          value: peopleOf(agency, posts) || (agency.kind && labelOf(AGENCY_KINDS, agency.kind)),
        }))}
      />
    </Panel>
  );
}

function peopleOf(agency: Agency, posts: readonly Post[]): string {
  return posts
    .filter((post) => post.agencyId === agency.id)
    .flatMap((post) => post.holder ?? [])
    .join(', ');
}
