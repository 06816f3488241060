import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import { childrenOf, type WorkerOfTeam } from '../caseload/index.ts';
import { type Running, runningOfEach } from '../next-visit/index.ts';
import { childrenOfTeam, type Team, teamsFor } from '../team-work/index.ts';
import { isAboutOwn } from './rules.ts';

/** Whom a list is about, and whom it may be about instead. */
export type Whose = {
  readonly teams: readonly Team[];
  readonly team: Team | undefined;
  /** The colleague whose children are asked for. */
  readonly worker: WorkerOfTeam | undefined;
  /** Whether the viewer's own children are asked for; undefined where they work with none. */
  readonly mine: boolean | undefined;
};

/** The open children whom the address asks for, in no order, and whose they are. */
export async function childrenAskedFor(
  context: Context,
): Promise<{ readonly whose: Whose; readonly children: readonly Running[] }> {
  const { db, query, viewer } = context;
  const isManager = viewer.wide || viewer.decidesAsManager;
  const asksOwn = isAboutOwn(query['mine'], { isManager });
  const namesNobody = query['team'] === undefined && query['worker'] === undefined;
  // Whoever certainly asks for everybody need not wait until it is known whose children there are.
  const [teams, own, everybody] = await Promise.all([
    teamsFor(context),
    childrenOf(db, context.by),
    namesNobody && !asksOwn ? runningOfEach(db) : undefined,
  ]);
  const team = teams.find(({ id }) => id === query['team']);
  const worker = (team ? [team] : teams)
    .flatMap(({ workers }) => workers)
    .find(({ id }) => id === query['worker']);
  const isOwn = team === undefined && worker === undefined && own.length > 0 && asksOwn;
  const whose = { teams, team, worker, mine: own.length === 0 ? undefined : isOwn };
  if (everybody !== undefined) return { whose, children: everybody };
  const ids = isOwn ? own.map(({ personId }) => personId) : await idsOf(context, whose);
  return { whose, children: await runningOfEach(db, ids) };
}

/** The children of the colleague or the team; undefined where it is about everybody. */
async function idsOf(context: Context, { worker, team }: Whose): Promise<readonly Id[] | undefined> {
  if (worker !== undefined) return (await childrenOf(context.db, worker.id)).map(({ personId }) => personId);
  return team && childrenOfTeam(context, team);
}
