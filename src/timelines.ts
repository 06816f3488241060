import { earlyHelpOnTimeline } from './practice/early-help/episode/index.ts';
import { contactsOnTimeline } from './practice/hub/contact/index.ts';
import { decisionsOnTimeline } from './practice/hub/decision/index.ts';
import { statementsOnTimeline } from './practice/people/child-statement/index.ts';
import { householdOnTimeline } from './practice/people/household/index.ts';
import { detailsOnTimeline } from './practice/people/person-facts/index.ts';
import { alertsOnTimeline } from './practice/people/record-alert/index.ts';
import type { TimelineSource } from './practice/people/timeline/index.ts';
import { allocationsOnTimeline } from './practice/social-work/allocating/index.ts';
import { caseNotesOnTimeline } from './practice/social-work/case-note/index.ts';
import { ratingsOnTimeline } from './practice/social-work/case-rating/index.ts';
import { closingsOnTimeline } from './practice/social-work/closing/index.ts';
import { complexCasesOnTimeline } from './practice/social-work/complex-case/index.ts';
import { handoversOnTimeline } from './practice/social-work/handover/index.ts';
import { managementDecisionsOnTimeline } from './practice/social-work/management-decision/index.ts';
import { careOnTimeline } from './practice/social-work/period-of-care/index.ts';
import { servicesOnTimeline } from './practice/social-work/period-of-service/index.ts';
import { plansOnTimeline } from './practice/social-work/protection-plan/index.ts';
import { referralsOnTimeline } from './practice/social-work/referral/index.ts';
import { visitsOnTimeline } from './practice/social-work/visit/index.ts';

/** What stands on the timeline of a person, each kind once and in the order in which it is offered. Whatever is recorded comes here. */
export const TIMELINE_SOURCES: readonly TimelineSource[] = [
  visitsOnTimeline,
  caseNotesOnTimeline,
  managementDecisionsOnTimeline,
  statementsOnTimeline,
  contactsOnTimeline,
  decisionsOnTimeline,
  referralsOnTimeline,
  earlyHelpOnTimeline,
  servicesOnTimeline,
  ratingsOnTimeline,
  closingsOnTimeline,
  complexCasesOnTimeline,
  plansOnTimeline,
  careOnTimeline,
  allocationsOnTimeline,
  handoversOnTimeline,
  alertsOnTimeline,
  householdOnTimeline,
  detailsOnTimeline,
];
