import { dayNarrow } from '../../../language/dates-in-words.ts';
import { dayOf, startOfDay } from '../../../language/day.ts';
import { episodesNotBegun } from '../../early-help/episode/index.ts';
import { declaredPeriods, standingOn } from '../../people/what-is-asked/index.ts';
import { unallocatedChildren } from '../allocating/index.ts';
import { closingsProposed } from '../closing/index.ts';
import { handoversOffered, isForViewer } from '../handover/index.ts';
import { undecidedReferrals } from '../referral/index.ts';
import { type Asking, type Item, ranFrom, waiting, wholeDay } from './rules.ts';

/** What waits for the viewer, whoever works with the child: each kind is asked for only where the viewer may take it up. */
export async function itemsWaiting(context: Asking): Promise<readonly Item[]> {
  const kinds = [offered, referred, withoutWorker, notBegun, toAuthorise, declared];
  return (await Promise.all(kinds.map((of) => of(context)))).flat();
}

/** Children who are offered to the viewer, or to a team of which they are a manager. */
async function offered({ db, viewer, today, profile }: Asking): Promise<readonly Item[]> {
  const handovers = await handoversOffered(db);
  return handovers
    .filter((handover) => isForViewer(handover, viewer))
    .map(({ id, personId, offeredAt }) => ({
      ...waiting(`handover ${id}`, personId, offeredAt),
      what: 'Offered to you: say yes or no',
      href: `/handovers/${id}`,
      note: `Offered ${dayNarrow(dayOf(offeredAt, profile.calendar.zone), today)}`,
    }));
}

/** Referrals that social care has not answered, for whoever may accept them. */
async function referred(context: Asking): Promise<readonly Item[]> {
  if (!context.viewer.permissions.has('referral: accept')) return [];
  return (await undecidedReferrals(context.db)).map(
    ({ id, personId, referredAt, discussionWantedToday }) => ({
      ...waiting(`referral ${id}`, personId, referredAt, ranFrom(context, 'referral decided', referredAt)),
      what: 'Referral: accept or decline',
      href: `/referrals/${id}`,
      note: discussionWantedToday ? 'To be talked about today' : undefined,
    }),
  );
}

/** Open children without a worker, for whoever may say who works with them. */
async function withoutWorker({ db, viewer, today, profile }: Asking): Promise<readonly Item[]> {
  if (!viewer.permissions.has('allocation: make')) return [];
  return (await unallocatedChildren(db)).map(({ personId, since }) => ({
    ...waiting(`unallocated ${personId}`, personId, startOfDay(since, profile.calendar.zone)),
    what: 'Allocate a worker',
    href: `/people/${personId}/allocations`,
    note: `Without a worker since ${dayNarrow(since, today)}`,
  }));
}

/** Families who said yes to early help that has not begun. */
async function notBegun(context: Asking): Promise<readonly Item[]> {
  if (!context.viewer.permissions.has('early help: begin')) return [];
  const { zone } = context.profile.calendar;
  return (await episodesNotBegun(context.db, 'accepted')).flatMap(({ id, personId, repliedOn }) => {
    if (repliedOn === undefined) return [];
    const from = startOfDay(repliedOn, zone);
    return [
      {
        ...waiting(`early help ${id}`, personId, from, ranFrom(context, 'early help begun', from)),
        what: 'Begin early help',
        href: `/early-help-episodes/${id}`,
        note: `The family said yes ${dayNarrow(repliedOn, context.today)}`,
      },
    ];
  });
}

/** Closings that were proposed, for whoever may authorise them and did not propose them. */
async function toAuthorise({ db, viewer, today, profile }: Asking): Promise<readonly Item[]> {
  if (!viewer.permissions.has('closing: authorise')) return [];
  return (await closingsProposed(db))
    .filter(({ proposedBy }) => proposedBy !== viewer.staffId)
    .map(({ id, personId, proposedAt }) => ({
      ...waiting(`closing ${id}`, personId, proposedAt),
      what: 'Closing with the family: authorise or give back',
      href: `/closings/${id}`,
      note: `Proposed ${dayNarrow(dayOf(proposedAt, profile.calendar.zone), today)}`,
    }));
}

/** Declared periods that stand: without a last day somebody has to end them, and one that ends soon may have to go on. */
async function declared(context: Asking): Promise<readonly Item[]> {
  const { db, viewer, today, profile } = context;
  if (!viewer.permissions.has('declared period: declare')) return [];
  return (await declaredPeriods(db))
    .filter((one) => standingOn(one, today) === 'stands')
    .map(({ id, title, fromOn, untilOn }) => ({
      ...waiting(`declared ${id}`, undefined, startOfDay(fromOn, profile.calendar.zone)),
      title,
      what:
        untilOn === undefined
          ? 'Declared period without a last day: end it when it is over'
          : 'Declared period ends',
      href: `/declared-periods/${id}`,
      note: `Declared from ${dayNarrow(fromOn, today)}`,
      due: untilOn && wholeDay(context, untilOn),
      forViewer: untilOn === undefined,
    }));
}
