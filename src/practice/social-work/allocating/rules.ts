import { type Day, daysBetween } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { fullWith, type Load, loadInWords } from '../caseload/index.ts';

/** Somebody who works or worked with a child. */
export type Working = {
  readonly id: Id;
  readonly staffId: Id;
  readonly kind: string;
  readonly fromOn: Day;
  readonly endedOn: Day | undefined;
  readonly fullReason: string | undefined;
};

/** What a manager asks for: who, in which part, and why although the caseload is full. */
export type Asked = {
  readonly staffId: Id;
  readonly kind: 'worker' | 'co-worker';
  readonly fullReason?: string | undefined;
};

/** What must be known to decide: whether the child is open, who works with it, and the load of who is asked for. */
type Standing = {
  readonly childName: string;
  readonly isOpen: boolean;
  readonly working: readonly Working[];
  readonly chosen: { readonly name: string; readonly load: Load } | undefined;
  readonly names: ReadonlyMap<Id, string>;
};

/** Lets a manager allocate one who is offered, once, to a child who is open; a full caseload asks for a reason. */
export function mayAllocate(asked: Asked, standing: Standing): Outcome<undefined> {
  const { chosen, childName, working, names } = standing;
  const now = working.filter(({ endedOn }) => endedOn === undefined);
  if (!standing.isOpen)
    return refused({
      field: '',
      message: `Nothing is open for ${childName}. Begin a period of service first.`,
    });
  if (chosen === undefined) return refused({ field: 'staffId', message: 'Select who works with them' });
  if (now.some(({ staffId }) => staffId === asked.staffId))
    return refused({ field: 'staffId', message: `${chosen.name} works with ${childName} already` });
  const worker = now.find(({ kind }) => kind === 'worker');
  if (asked.kind === 'worker' && worker !== undefined)
    return refused({
      field: 'kind',
      message: `${names.get(worker.staffId) ?? 'Somebody'} works with ${childName}. Hand ${childName} over instead, or add a co-worker`,
    });
  return asked.kind === 'worker' ? mayCarry(chosen, asked.fullReason) : done(undefined);
}

/** Asks for a reason before the child that fills a caseload. */
export function mayCarry(
  { name, load }: { readonly name: string; readonly load: Load },
  reason: string | undefined,
): Outcome<undefined> {
  return fullWith(load) && reason === undefined
    ? refused({
        field: 'fullReason',
        message: `One more child would fill the caseload of ${name} (now ${loadInWords(load)}). Choose somebody else, or say why all the same`,
      })
    : done(undefined);
}

/** How long a child has waited for a worker: "today", "1 day", "12 days". */
export function waitedInWords(since: Day, today: Day): string {
  const days = daysBetween(since, today);
  if (days <= 0) return 'Since today';
  return days === 1 ? '1 day' : `${days} days`;
}
