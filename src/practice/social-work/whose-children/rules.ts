import type { WorkerOfTeam } from '../caseload/index.ts';
import type { Team } from '../team-work/index.ts';

/** Whom a list is asked about, as its address has it. */
export type WhoseAsked = {
  readonly team?: Team | undefined;
  readonly worker?: WorkerOfTeam | undefined;
  readonly mine?: boolean | undefined;
};

/** What stands in the address of a list. `mine` is always said where the viewer has children of their own: either could be where it begins. */
export function inAddress({ team, worker, mine }: WhoseAsked): Readonly<Record<string, string>> {
  return {
    ...(team !== undefined && { team: team.id }),
    ...(worker !== undefined && { worker: worker.id }),
    ...(mine !== undefined && team === undefined && worker === undefined && { mine: mine ? 'yes' : 'no' }),
  };
}

/** Whether a list is about the viewer's own children. Without an answer in the address it is, but for a manager. */
export function isAboutOwn(mine: unknown, { isManager }: { isManager: boolean }): boolean {
  return isManager ? mine === 'yes' : mine !== 'no';
}
