import { noSubject } from '../../../platform/action.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import type { ThingsToDo } from '../thing-to-do/index.ts';
import { TeamPage } from './pages.tsx';
import { chosenOf, teamsFor, workOf } from './reading.ts';

/** Hangs the work of a team on its address. */
export function routes(web: Web, others: readonly ThingsToDo[]): void {
  web.show('/team', {
    permission: 'team: read',
    find: noSubject,
    page: (_, context) => team(context, others),
  });
}

async function team(context: Context, others: readonly ThingsToDo[]): Promise<Page> {
  const teams = await teamsFor(context);
  const chosen = chosenOf(teams, context.query['team'], context.viewer.teams);
  if (chosen === undefined) return { title: 'Team', place: 'team', body: <NoTeam /> };
  const work = await workOf(context, chosen, others);
  return {
    title: chosen.title,
    place: 'team',
    body: <TeamPage teams={teams} work={work} context={context} />,
    looked: {
      kind: 'team',
      persons: [
        ...new Set([...work.worklist.briefs.keys(), ...work.worklist.days.map(({ personId }) => personId)]),
      ],
    },
  };
}

function NoTeam() {
  return (
    <>
      <PageHead title="Team" />
      <Panel>
        <EmptyState title="You belong to no team that works with children" />
      </Panel>
    </>
  );
}
