import type { Id } from '../../../language/id.ts';
import { done, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField, oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { allocate } from '../../people/allocation/index.ts';
import type { Person } from '../../people/person/index.ts';
import { staffNamed } from '../../people/staff/index.ts';
import { loadsOf, type WorkerOfTeam, workersIn } from '../caseload/index.ts';
import { openPeriodOf } from '../period-of-service/index.ts';
import { type Asked, mayAllocate } from './rules.ts';
import { type Allocation, endCoWorking, oneAfterTheOther, workingWith } from './store.ts';

/** A worker and any number of co-workers. */
export const PARTS = [
  { code: 'worker', label: 'Worker' },
  { code: 'co-worker', label: 'Co-worker' },
] as const;

/** A manager says who works with a child; the worker sees the child from this instant. */
export const allocateWorker = action({
  permission: 'allocation: make',
  input: form({
    staffId: idField('Select who works with them'),
    kind: oneOf(PARTS, 'Select worker or co-worker'),
    fullReason: optional(words({ max: 2000 })),
  }),
  async perform(asked, child: Person, context) {
    await oneAfterTheOther(context.db, child.id);
    const may = mayAllocate(asked, await standingOf(child, asked, context));
    if (!may.ok) return may;
    await allocate(context, {
      personId: child.id,
      staffId: asked.staffId,
      teamId: (await offeredFor(child.id, context)).find(({ id }) => id === asked.staffId)?.teamId,
      fromOn: context.today,
      kind: asked.kind,
      by: context.by,
      fullReason: asked.fullReason,
    });
    return done(child.id);
  },
});

/** A co-worker no longer works with a child. */
export const endCoWorker = action({
  permission: 'allocation: make',
  name: 'allocation: end a co-worker',
  input: form({}),
  async perform(_answers, allocation: Allocation, context) {
    if (allocation.kind === 'worker')
      return refused({
        field: '',
        message: 'A child keeps a worker until somebody else accepts a handover.',
      });
    return (await endCoWorking(context, allocation.id))
      ? done(allocation.personId)
      : refused({ field: '', message: 'They stopped already.' });
  },
});

/** Who may be allocated: the team that has the child, or the viewer's; for whoever sees everyone, all who carry children. */
export async function offeredFor(personId: Id, context: Context): Promise<readonly WorkerOfTeam[]> {
  const { db, today, viewer } = context;
  if (viewer.wide) return workersIn(db, today);
  const period = await openPeriodOf(db, personId);
  return workersIn(db, today, period?.teamId === undefined ? viewer.teams : [period.teamId, ...viewer.teams]);
}

async function standingOf(child: Person, { staffId }: Asked, context: Context) {
  const { db, profile } = context;
  const [period, working, offered] = await Promise.all([
    openPeriodOf(db, child.id),
    workingWith(db, child.id),
    offeredFor(child.id, context),
  ]);
  const worker = offered.find(({ id }) => id === staffId);
  const load = worker && (await loadsOf(db, profile, [worker])).get(worker.id);
  return {
    childName: child.name,
    isOpen: period !== undefined,
    working,
    chosen: worker && load && { name: worker.name, load },
    names: await staffNamed(
      db,
      working.map((one) => one.staffId),
    ),
  };
}
