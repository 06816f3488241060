import { startOfDay } from '../../../language/day.ts';
import type { Context } from '../../../platform/web/context.ts';
import { episodesNotBegun } from '../../early-help/episode/index.ts';
import { emergenciesToReview } from '../../people/emergency-access/index.ts';
import { unallocatedChildren } from '../../social-work/allocating/index.ts';
import { casesToLookAtAgain } from '../../social-work/case-oversight/index.ts';
import { closingsProposed } from '../../social-work/closing/index.ts';
import { register, reviewDue } from '../../social-work/complex-case/index.ts';
import { handoversOffered, isForViewer } from '../../social-work/handover/index.ts';
import { actionsToDo } from '../../social-work/management-decision/index.ts';
import { undecidedReferrals } from '../../social-work/referral/index.ts';
import { overdueVisits } from '../../social-work/visible-children/index.ts';
import { openAlerts } from '../alert/index.ts';
import { awaitingAuthorisation } from '../authorisation/index.ts';
import { noticesFor } from '../contact-notice/index.ts';
import { askedOf } from '../partner-answer/index.ts';
import { unreadBy } from '../police-notification/index.ts';
import { LOOKS } from './looks.ts';
import { OUTSIDE } from './outside.ts';
import { type Kind, oldestOf, type Waiting } from './rules.ts';

const ALERTS: Kind = {
  permission: 'board: read',
  takenUpWith: 'red contact: acknowledge',
  async waiting({ db }) {
    const open = await openAlerts(db);
    return {
      title: 'Alerts',
      href: '/alerts',
      count: open.length,
      noun: 'alert',
      toDo: 'Say that you have it, and look',
      oldestAt: oldestOf(open.map(({ raisedAt }) => raisedAt)),
    };
  },
};

const EMERGENCIES: Kind = {
  permission: 'emergency access: review',
  async waiting(context) {
    const uses = await emergenciesToReview(context);
    return {
      title: 'Emergency access',
      href: '/emergency-accesses',
      count: uses.length,
      noun: 'use',
      toDo: 'Say of each whether it was right',
      oldestAt: oldestOf(uses.map(({ askedAt }) => askedAt)),
    };
  },
};

const NOTIFICATIONS: Kind = {
  permission: 'police notification: acknowledge',
  async waiting({ db, by }) {
    const unread = await unreadBy(db, by);
    return {
      title: 'Police notifications',
      href: '/police-notifications',
      count: unread.length,
      noun: 'notification',
      toDo: 'Read each, and say that you have',
      oldestAt: oldestOf(unread.map(({ toldAt }) => toldAt)),
    };
  },
};

const CONTACT_NOTICES: Kind = {
  permission: 'contact notice: acknowledge',
  async waiting({ db, by }) {
    const waiting = await noticesFor(db, by);
    return {
      title: 'Contacts passed to you',
      href: '/contact-notices',
      count: waiting.length,
      noun: 'contact',
      toDo: 'Read each, and say that you have',
      oldestAt: oldestOf(waiting.map(({ sentAt }) => sentAt)),
    };
  },
};

const PARTNER_CHECKS: Kind = {
  permission: 'partner check: answer',
  async waiting({ db, viewer }) {
    const { waiting } = viewer.agencyId === undefined ? { waiting: [] } : await askedOf(db, viewer.agencyId);
    return {
      title: 'Partner checks',
      href: '/partner-checks',
      count: waiting.length,
      noun: 'question',
      toDo: 'Say what your agency holds',
      oldestAt: oldestOf(waiting.map(({ askedAt }) => askedAt)),
    };
  },
};

const AUTHORISATIONS: Kind = {
  permission: 'contact: authorise',
  async waiting({ db, by }) {
    const all = (await awaitingAuthorisation(db)).filter(({ signedBy }) => signedBy !== by);
    return {
      title: 'Authorisations',
      href: '/authorisations',
      count: all.length,
      noun: 'decision',
      toDo: 'Read the reason, and sign or talk with who decided',
      oldestAt: oldestOf(all.map(({ signedAt }) => signedAt)),
    };
  },
};

const REFERRALS: Kind = {
  permission: 'referral: read',
  takenUpWith: 'referral: accept',
  async waiting({ db }) {
    const undecided = await undecidedReferrals(db);
    return {
      title: 'Referrals',
      href: '/referrals',
      count: undecided.length,
      noun: 'referral',
      toDo: 'Accept each, or decline it with the reason',
      oldestAt: oldestOf(undecided.map(({ referredAt }) => referredAt)),
    };
  },
};

const UNALLOCATED: Kind = {
  permission: 'allocation: read',
  takenUpWith: 'allocation: make',
  async waiting({ db, profile }) {
    const waiting = await unallocatedChildren(db);
    return {
      title: 'Children without a worker',
      href: '/unallocated-children',
      count: waiting.length,
      noun: 'allocation',
      toDo: 'Say who works with each',
      oldestAt: oldestOf(waiting.map(({ since }) => startOfDay(since, profile.calendar.zone))),
    };
  },
};

const HANDOVERS: Kind = {
  permission: 'desk: read',
  async waiting({ db, viewer }) {
    const offered = (await handoversOffered(db)).filter((handover) => isForViewer(handover, viewer));
    return {
      title: 'My desk',
      href: '/desk',
      count: offered.length,
      noun: 'handover',
      toDo: 'Accept each, or say why not',
      oldestAt: oldestOf(offered.map(({ offeredAt }) => offeredAt)),
    };
  },
};

const CLOSINGS: Kind = {
  permission: 'closing: authorise',
  async waiting({ db, by }) {
    const proposed = (await closingsProposed(db)).filter(({ proposedBy }) => proposedBy !== by);
    return {
      title: 'Closings with the family',
      href: '/closings',
      count: proposed.length,
      noun: 'closing',
      toDo: 'Read what they say, and authorise it or say what is missing',
      oldestAt: oldestOf(proposed.map(({ proposedAt }) => proposedAt)),
    };
  },
};

const DECIDED: Kind = {
  permission: 'management decision: carry out',
  async waiting({ db, by }) {
    const own = await actionsToDo(db, { staffId: by });
    return {
      title: 'Decided, and to be done',
      href: '/management-decision-actions',
      count: own.length,
      noun: 'action',
      toDo: 'Do each by its day, and say that it is done',
      oldestAt: undefined,
    };
  },
};

const COMPLEX: Kind = {
  permission: 'complex case: read',
  takenUpWith: 'complex case: work on',
  async waiting({ db, profile, today }) {
    const late = (await register(db)).filter((one) => (reviewDue(one, profile)?.on ?? today) < today);
    return {
      title: 'Complex cases',
      href: '/complex-cases',
      count: late.length,
      noun: 'overdue review',
      toDo: 'Review each, and hold the thinking time that was booked',
      oldestAt: undefined,
    };
  },
};

const EARLY_HELP: Kind = {
  permission: 'early help: read',
  takenUpWith: 'early help: begin',
  async waiting({ db }) {
    const notBegun = await episodesNotBegun(db);
    return {
      title: 'Early help',
      href: '/early-help-episodes',
      count: notBegun.length,
      noun: 'offer',
      toDo: 'Begin with the families who accepted',
      oldestAt: undefined,
    };
  },
};

const VISITS: Kind = {
  permission: 'visit: read',
  takenUpWith: 'visit: record',
  waiting: async (context) => ({
    title: 'Visible children',
    href: '/visible-children',
    count: await overdueVisits(context),
    noun: 'overdue visit',
    toDo: 'See each child, and write down what they say',
    oldestAt: undefined,
  }),
};

const RATINGS: Kind = {
  permission: 'case rating: make',
  async waiting(context) {
    const due = await casesToLookAtAgain(context);
    return {
      title: 'Cases by rating',
      href: '/case-ratings',
      count: due.length,
      noun: 'case',
      toDo: 'Look again at each, and rate it anew',
      oldestAt: undefined,
    };
  },
};

const KINDS = [
  ALERTS,
  EMERGENCIES,
  LOOKS,
  NOTIFICATIONS,
  CONTACT_NOTICES,
  PARTNER_CHECKS,
  ...OUTSIDE,
  AUTHORISATIONS,
  REFERRALS,
  HANDOVERS,
  CLOSINGS,
  DECIDED,
  COMPLEX,
  UNALLOCATED,
  EARLY_HELP,
  VISITS,
  RATINGS,
] as const;

/** What waits, one line for each list that the viewer may open: first what they can take up themselves. */
export async function waitingFor(context: Context): Promise<readonly Waiting[]> {
  const { permissions } = context.viewer;
  const open = KINDS.filter(({ permission }) => permissions.has(permission));
  return Promise.all(
    open.map(async ({ permission, takenUpWith = permission, waiting }) => ({
      ...(await waiting(context)),
      isForViewer: permissions.has(takenUpWith),
    })),
  );
}
