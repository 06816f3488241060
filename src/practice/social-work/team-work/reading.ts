import { type Id, isId } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type DeclaredPeriod, declaredPeriods } from '../../people/what-is-asked/index.ts';
import { type Load, loadsOf, type WorkerOfTeam, workersIn } from '../caseload/index.ts';
import type { ThingsToDo } from '../thing-to-do/index.ts';
import { askedIn, type Worklist, worklistOf } from '../worklist/index.ts';

/** A team that somebody may look at: those who work with children in it today. */
export type Team = { readonly id: Id; readonly title: string; readonly workers: readonly WorkerOfTeam[] };

/** A team with what its children wait for. */
export type TeamWork = {
  readonly team: Team;
  readonly loads: ReadonlyMap<Id, Load>;
  readonly worklist: Worklist;
  readonly declared: readonly DeclaredPeriod[];
};

/** The teams that the viewer may look at: their own, or all where they see everyone. */
export async function teamsFor({ db, today, viewer }: Context): Promise<readonly Team[]> {
  const workers = await workersIn(db, today, viewer.wide ? undefined : viewer.teams);
  return [...Map.groupBy(workers, ({ teamId }) => teamId)].map(([id, of]) => ({
    id,
    title: of[0]?.teamTitle ?? '',
    workers: of,
  }));
}

/** The team that an address asks for; else the viewer's own, else the first. */
export function chosenOf(teams: readonly Team[], asked: unknown, own: readonly Id[]): Team | undefined {
  return (
    teams.find(({ id }) => typeof asked === 'string' && isId(asked) && id === asked) ??
    teams.find(({ id }) => own.includes(id)) ??
    teams[0]
  );
}

/** What the children of a team wait for, and what its workers carry. */
export async function workOf(context: Context, team: Team, others: readonly ThingsToDo[]): Promise<TeamWork> {
  const [children, loads] = await Promise.all([
    childrenOfTeam(context, team),
    loadsOf(context.db, context.profile, team.workers),
  ]);
  const [worklist, declared] = await Promise.all([
    worklistOf(context, { whose: 'team', children, by: askedIn(context.query).by, others }),
    declaredPeriods(context.db),
  ]);
  return { team, loads, worklist, declared };
}

/** The children whom the workers of the team work with, and those for whom the team itself is open. */
export async function childrenOfTeam(
  { db }: Pick<Context, 'db'>,
  { id, workers }: Team,
): Promise<readonly Id[]> {
  const staff = workers.map((worker) => worker.id);
  const [carried, open] = await Promise.all([
    db
      .selectFrom('allocation')
      .select('person_id')
      .where('ended_on', 'is', null)
      .where('kind', '=', 'worker')
      .where('staff_id', '=', anyOf(staff))
      .execute(),
    db
      .selectFrom('period_of_service')
      .select('person_id')
      .where('ended_on', 'is', null)
      .where('team_id', '=', id)
      .execute(),
  ]);
  return [...new Set([...carried, ...open].map((row) => row.person_id))];
}
