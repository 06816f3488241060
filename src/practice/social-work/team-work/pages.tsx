import { counted } from '../../../language/dates-in-words.ts';
import { type Weight, WeightBars } from '../../../platform/charts/weight-bars.tsx';
import { FilterChips } from '../../../platform/html/filter-chips.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { StandingTag } from '../../../platform/html/tags.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { fullWith, type Load, type WorkerOfTeam } from '../caseload/index.ts';
import { DeclaredNotice } from '../declared-period/index.ts';
import { isOverdue, SeenDots } from '../next-visit/index.ts';
import { askedIn, WorklistPart } from '../worklist/index.ts';
import type { Team, TeamWork } from './reading.ts';

type Props = { readonly teams: readonly Team[]; readonly work: TeamWork; readonly context: Context };

/** The work of a team: at the left what is to be done, at the right what is carried and who was seen when. */
export function TeamPage({ teams, work, context }: Props) {
  const { team, worklist } = work;
  const { today, now, query, viewer, profile } = context;
  const more = teams.length > 1 ? { team: team.id } : {};
  return (
    <>
      <PageHead
        title={team.title}
        below={howItIs(work, context)}
        actions={<Actions work={work} context={context} />}
      />
      {teams.length > 1 && <Teams teams={teams} chosen={team} />}
      <DeclaredNotice periods={work.declared} today={today} />
      <WithAside
        aside={
          <>
            <Panel title="Weight carried" link={<Link href="/caseloads">Caseloads</Link>}>
              <p class="c-small">
                Children with each worker. The line is where a caseload is full.{' '}
                <StandingTag standing={profile.caseload.ceiling.standing} />
              </p>
              <WeightBars
                weights={team.workers.map((worker) => weightOf(worker, work.loads.get(worker.id)))}
              />
            </Panel>
            <SeenDots
              all={worklist.days}
              today={today}
              href={viewer.permissions.has('visit: read') ? `/visible-children?team=${team.id}` : undefined}
            />
          </>
        }
      >
        <WorklistPart
          worklist={worklist}
          asked={askedIn(query)}
          at="/team"
          more={more}
          page={query['page']}
          now={now}
          today={today}
          everything="Everyone"
          withWorker
        />
      </WithAside>
    </>
  );
}

/** Opens with what goes well: how many were seen in time. */
function howItIs({ team, loads, worklist: { days } }: TeamWork, { today }: Context): string {
  const families = [...loads.values()].reduce((sum, load) => sum + load.families, 0);
  const inTime = days.filter((one) => !isOverdue(one, today)).length;
  const whom = `${children(days.length)}, ${counted(families, 'family').replace('familys', 'families')}, ${counted(team.workers.length, 'worker')}.`;
  return days.length === 0
    ? whom
    : `${whom} Good to see: ${inTime} of ${days.length} seen within their time.`;
}

function children(count: number): string {
  return count === 1 ? '1 child' : `${count} children`;
}

function Actions({ work, context }: Pick<Props, 'work' | 'context'>) {
  const { permissions } = context.viewer;
  const without = work.worklist.items.filter(({ id }) => id.startsWith('unallocated')).length;
  return (
    <>
      {permissions.has('visit: read') && (
        <ButtonLink href={`/calendar-of-gaps?team=${work.team.id}`} kind="secondary" size="compact">
          Calendar of gaps
        </ButtonLink>
      )}
      {permissions.has('allocation: make') && without > 0 && (
        <ButtonLink href="/unallocated-children" size="compact">
          Allocate ({without})
        </ButtonLink>
      )}
    </>
  );
}

function Teams({ teams, chosen }: { teams: readonly Team[]; chosen: Team }) {
  return (
    <div class="c-list-head">
      <FilterChips
        label="Teams"
        chips={teams.map(({ id, title }) => ({
          words: title,
          href: `/team?team=${id}`,
          isCurrent: id === chosen.id,
        }))}
      />
    </div>
  );
}

function weightOf({ id, name }: WorkerOfTeam, load: Load | undefined): Weight {
  const { children: carried, ceiling, points } = load ?? { children: 0, ceiling: 1, points: 0 };
  return {
    id,
    name: <Link href={`/caseloads/${id}`}>{name}</Link>,
    carried,
    ceiling,
    words: `${carried} of ${ceiling}, ${counted(points, 'point')}`,
    warning: load !== undefined && fullWith(load) ? 'Full, or with one more' : undefined,
  };
}
