import { counted } from '../../../language/dates-in-words.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { Permission } from '../../../profile/permissions.ts';

/** One kind of thing that waits for the viewer. */
export type Waiting = {
  readonly title: string;
  readonly href: string;
  /** Undefined where it is not counted for this viewer. */
  readonly count: number | undefined;
  /** One of them and several: "referral", "referrals" are told from the first. */
  readonly noun: string;
  /** What to do with them, in a few words. */
  readonly toDo: string;
  /** Since when the oldest waits. */
  readonly oldestAt: Date | undefined;
  /** Whether the viewer may take one up; otherwise they may look. */
  readonly isForViewer: boolean;
};

/** One list: who may open it, who may take up what stands in it (whoever may open it, where nothing else is said), and what waits. */
export type Kind = {
  readonly permission: Permission;
  readonly takenUpWith?: Permission;
  waiting(context: Context): Promise<Omit<Waiting, 'isForViewer'>>;
};

/** What a line says: how many, or that nobody waits. */
export function waitingInWords({ count, noun }: Pick<Waiting, 'count' | 'noun'>): string {
  if (count === undefined) return '';
  return count === 0 ? `No ${noun} waits` : `${counted(count, noun)} ${count === 1 ? 'waits' : 'wait'}`;
}

/** The oldest of several instants, or nothing where nothing waits. */
export function oldestOf(instants: readonly Date[]): Date | undefined {
  return instants.length === 0
    ? undefined
    : new Date(Math.min(...instants.map((instant) => instant.getTime())));
}
