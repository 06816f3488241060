import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { OnDuty } from '../../people/duty/index.ts';

/** Why somebody must look now. */
export type AlertCause = 'red' | 'at night' | 'immediate danger';

/** An alert as the band and the contact show it. */
export type Alert = {
  readonly id: Id;
  readonly contactId: Id;
  readonly reference: string;
  readonly cause: AlertCause;
  readonly raisedAt: Date;
  /** Undefined where nobody was on duty: then it has reached nobody. */
  readonly toName: string | undefined;
  readonly acknowledgedAt: Date | undefined;
  readonly acknowledgedBy: string | undefined;
  readonly persons: readonly Id[];
};

/** Whom an alert goes to: the hub's duty worker while the hub is open, the out-of-hours worker otherwise, and else whoever is there. */
export function whomToTell(onDuty: readonly OnDuty[], isOpen: boolean): OnDuty | undefined {
  const kind = isOpen ? 'hub' : 'out of hours';
  return onDuty.find((one) => one.kind === kind) ?? onDuty[0];
}

/** An alert is acknowledged once; the second who tries is told who was first. */
export function mayAcknowledge(alert: Pick<Alert, 'acknowledgedAt' | 'acknowledgedBy'>): Outcome<undefined> {
  return alert.acknowledgedAt === undefined ? done(undefined) : alreadyAcknowledged(alert.acknowledgedBy);
}

/** Refuses a second acknowledgement; the name is not known where it happened in the same moment. */
export function alreadyAcknowledged(by: string | undefined): Outcome<never> {
  return refused({ field: '', message: `${by ?? 'Somebody else'} has acknowledged this already` });
}

const CAUSES: Readonly<Record<AlertCause, string>> = {
  red: 'is rated red',
  'at night': 'came while the hub is closed',
  'immediate danger': 'says a child is in danger now',
};

/** Why it must be looked at, after the reference: "C-26-0412 is rated red". */
export function causeInWords(cause: AlertCause): string {
  return CAUSES[cause];
}
