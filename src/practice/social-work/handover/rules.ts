import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { Viewer } from '../../../platform/access/viewer.ts';

/** An offer of a child to a worker or a team, and what came of it. */
export type Handover = {
  readonly id: Id;
  /** The child, for the audit. */
  readonly persons: readonly Id[];
  readonly personId: Id;
  readonly fromStaffId: Id | undefined;
  readonly fromTeamId: Id | undefined;
  readonly toStaffId: Id | undefined;
  readonly toTeamId: Id | undefined;
  readonly note: string;
  readonly offeredAt: Date;
  readonly offeredBy: Id;
  readonly acceptedAt: Date | undefined;
  readonly declinedAt: Date | undefined;
  readonly answeredBy: Id | undefined;
  readonly declinedReason: string | undefined;
  readonly withdrawnAt: Date | undefined;
};

type Steps = Pick<Handover, 'acceptedAt' | 'declinedAt' | 'withdrawnAt'>;
type Answerer = Pick<Viewer, 'staffId' | 'teams' | 'decidesAsManager' | 'wide'>;

/** What was answered a moment ago may be out of the viewer's sight. */
const MEANWHILE = refused({ field: '', message: 'Somebody answered it or took it back a moment ago.' });

/** How an offer stands, derived from the steps that were taken. */
export function standingOf({
  acceptedAt,
  declinedAt,
  withdrawnAt,
}: Steps): 'offered' | 'accepted' | 'declined' | 'taken back' {
  if (acceptedAt !== undefined) return 'accepted';
  if (declinedAt !== undefined) return 'declined';
  return withdrawnAt === undefined ? 'offered' : 'taken back';
}

/** Says whether somebody is the one who may say yes or no: the worker it is offered to, or a manager of that team. */
export function isForViewer(
  { toStaffId, toTeamId }: Pick<Handover, 'toStaffId' | 'toTeamId'>,
  viewer: Answerer,
): boolean {
  if (toStaffId !== undefined) return toStaffId === viewer.staffId;
  return viewer.decidesAsManager && (viewer.wide || viewer.teams.some((team) => team === toTeamId));
}

/** Lets the one it is offered to answer, once. */
export function mayAnswer(handover: Handover | undefined, viewer: Answerer): Outcome<undefined> {
  if (handover === undefined) return MEANWHILE;
  const standing = standingOf(handover);
  if (standing !== 'offered')
    return refused({ field: '', message: `It was ${standing} already. What was decided stands here.` });
  return isForViewer(handover, viewer)
    ? done(undefined)
    : refused({ field: '', message: 'Only whoever it is offered to can answer.' });
}

/** Lets whoever offered it, the worker who has the child, or a manager take it back while nobody has answered. */
export function mayWithdraw(handover: Handover | undefined, viewer: Answerer): Outcome<undefined> {
  if (handover === undefined) return MEANWHILE;
  if (standingOf(handover) !== 'offered')
    return refused({ field: '', message: 'It has been answered, and can no longer be taken back.' });
  return viewer.decidesAsManager || [handover.offeredBy, handover.fromStaffId].includes(viewer.staffId)
    ? done(undefined)
    : refused({ field: '', message: 'Only whoever offered it can take it back.' });
}

/** Lets the child's own worker, or a manager, offer a child who is open to somebody else. */
export function mayOffer(
  child: {
    readonly name: string;
    readonly isOpen: boolean;
    readonly workerId: Id | undefined;
    readonly isOffered: boolean;
  },
  to: Id,
  viewer: Answerer,
): Outcome<undefined> {
  const no = (message: string) => refused({ field: '', message });
  if (!child.isOpen) return no(`Nothing is open for ${child.name}, so there is nothing to hand over.`);
  if (child.isOffered) return no(`${child.name} is offered to somebody already. Take that back first.`);
  if (!viewer.decidesAsManager && child.workerId !== viewer.staffId)
    return no(`Only the worker of ${child.name}, or a manager, can hand over.`);
  return to === child.workerId
    ? refused({ field: 'to', message: `They work with ${child.name} already. Select somebody else` })
    : done(undefined);
}
