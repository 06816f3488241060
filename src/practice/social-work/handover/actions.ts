import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { idField } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Context } from '../../../platform/web/context.ts';
import { allocate, allocatedTo } from '../../people/allocation/index.ts';
import type { Person } from '../../people/person/index.ts';
import { mayCarry } from '../allocating/index.ts';
import { loadsOf, type WorkerOfTeam, workersIn } from '../caseload/index.ts';
import { openPeriodOf, passPeriodsTo } from '../period-of-service/index.ts';
import { type Handover, mayAnswer, mayOffer, mayWithdraw } from './rules.ts';
import {
  answerHandover,
  endCoWorkers,
  endCoWorkingOf,
  handoversOffered,
  heldHandover,
  offerHandover,
} from './store.ts';

/** A child is offered to another worker, or to another team, with what they must know. */
export const offer = action({
  permission: 'handover: offer',
  input: form({
    to: idField('Select a worker or a team'),
    note: words({ max: 4000, empty: 'Say what they must know, and what comes next for the child' }),
  }),
  async perform({ to, note }, child: Person, context) {
    const { db, today, viewer } = context;
    const [period, allocated, offered, workers] = await Promise.all([
      openPeriodOf(db, child.id),
      allocatedTo(db, child.id),
      handoversOffered(db, child.id),
      workersIn(db, today),
    ]);
    const workerId = allocated?.worker.staffId;
    const standing = {
      name: child.name,
      isOpen: period !== undefined,
      workerId,
      isOffered: offered.length > 0,
    };
    const may = mayOffer(standing, to, viewer);
    if (!may.ok) return may;
    const worker = workers.find(({ id }) => id === to);
    const team = workers.find(({ teamId }) => teamId === to);
    if (worker === undefined && (team === undefined || to === period?.teamId))
      return refused({ field: 'to', message: 'Select a worker or a team from the list' });
    const id = await offerHandover(context, {
      personId: child.id,
      fromStaffId: workerId,
      fromTeamId: period?.teamId,
      toStaffId: worker?.id,
      toTeamId: team?.teamId,
      note,
    });
    return id === undefined
      ? refused({
          field: '',
          message: 'Somebody else offered them a moment ago. Open the page again to see it.',
        })
      : done(id);
  },
});

/** Whoever it is offered to takes the child over, from this instant. A team says who works with the child. */
export const accept = action({
  permission: 'handover: answer',
  name: 'handover: accept',
  input: form({
    staffId: optional(idField('Select who works with them')),
    fullReason: optional(words({ max: 2000 })),
  }),
  async perform({ staffId, fullReason }, handover: Handover, context) {
    const held = await heldHandover(context.db, handover.id);
    const may = mayAnswer(held, context.viewer);
    if (!may.ok) return may;
    const worker = await receiverOf(handover, staffId, context);
    if (!worker.ok) return worker;
    const load = (await loadsOf(context.db, context.profile, [worker.value])).get(worker.value.id);
    const fits =
      load === undefined ? done(undefined) : mayCarry({ name: worker.value.name, load }, fullReason);
    if (!fits.ok) return fits;
    await takeOver(handover, worker.value, fullReason, context);
    return done(handover.personId);
  },
});

/** Whoever it is offered to says no, and why. The first worker keeps the child. */
export const decline = action({
  permission: 'handover: answer',
  name: 'handover: decline',
  input: form({ reason: words({ max: 2000, empty: 'Say why, so that another way is found' }) }),
  async perform({ reason }, handover: Handover, context) {
    const held = await heldHandover(context.db, handover.id);
    const may = mayAnswer(held, context.viewer);
    if (may.ok) await answerHandover(context, handover.id, { declinedReason: reason });
    return may;
  },
});

/** It is offered no longer. */
export const withdraw = action({
  permission: 'handover: offer',
  name: 'handover: take back',
  input: form({}),
  async perform(_answers, handover: Handover, context) {
    const held = await heldHandover(context.db, handover.id);
    const may = mayWithdraw(held, context.viewer);
    if (may.ok) await answerHandover(context, handover.id, 'taken back');
    return may;
  },
});

async function receiverOf(
  { toStaffId, toTeamId }: Handover,
  chosen: Id | undefined,
  { db, today }: Context,
): Promise<Outcome<WorkerOfTeam>> {
  const workers = await workersIn(db, today, toTeamId === undefined ? undefined : [toTeamId]);
  const worker = workers.find(({ id }) => id === (toStaffId ?? chosen));
  if (worker !== undefined) return done(worker);
  return toStaffId === undefined
    ? refused({ field: 'staffId', message: 'Select who of your team works with them' })
    : refused({ field: '', message: 'They no longer hold a post that works with children.' });
}

async function takeOver(
  { id, personId, toTeamId }: Handover,
  worker: WorkerOfTeam,
  fullReason: string | undefined,
  context: Context,
): Promise<void> {
  if (toTeamId !== undefined) {
    await endCoWorkers(context, personId);
    await passPeriodsTo(context, personId, toTeamId);
  }
  await endCoWorkingOf(context, personId, worker.id);
  await allocate(context, {
    personId,
    staffId: worker.id,
    teamId: worker.teamId,
    fromOn: context.today,
    by: context.by,
    fullReason,
  });
  // Last: until here, whoever accepts sees the child by the offer.
  await answerHandover(context, id, 'accepted');
}
