import { routes as measureRoutes } from './insight/routes.tsx';
import type { Sent } from './platform/mail/outbox.ts';
import type { PlaceEntry } from './platform/web/house.ts';
import type { Web } from './platform/web/web.tsx';
import { routes as earlyHelpRoutes } from './practice/early-help/episode/routes.tsx';
import { routes as alertRoutes } from './practice/hub/alert/index.ts';
import { answerWasSent } from './practice/hub/answer/index.ts';
import { routes as answeringRoutes } from './practice/hub/answering/index.ts';
import { routes as authorisationRoutes, decisionsToSign } from './practice/hub/authorisation/index.ts';
import { routes as boardRoutes } from './practice/hub/board/index.ts';
import { routes as callRoutes } from './practice/hub/call/index.ts';
import { routes as contactNoticeRoutes } from './practice/hub/contact-notice/index.ts';
import { routes as contactRecordRoutes } from './practice/hub/contact-record/index.ts';
import { routes as correctionRoutes } from './practice/hub/correction/index.ts';
import { routes as decidingRoutes } from './practice/hub/deciding/index.ts';
import { routes as identificationRoutes } from './practice/hub/identification/index.ts';
import { routes as mashEnquiryRoutes } from './practice/hub/mash-enquiry/index.ts';
import { routes as myWorkRoutes } from './practice/hub/my-work/index.ts';
import { routes as partnerAnswerRoutes } from './practice/hub/partner-answer/index.ts';
import { routes as policeNotificationRoutes } from './practice/hub/police-notification/index.ts';
import { routes as screeningMeetingRoutes } from './practice/hub/screening-meeting/index.ts';
import { routes as screeningTurnRoutes } from './practice/hub/screening-turn/index.ts';
import { routes as triageRoutes } from './practice/hub/triage/index.ts';
import { routes as accountRoutes } from './practice/people/account-keeping/index.ts';
import { routes as agencyRoutes } from './practice/people/agency-keeping/index.ts';
import { routes as caseSampleRoutes } from './practice/people/case-sample-choosing/index.ts';
import { routes as statementRoutes } from './practice/people/child-statement/index.ts';
import { routes as directoryRoutes } from './practice/people/directory/index.ts';
import { routes as duplicateAskingRoutes } from './practice/people/duplicate-asking/index.ts';
import { routes as duplicateRoutes } from './practice/people/duplicate-review/index.ts';
import { routes as emergencyRoutes } from './practice/people/emergency-asking/index.ts';
import { routes as householdChangingRoutes } from './practice/people/household-changing/index.ts';
import { routes as householdKeepingRoutes } from './practice/people/household-keeping/index.ts';
import { routes as householdRoutes } from './practice/people/household-record/index.ts';
import { routes as leavingRoutes } from './practice/people/leaving/index.ts';
import { routes as lookReviewRoutes } from './practice/people/look-review/index.ts';
import { routes as mergeRoutes } from './practice/people/merging/index.ts';
import { routes as noticeRoutes } from './practice/people/notices/index.ts';
import { routes as ownAccountRoutes } from './practice/people/own-account/index.ts';
import { routes as ownOrRelativeRoutes } from './practice/people/own-or-relative/index.ts';
import { routes as ownSignInRoutes } from './practice/people/own-sign-in/index.ts';
import { routes as personFactRoutes } from './practice/people/person-facts/index.ts';
import { routes as personRoutes } from './practice/people/person-record/index.ts';
import { routes as postRoutes } from './practice/people/post-keeping/index.ts';
import { routes as recordAlertRoutes } from './practice/people/record-alert/index.ts';
import { routes as relationshipRoutes } from './practice/people/relationship/index.ts';
import { routes as restrictionRoutes } from './practice/people/restriction-deciding/index.ts';
import { routes as rightRequestRoutes } from './practice/people/right-request/index.ts';
import { routes as sampledCaseRoutes } from './practice/people/sampled-case/index.ts';
import { routes as sampledCaseAttachingRoutes } from './practice/people/sampled-case-attaching/index.ts';
import { routes as searchRoutes } from './practice/people/search/index.ts';
import { routes as shareRoutes } from './practice/people/share-giving/index.ts';
import { routes as sharedChildRoutes } from './practice/people/shared-child/index.ts';
import { routes as sharingConsentRoutes } from './practice/people/sharing-consent/index.ts';
import { routes as staffRoutes } from './practice/people/staff-keeping/index.ts';
import { routes as teamRoutes } from './practice/people/team-keeping/index.ts';
import { routes as timelineRoutes } from './practice/people/timeline/index.ts';
import { routes as unmergeRoutes } from './practice/people/unmerging/index.ts';
import { routes as whatIsAskedRoutes } from './practice/people/what-is-asked/index.ts';
import { routes as whoLookedRoutes } from './practice/people/who-looked/index.ts';
import { routes as allocatingRoutes } from './practice/social-work/allocating/routes.tsx';
import { routes as atAGlanceRoutes } from './practice/social-work/at-a-glance/index.ts';
import { routes as calendarOfGapsRoutes } from './practice/social-work/calendar-of-gaps/index.ts';
import { routes as caseNoteRoutes } from './practice/social-work/case-note/index.ts';
import { routes as caseNoteWritingRoutes } from './practice/social-work/case-note-writing/index.ts';
import { routes as caseOversightRoutes } from './practice/social-work/case-oversight/index.ts';
import { routes as caseRatingRoutes } from './practice/social-work/case-rating/index.ts';
import { routes as caseloadRoutes } from './practice/social-work/caseload/routes.tsx';
import { routes as closingRoutes } from './practice/social-work/closing-authorisation/index.ts';
import {
  routes as closingLetterRoutes,
  closingLetterWasSent,
} from './practice/social-work/closing-letter/index.ts';
import { routes as closingProposalRoutes } from './practice/social-work/closing-proposal/index.ts';
import { routes as complexCaseRoutes } from './practice/social-work/complex-case/index.ts';
import { routes as complexCaseEntryRoutes } from './practice/social-work/complex-case-entry/index.ts';
import { routes as complexCaseWorkRoutes } from './practice/social-work/complex-case-work/index.ts';
import { routes as declaredPeriodRoutes } from './practice/social-work/declared-period/index.ts';
import { routes as deskRoutes } from './practice/social-work/desk/index.ts';
import { routes as handoverRoutes } from './practice/social-work/handover/routes.tsx';
import { identityBar } from './practice/social-work/identity-bar/index.ts';
import { routes as managementDecisionRoutes } from './practice/social-work/management-decision/index.ts';
import { routes as managementDecisionMakingRoutes } from './practice/social-work/management-decision-making/index.ts';
import { routes as periodOfCareRoutes } from './practice/social-work/period-of-care/index.ts';
import { routes as periodOfServiceRoutes } from './practice/social-work/period-of-service/routes.tsx';
import { routes as protectionPlanRoutes } from './practice/social-work/protection-plan/index.ts';
import { routes as ratingBoardRoutes } from './practice/social-work/rating-board/index.ts';
import { routes as ratingComparisonRoutes } from './practice/social-work/rating-comparison/index.ts';
import { routes as ratingDealingRoutes } from './practice/social-work/rating-dealing/index.ts';
import { routes as ratingTurnRoutes } from './practice/social-work/rating-turn/index.ts';
import { routes as referralRoutes } from './practice/social-work/referral/routes.tsx';
import { routes as teamWorkRoutes } from './practice/social-work/team-work/index.ts';
import { routes as thinkingTimeRoutes } from './practice/social-work/thinking-time/index.ts';
import { routes as visibleChildrenRoutes } from './practice/social-work/visible-children/index.ts';
import { routes as visitRoutes } from './practice/social-work/visit/index.ts';
import { routes as visitRecordingRoutes } from './practice/social-work/visit-recording/index.ts';
import { followingRoutes } from './public/following/index.ts';
import { frontRoutes } from './public/front/index.ts';
import { requestRoutes } from './public/request/index.ts';
import { tellingRoutes } from './public/telling/index.ts';
import { RECORD_TABS } from './record-tabs.ts';
import { TIMELINE_SOURCES } from './timelines.ts';

/** The places of the worker's header, in their order. The first that somebody may open is where signing in leads. */
export const PLACES: readonly PlaceEntry[] = [
  { place: 'hub', href: '/hub', permission: 'board: read' },
  { place: 'children', href: '/people', permission: 'person: search' },
  { place: 'my work', href: '/my-work', permission: 'police notification: acknowledge' },
  { place: 'my work', href: '/my-work', permission: 'partner check: answer' },
  { place: 'my work', href: '/my-work', permission: 'referral: read' },
  { place: 'my work', href: '/my-work', permission: 'emergency access: review' },
  { place: 'my work', href: '/my-work', permission: 'sampled case: read' },
  { place: 'team', href: '/team', permission: 'team: read' },
  { place: 'insight', href: '/measures', permission: 'measure: read' },
  { place: 'directory', href: '/directory', permission: 'staff: read' },
];

/** What stands above every page about one person. */
export const ABOUT_PERSON = identityBar(RECORD_TABS);

/** Every capability of the product, once: each slice hangs its own pages and actions on their addresses. */
export function addSlices(web: Web): void {
  myWorkRoutes(web);
  noticeRoutes(web);
  whatIsAskedRoutes(web);
  searchRoutes(web);
  duplicateRoutes(web);
  mergeRoutes(web);
  unmergeRoutes(web);
  atAGlanceRoutes(web);
  addPersons(web);
  addWhoMaySee(web);
  addAdministration(web);
  directoryRoutes(web);
  identificationRoutes(web);
  alertRoutes(web);
  callRoutes(web);
  triageRoutes(web);
  policeNotificationRoutes(web);
  contactNoticeRoutes(web);
  measureRoutes(web);
  mashEnquiryRoutes(web);
  partnerAnswerRoutes(web);
  answeringRoutes(web);
  correctionRoutes(web);
  authorisationRoutes(web);
  decidingRoutes(web);
  earlyHelpRoutes(web);
  addSocialWork(web);
  screeningMeetingRoutes(web);
  screeningTurnRoutes(web);
  addPublicPages(web);
  ownAccountRoutes(web);
  ownSignInRoutes(web);
  boardRoutes(web);
  contactRecordRoutes(web);
}

/** Who somebody is, with whom they live, and what stands on their record. */
function addPersons(web: Web): void {
  duplicateAskingRoutes(web);
  personRoutes(web);
  statementRoutes(web);
  timelineRoutes(web, TIMELINE_SOURCES);
  personFactRoutes(web);
  recordAlertRoutes(web);
  householdRoutes(web);
  householdKeepingRoutes(web);
  householdChangingRoutes(web);
  relationshipRoutes(web);
}

/** What anybody reads and sends without signing in. */
function addPublicPages(web: Web): void {
  frontRoutes(web);
  tellingRoutes(web);
  requestRoutes(web);
  followingRoutes(web);
}

function addSocialWork(web: Web): void {
  addAllocating(web);
  visitRoutes(web);
  visitRecordingRoutes(web);
  visibleChildrenRoutes(web);
  teamWorkRoutes(web, [decisionsToSign]);
  calendarOfGapsRoutes(web);
  declaredPeriodRoutes(web);
  periodOfCareRoutes(web);
  protectionPlanRoutes(web);
  addRating(web);
  addClosing(web);
  addWriting(web);
}

/** Who may see a record: walls, own and relatives' records. */
function addWhoMaySee(web: Web): void {
  restrictionRoutes(web);
  ownOrRelativeRoutes(web);
  emergencyRoutes(web);
  whoLookedRoutes(web);
  lookReviewRoutes(web);
  addSharing(web);
}

/** What partner agencies read of a record, and advisers of a sample: on what ground and until when. */
function addSharing(web: Web): void {
  sharingConsentRoutes(web);
  shareRoutes(web);
  sharedChildRoutes(web);
  caseSampleRoutes(web);
  sampledCaseRoutes(web);
  sampledCaseAttachingRoutes(web);
}

/** Who works here, in which posts, teams and agencies, and how they sign in. */
function addAdministration(web: Web): void {
  staffRoutes(web);
  postRoutes(web);
  leavingRoutes(web);
  accountRoutes(web);
  rightRequestRoutes(web);
  teamRoutes(web);
  agencyRoutes(web);
}

/** What is written down about a child besides visits: notes, and what managers decide. */
function addWriting(web: Web): void {
  caseNoteRoutes(web);
  caseNoteWritingRoutes(web);
  managementDecisionRoutes(web);
  managementDecisionMakingRoutes(web);
  complexCaseRoutes(web);
  complexCaseEntryRoutes(web);
  complexCaseWorkRoutes(web);
  thinkingTimeRoutes(web);
}

/** How open cases are rated. */
function addRating(web: Web): void {
  caseRatingRoutes(web);
  caseOversightRoutes(web);
  ratingBoardRoutes(web);
  ratingDealingRoutes(web);
  ratingTurnRoutes(web);
  ratingComparisonRoutes(web);
}

/** Closing with the family, from a proposal to what they are told. */
function addClosing(web: Web): void {
  closingRoutes(web);
  closingProposalRoutes(web);
  closingLetterRoutes(web);
}

/** From an accepted referral to a worker. */
function addAllocating(web: Web): void {
  referralRoutes(web);
  periodOfServiceRoutes(web);
  allocatingRoutes(web);
  handoverRoutes(web);
  caseloadRoutes(web);
  deskRoutes(web, [decisionsToSign]);
}

/** What slices do when something has happened elsewhere. */
export const reactions: { readonly answerSent: Sent } = {
  answerSent: async (db, sent) => {
    await answerWasSent(db, sent);
    await closingLetterWasSent(db, sent);
  },
};
