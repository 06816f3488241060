import { PAGES_OF_ADMINISTRATION } from './pages-of-administration.ts';
import { PAGES_OF_RECORDS } from './pages-of-records.ts';
import { PAGES_OF_SAMPLED_CASES } from './pages-of-sampled-cases.ts';
import type { Shown, Step } from './walk.ts';

const CONTACT = 'main a[href^="/contacts/"]:not([href*="/new"])';
const PERSON = 'main a[href^="/people/"]';
const LIMPETS = 'find: limpet';
const VISITS = 'main th a[href$="/visits"]';
const WRITE = 'main a[href$="/visits/new"]';
const VISIT = 'main th a[href*="/visits/"]';
const CASELOAD = 'main a[href^="/caseloads/"]';
const ALLOCATIONS = 'a[href$="/allocations"].c-tabs__link';
const OFFER = 'main a[href$="/handovers/new"]';
const PERIODS = 'a[href$="/periods-of-service"].c-tabs__link';
const TIMELINE = 'a[href$="/timeline"]';
const COMPLEX_NEW = 'main a[href$="/complex-cases/new"]';
const NOTES = 'a[href$="/case-notes"]';
const NOTE_NEW = 'main a[href$="/case-notes/new"]';
const NOTE = 'main th a[href*="/case-notes/"]';
const DECIDED = 'a[href$="/management-decisions"]';
const DECIDE = 'main a[href$="/management-decisions/new"]';
const GLANCE = '.c-tabs li:first-child a';
const DETAILS = 'a[href$="/details"].c-tabs__link';
const WHO = 'a[href$="/restrictions"].c-tabs__link';
const WALL_NEW = 'main a[href$="/restrictions/new"]';
const WALLED: Step = {
  type: {
    kind: 'restricted',
    reason: 'The family of a colleague.',
    'people.0.staffId': '1',
    leaveOut: 'yes',
    reviewOn: 'tomorrow',
  },
  press: 'main form[action$="/restrictions"] button.govuk-button',
};
const RELATIVE_NEW = 'main a[href$="/own-or-relatives/new"]';
const RELATED: Step = {
  type: { staffId: '1', kind: 'relative' },
  press: 'main form[action$="/own-or-relatives"] button.govuk-button',
};
const ASKED: Step = {
  type: {
    number: 'NOBODY1',
    ground: 'in danger now',
    words: 'The police stand at the door.',
    cannotWait: 'yes',
    isHeard: 'yes',
  },
  press: 'main form[action$="/emergency-accesses"] button.govuk-button',
};
const SHARING = 'a[href$="/shares"].c-tabs__link';
const CONSENT_NEW = 'main a[href$="/sharing-consents/new"]';
const SHARE_NEW = 'main a[href$="/shares/new"]';
const HEARD = { saidBy: 'child', saidName: 'Herself', saidOn: 'yesterday', way: 'in person' } as const;
const AGREED: Step = {
  type: { agencyId: '1', ...HEARD, words: 'They may know her school.' },
  press: 'main form[action$="/sharing-consents"] button.govuk-button',
};
const SHARED: Step = {
  type: {
    agencyId: '1',
    purpose: 'keep safe',
    purposeWords: 'So that they know whom to ring.',
    parts: 'workers',
    basis: 'public function',
    basisWords: 'The team manager decided.',
    untilOn: 'tomorrow',
  },
  press: 'main form[action$="/shares"] button.govuk-button',
};
const CHOSEN: Step = {
  type: {
    adviserId: '1',
    purpose: 'How well we listen to children.',
    population: 'open',
    size: '5',
    secondId: '1',
    untilOn: 'tomorrow',
  },
  press: 'main form[action="/case-samples"] button.govuk-button',
};
const SAY = 'main a[href$="/statements/new"]';
const PERIOD = 'main a[href^="/periods-of-service/"]';
const CLOSINGS = 'main a[href$="/closings"]';
const CLOSE = 'main a[href$="/closings/new"]';
const EXERCISE = 'main th a[href^="/rating-exercises/"]';
const TURN = 'main th a[href^="/rating-cases/"]';
const FREEZE: Step = {
  type: { title: 'Rating every open case' },
  press: 'main form[action="/rating-exercises"] button.govuk-button',
};
const DECISIONS = 'main a[href$="/decisions"]';

/** Presses the seen button of a public page that leads this way, after typing. */
const go = (to: string, type: Readonly<Record<string, string>> = {}): Step => ({
  type,
  press: `button[name="go"][value="${to}"]:not([aria-hidden])`,
});
/** Sends the last form of a page as it stands. */
const send = (action: string): Step => ({ press: `main form[action$="${action}"] button.govuk-button` });

const SAID_OF_CHILD: Step = {
  type: { kind: 'worry', words: 'She is often tired at school.' },
  press: 'main form[action$="/statements"] button.govuk-button',
};
const VISITED: Step = {
  type: { 'children.0.said': 'I like it when Gran comes.', place: 'home', manner: 'planned' },
  press: 'main form[action$="/visits"] button.govuk-button',
};
const NOTED: Step = {
  type: { words: 'She eats her lunch again.', follows: 'Ring again on Friday.', kind: 'telephone' },
  press: 'main form[action$="/case-notes"] button.govuk-button',
};
const SIGNED: Step = {
  type: {
    decided: 'Visit every week until Christmas.',
    why: 'The nights are hard at home.',
    occasion: 'supervision',
  },
  press: 'main form[action$="/management-decisions"] button.govuk-button',
};
const ENTERED: Step = {
  type: { why: 'Many work with them, and school is about to end.', leadId: '1' },
  press: 'main form[action$="/complex-cases"] button.govuk-button',
};
const BOOKED: Step = {
  type: { bookedOn: 'yesterday', bookedMinutes: '60', attending: 'The nurse, the school and we' },
  press: 'main form[action$="/thinking-times"] button.govuk-button',
};
const RATED: Step = {
  type: {
    harm: 'amber',
    breakdown: 'red',
    why: 'The nights are hard at home.',
    toDo: 'Rita goes with Mum to the school on Monday.',
  },
  press: 'main form[action$="/ratings"] button.govuk-button',
};
const CLOSED: Step = {
  type: {
    'views.0.words': 'I do not need you any more.',
    'views.1.words': 'We can do it ourselves now.',
    'views.2.words': 'I am glad of it.',
    reason: 'no longer in need',
    reached: 'Mornings go well now.',
    othersTold: 'Nobody has to be told.',
  },
  press: 'main form[action$="/closings"] button.govuk-button',
};
const CALM = go('on', { danger: 'no' });
const SAID = go('on', { happening: 'They sleep in the van since Monday.' });
const SKIP = go('skip');
const TOLD: readonly Step[] = [CALM, SAID, ...Array.from({ length: 7 }, () => SKIP)];
const WRITTEN: readonly Step[] = [
  go('begin.request'),
  go('why'),
  go('list', { happening: 'Saffron comes to school hungry.', danger: 'no' }),
  go('children.0'),
  go('list', { 'children.0.givenName': 'Saffron', 'children.0.familyName': 'Barnacle' }),
  go('permission'),
  go('list', { permission: 'given', permissionOf: 'Mother, on Monday' }),
  go('you'),
  go('list', { name: 'Ada Lugsail', role: 'Class teacher', email: 'ada@school.example' }),
];

/** Every page of the product, and the states of them worth looking at, in the order in which somebody meets them. */
// biome-ignore format: a table reads as a table
export const PAGES: readonly Shown[] = [
  { name: '01-front', at: '/' },
  { name: '01-front-portuguese', at: '/pt' },
  { name: '02-what-we-do', at: '/what-we-do-with-what-you-tell-us' },
  { name: '02-what-we-do-portuguese', at: '/pt/what-we-do-with-what-you-tell-us' },
  { name: '02-leave', at: '/leave', isNoPage: true },
  { name: '03-worried', at: '/worried-about-a-child' },
  { name: '03-worried-portuguese', at: '/pt/worried-about-a-child' },
  { name: '03-worried-in-danger', at: '/worried-about-a-child', steps: [go('on', { danger: 'yes' })] },
  { name: '03-worried-happening', at: '/worried-about-a-child', steps: [CALM] },
  { name: '03-worried-nothing-said', at: '/worried-about-a-child', steps: [CALM, go('on')] },
  { name: '03-worried-children', at: '/worried-about-a-child', steps: [CALM, SAID] },
  { name: '03-worried-reach', at: '/worried-about-a-child', steps: [CALM, SAID, SKIP, SKIP, SKIP, SKIP, SKIP] },
  { name: '03-worried-later', at: '/worried-about-a-child', steps: [CALM, go('stop')] },
  { name: '03-worried-check', at: '/worried-about-a-child', steps: [...TOLD], has: 'button[value="send"]' },
  { name: '03-worried-sent', at: '/worried-about-a-child', steps: [...TOLD, go('send')] },
  { name: '03-worried-followed', at: '/worried-about-a-child', steps: [...TOLD, go('send'), 'main a[href*="/follow/"]'] },
  { name: '03-worried-followed-portuguese', at: '/pt/worried-about-a-child', steps: [...TOLD, go('send'), 'main a[href*="/follow/"]'] },
  { name: '04-ask-for-help', at: '/ask-for-help' },
  { name: '04-ask-for-help-portuguese', at: '/pt/ask-for-help' },
  { name: '05-come-back', at: '/come-back' },
  { name: '05-come-back-portuguese', at: '/pt/come-back' },
  { name: '06-child', at: '/child' },
  { name: '06-child-happening', at: '/child', steps: [CALM] },
  { name: '06-child-portuguese', at: '/pt/child' },
  { name: '06-young-person', at: '/young-person' },
  { name: '06-young-person-portuguese', at: '/pt/young-person' },
  { name: '07-request', at: '/requests/new' },
  { name: '07-request-list', at: '/requests/new', steps: [go('begin.request')] },
  { name: '07-request-why', at: '/requests/new', steps: [go('begin.request'), go('why')] },
  { name: '07-request-child', at: '/requests/new', steps: [go('begin.request'), go('children.0')] },
  { name: '07-request-not-whole', at: '/requests/new', steps: [go('begin.request'), go('check')] },
  { name: '07-request-check', at: '/requests/new', steps: [...WRITTEN, go('check')] },
  { name: '07-request-sent', at: '/requests/new', steps: [...WRITTEN, go('check'), go('send')] },
  { name: '08-sign-in', at: '/sign-in' },
  { name: '08-sign-in-refused', at: '/sign-in', steps: [{ type: { name: 'nobody', password: 'a wrong one' }, press: 'form[action="/sign-in"] button[type="submit"]' }] },
  { name: '08-nothing-here', at: '/no-such-page' },
  { name: '08-first-place', who: 'hub manager', at: '/work', isNoPage: true },
  { name: '10-board', who: 'hub manager', at: '/hub' },
  { name: '10-board-none-of-these', who: 'hub manager', at: '/hub?show=mine&rating=red&source=A' },
  { name: '10-my-work', who: 'hub manager', at: '/my-work' },
  { name: '10-my-work-of-partner', who: 'police partner', at: '/my-work' },
  { name: '11-contact', who: 'hub manager', at: '/hub', steps: [CONTACT] },
  { name: '11-contact-with-enquiry', who: 'hub manager', at: '/hub', steps: [CONTACT], has: 'main a[href^="/mash-enquiries/"]' },
  { name: '11-contact-decided', who: 'hub manager', at: '/screening-meetings', steps: ['main a[href^="/screening-meetings/"]', DECISIONS, CONTACT] },
  { name: '12-call', who: 'social care hub worker', at: '/contacts/new' },
  { name: '12-call-nothing-said', who: 'social care hub worker', at: '/contacts/new', steps: [send('/contacts')] },
  { name: '13-rating', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href$="/ratings/new"]'] },
  { name: '13-rating-nothing-chosen', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href$="/ratings/new"]', send('/ratings')] },
  { name: '13-concern', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href$="/concerns/new"]'] },
  { name: '14-decision', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href$="/decisions/new"]'] },
  { name: '14-decision-nothing-chosen', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href$="/decisions/new"]', send('/decisions')] },
  { name: '14-decided', who: 'hub manager', at: '/screening-meetings', steps: ['main a[href^="/screening-meetings/"]', DECISIONS] },
  { name: '14-answer', who: 'hub manager', at: '/screening-meetings', steps: ['main a[href^="/screening-meetings/"]', DECISIONS, 'main a[href$="/answers/new"]'] },
  { name: '15-mash-enquiry-new', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href$="/mash-enquiries/new"]'], has: 'textarea[name="purpose"]' },
  { name: '15-mash-enquiry-not-a-concern', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href$="/mash-enquiries/new"]'], has: 'main:not(:has(textarea))' },
  { name: '15-mash-enquiry', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href^="/mash-enquiries/"]'] },
  { name: '16-identification', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href$="/identification"]'] },
  { name: '17-correction', who: 'hub manager', at: '/hub', steps: [CONTACT, 'main a[href$="/corrections/new"]'] },
  { name: '18-meetings', who: 'hub manager', at: '/screening-meetings' },
  { name: '18-meeting', who: 'hub manager', at: '/screening-meetings', steps: ['main a[href^="/screening-meetings/"]'] },
  { name: '18-meeting-begun', who: 'MASH decision maker', at: '/screening-meetings', steps: [send('/screening-meetings')] },
  { name: '19-alerts', who: 'hub manager', at: '/alerts' },
  { name: '20-authorisations', who: 'head of service', at: '/authorisations' },
  { name: '21-police-notifications', who: 'social worker', at: '/police-notifications' },
  { name: '21-contact-notices', who: 'social worker', at: '/contact-notices' },
  { name: '21-contact-notices', who: 'social worker', at: '/contact-notices' },
  { name: '22-police-notification-new', who: 'hub manager', at: '/police-notifications/new' },
  { name: '22-police-batch', who: 'hub manager', at: '/police-notifications/batch' },
  { name: '23-search', who: 'hub manager', at: '/people' },
  { name: '23-search-found', who: 'hub manager', at: LIMPETS },
  { name: '23-search-nobody', who: 'hub manager', at: 'find: Zzyzx Qwlph' },
  { name: '24-person', who: 'hub manager', at: LIMPETS, steps: [PERSON] },
  { name: '24-details', who: 'hub manager', at: LIMPETS, steps: [PERSON, DETAILS] },
  { name: '24-at-a-glance', who: 'social worker', at: '/desk', steps: [PERSON, GLANCE] },
  { name: '24-statement-new', who: 'social worker', at: '/desk', steps: [PERSON, SAY] },
  { name: '24-statement-nothing-said', who: 'social worker', at: '/desk', steps: [PERSON, SAY, send('/statements')] },
  { name: '24-statements', who: 'social worker', at: '/desk', steps: [PERSON, SAY, SAID_OF_CHILD, 'main a[href$="/statements"]'] },
  { name: '24-statement-ended', who: 'social worker', at: '/desk', steps: [PERSON, SAY, SAID_OF_CHILD, 'main a[href$="/statements"]', send('/ending')] },
  { name: '24-timeline', who: 'hub manager', at: LIMPETS, steps: [PERSON, TIMELINE] },
  { name: '24-timeline-nothing-there', who: 'hub manager', at: LIMPETS, steps: [PERSON, TIMELINE, { type: { from: '1/1/2090' }, press: 'main form[action$="/timeline"] button' }] },
  { name: '24-person-hidden', who: 'hub manager', at: '/people/00000000-0000-4000-8000-000000000000' },
  ...['names', 'addresses', 'contact-details', 'attendances', 'safe-contact'].flatMap((facts): Shown[] => [
    { name: `25-${facts}`, who: 'hub manager', at: LIMPETS, steps: [PERSON, DETAILS, `main a[href$="/${facts}/new"]`] },
    { name: `25-${facts}-nothing-typed`, who: 'hub manager', at: LIMPETS, steps: [PERSON, DETAILS, `main a[href$="/${facts}/new"]`, send(`/${facts}`)] },
  ]),
  { name: '25-relationships', who: 'hub manager', at: LIMPETS, steps: [PERSON, DETAILS, 'main a[href$="/relationships/new"]'] },
  { name: '25-relationships-nothing-chosen', who: 'hub manager', at: LIMPETS, steps: [PERSON, DETAILS, 'main a[href$="/relationships/new"]', { type: { q: 'limpet' }, press: 'main form[action="/searches"] button' }, { press: 'main form[action*="/relationships"][method="post"] button.govuk-button' }] },
  ...['periods-of-care', 'protection-plans'].flatMap((facts): Shown[] => [
    { name: `25-${facts}`, who: 'head of service', at: LIMPETS, steps: [PERSON, `main a[href$="/${facts}/new"]`] },
    { name: `25-${facts}-nothing-chosen`, who: 'head of service', at: LIMPETS, steps: [PERSON, `main a[href$="/${facts}/new"]`, send(`/${facts}`)] },
  ]),
  { name: '25-person-in-care', who: 'head of service', at: '/measures/L1/lines', steps: [PERSON], has: 'a[href^="/periods-of-care/"]' },
  { name: '25-periods-of-care-ending', who: 'head of service', at: '/measures/L1/lines', steps: [PERSON, 'main a[href^="/periods-of-care/"]'] },
  { name: '25-protection-plans-ending', who: 'head of service', at: '/measures/C1/lines', steps: [PERSON, 'main a[href^="/protection-plans/"]'] },
  { name: '25-who-may-see', who: 'head of service', at: LIMPETS, steps: [PERSON, WHO] },
  { name: '25-restriction-new', who: 'head of service', at: LIMPETS, steps: [PERSON, WHO, WALL_NEW] },
  { name: '25-restriction-nothing-said', who: 'head of service', at: LIMPETS, steps: [PERSON, WHO, WALL_NEW, send('/restrictions')] },
  { name: '25-restriction', who: 'head of service', at: LIMPETS, steps: [PERSON, WHO, WALL_NEW, WALLED, 'main a[href^="/restrictions/"]'] },
  { name: '25-restrictions', who: 'head of service', at: '/restrictions' },
  { name: '25-own-or-relatives', who: 'hub manager', at: '/own-account/own-or-relatives' },
  { name: '25-own-or-relatives-nothing-said', who: 'hub manager', at: '/own-account/own-or-relatives', steps: [send('/own-or-relatives')] },
  { name: '25-own-or-relative-new', who: 'hub manager', at: 'find: gannet', steps: [PERSON, WHO, RELATIVE_NEW] },
  { name: '25-own-or-relative-ending', who: 'hub manager', at: 'find: gannet', steps: [PERSON, WHO, RELATIVE_NEW, RELATED, 'main a[href$="/ending/new"]'] },
  { name: '25-emergency-access', who: 'social worker', at: '/emergency-access/new' },
  { name: '25-emergency-access-nothing-said', who: 'social worker', at: '/emergency-access/new', steps: [send('/emergency-accesses')] },
  { name: '25-emergency-access-not-opened', who: 'social worker', at: '/emergency-access/not-opened' },
  { name: '25-emergency-access-asked', who: 'social worker', at: '/emergency-access/new', steps: [ASKED] },
  { name: '25-emergency-accesses', who: 'hub manager', at: '/emergency-accesses' },
  { name: '25-emergency-access-to-review', who: 'hub manager', at: '/emergency-accesses', steps: ['main a[href^="/emergency-accesses/"]'] },
  { name: '25-who-looked', who: 'head of service', at: LIMPETS, steps: [PERSON, 'a[href$="/looks"].c-tabs__link'] },
  { name: '25-who-looked-file', who: 'head of service', at: LIMPETS, steps: [PERSON, 'a[href$="/looks"].c-tabs__link', 'main a[href$="/looks/csv"]'], isNoPage: true },
  { name: '25-who-looked-by-number', who: 'head of service', at: '/looks' },
  { name: '25-who-looked-nothing-typed', who: 'head of service', at: '/looks', steps: [send('/looks')] },
  { name: '25-look-reviews', who: 'head of service', at: '/look-reviews' },
  { name: '26-referrals', who: 'head of service', at: '/referrals' },
  { name: '27-referral', who: 'head of service', at: '/referrals', steps: ['main a[href^="/referrals/"]'] },
  { name: '28-early-help', who: 'hub manager', at: '/early-help-episodes' },
  { name: '28-early-help-episode', who: 'hub manager', at: '/early-help-episodes', steps: ['main a[href^="/early-help-episodes/"]'] },
  { name: '29-partner-checks', who: 'police partner', at: '/partner-checks' },
  { name: '30-partner-check', who: 'police partner', at: '/partner-checks', steps: ['main a[href^="/partner-checks/"]'] },
  { name: '30-partner-check-nothing-said', who: 'police partner', at: '/partner-checks', steps: ['main a[href^="/partner-checks/"]', send('/answer')] },
  { name: '31-measures', who: 'hub manager', at: '/measures' },
  { name: '31-measures-for-print', who: 'hub manager', at: '/measures', steps: ['main a[href*="paper=yes"]'] },
  ...['H1', 'H3', 'H5', 'H9', 'R1', 'O1', 'C1', 'L1', 'W1'].map((id): Shown => ({ name: `32-measure-${id}`, who: 'hub manager', at: `/measures/${id}` })),
  { name: '33-measure-csv', who: 'hub manager', at: '/measures/H3/csv', isNoPage: true },
  { name: '33-measure-lines', who: 'hub manager', at: '/measures/H3/lines' },
  { name: '33-measure-lines-of-workers', who: 'hub manager', at: '/measures/W1/lines' },
  { name: '33-measure-lines-csv', who: 'hub manager', at: '/measures/H3/lines/csv', isNoPage: true },
  { name: '34-directory', who: 'hub manager', at: '/directory' },
  { name: '08-sign-in-over', at: '/sign-in/over' },
  { name: '08-second-step', at: '/sign-in/second' },
  ...PAGES_OF_ADMINISTRATION,
  ...PAGES_OF_RECORDS,
  { name: '35-own-account', who: 'hub manager', at: '/own-account' },
  { name: '35-password', who: 'hub manager', at: '/own-account/password' },
  { name: '35-prove', who: 'hub manager', at: '/prove' },
  { name: '36-what-is-recorded', who: 'hub manager', at: '/what-is-recorded' },
  { name: '36-accessibility', who: 'hub manager', at: '/accessibility' },
  { name: '36-what-is-asked', who: 'social worker', at: '/what-is-asked-of-us' },
  { name: '36-help', who: 'hub manager', at: '/help' },
  { name: '38-visible-children', who: 'head of service', at: '/visible-children' },
  { name: '38-declared-periods', who: 'head of service', at: '/declared-periods' },
  { name: '38-declared-periods-nothing-said', who: 'head of service', at: '/declared-periods', steps: [send('/declared-periods')] },
  { name: '38-declared-period', who: 'head of service', at: '/declared-periods', steps: [{ type: { title: 'Schools closed', reason: 'Decided by the Assembly.', forWhom: 'all', days: '7', fromOn: 'today' }, press: 'main form[action$="/declared-periods"] button' }] },
  { name: '38-visible-children-own', who: 'social worker', at: '/visible-children' },
  { name: '38-calendar-of-gaps', who: 'team manager', at: '/calendar-of-gaps' },
  { name: '38-calendar-of-gaps-own', who: 'social worker', at: '/calendar-of-gaps' },
  { name: '38-calendar-of-gaps-csv', who: 'team manager', at: '/calendar-of-gaps', steps: ['main a[href*="/csv"]'], isNoPage: true },
  { name: '38-visits', who: 'head of service', at: '/visible-children', steps: [VISITS] },
  { name: '39-visit-new', who: 'social worker', at: '/visible-children', steps: [VISITS, WRITE] },
  { name: '39-visit-nothing-said', who: 'social worker', at: '/visible-children', steps: [VISITS, WRITE, send('/visits')] },
  { name: '39-visit', who: 'social worker', at: '/visible-children', steps: [VISITS, WRITE, VISITED, VISIT] },
  { name: '39-visit-correct', who: 'social worker', at: '/visible-children', steps: [VISITS, WRITE, VISITED, VISIT, 'main a[href$="/corrections/new"]'] },
  { name: '40-desk', who: 'social worker', at: '/desk' },
  { name: '40-team', who: 'team manager', at: '/team' },
  { name: '40-team-by-worker', who: 'head of service', at: '/team?by=worker' },
  { name: '40-unallocated-children', who: 'head of service', at: '/unallocated-children' },
  { name: '41-allocations', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, ALLOCATIONS] },
  { name: '41-allocations-nobody-chosen', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, ALLOCATIONS, send('/allocations')] },
  { name: '42-hand-over', who: 'social worker', at: '/desk', steps: [PERSON, ALLOCATIONS, OFFER] },
  { name: '42-hand-over-nothing-said', who: 'social worker', at: '/desk', steps: [PERSON, ALLOCATIONS, OFFER, send('/handovers')] },
  { name: '42-handover', who: 'social worker', at: '/desk', steps: [PERSON, ALLOCATIONS, OFFER, { type: { to: '1', note: 'She trusts the school nurse.' }, press: 'main form[action$="/handovers"] button' }] },
  { name: '43-caseloads', who: 'head of service', at: '/caseloads' },
  { name: '43-caseload', who: 'head of service', at: '/caseloads', steps: [CASELOAD] },
  { name: '43-caseload-nothing-said', who: 'head of service', at: '/caseloads', steps: [CASELOAD, send('/absences')] },
  { name: '44-periods-of-service', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, PERIODS] },
  { name: '44-periods-of-service-nothing-said', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, PERIODS, send('/periods-of-service')] },
  { name: '44-period-of-service', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, PERIODS, 'main a[href^="/periods-of-service/"]'] },
  { name: '45-cases-by-rating', who: 'head of service', at: '/case-ratings' },
  { name: '45-ratings', who: 'head of service', at: '/case-ratings?show=not+rated', steps: ['main a[href$="/ratings"]'] },
  { name: '45-rating-new', who: 'head of service', at: '/case-ratings?show=not+rated', steps: ['main a[href$="/ratings"]', 'main a[href$="/ratings/new"]'] },
  { name: '45-rating-nothing-said', who: 'head of service', at: '/case-ratings?show=not+rated', steps: ['main a[href$="/ratings"]', 'main a[href$="/ratings/new"]', send('/ratings')] },
  { name: '44-sharing', who: 'social worker', at: '/desk', steps: [PERSON, SHARING] },
  { name: '44-sharing-consent-new', who: 'social worker', at: '/desk', steps: [PERSON, SHARING, CONSENT_NEW] },
  { name: '44-sharing-consent-nothing-said', who: 'social worker', at: '/desk', steps: [PERSON, SHARING, CONSENT_NEW, send('/sharing-consents')] },
  { name: '44-sharing-consent', who: 'social worker', at: '/desk', steps: [PERSON, SHARING, CONSENT_NEW, AGREED, 'main a[href^="/sharing-consents/"]'] },
  { name: '44-share-new', who: 'social worker', at: '/desk', steps: [PERSON, SHARING, SHARE_NEW] },
  { name: '44-share-nothing-said', who: 'social worker', at: '/desk', steps: [PERSON, SHARING, SHARE_NEW, send('/shares')] },
  { name: '44-share', who: 'social worker', at: '/desk', steps: [PERSON, SHARING, SHARE_NEW, SHARED] },
  { name: '44-shared-children', who: 'police partner', at: '/shared-children' },
  { name: '44-shared-child', who: 'police partner', at: '/shared-children', steps: ['main th a[href^="/shared-children/"]'] },
  { name: '44-case-samples', who: 'head of service', at: '/case-samples' },
  { name: '44-case-sample-new', who: 'head of service', at: '/case-samples/new' },
  { name: '44-case-sample-nothing-said', who: 'head of service', at: '/case-samples/new', steps: [send('/case-samples')] },
  { name: '44-case-sample', who: 'head of service', at: '/case-samples/new', steps: [CHOSEN] },
  { name: '44-sampled-cases', who: 'adviser', at: '/sampled-cases' },
  { name: '44-sampled-case', who: 'adviser', at: '/sampled-cases', steps: ['main th a[href^="/sampled-cases/"]'] },
  ...PAGES_OF_SAMPLED_CASES,
  { name: '45-closings-of-child', who: 'social worker', at: '/desk', steps: [PERSON, PERIODS, PERIOD, CLOSINGS] },
  { name: '45-closing-new', who: 'social worker', at: '/desk', steps: [PERSON, PERIODS, PERIOD, CLOSINGS, CLOSE] },
  { name: '45-closing-nothing-said', who: 'social worker', at: '/desk', steps: [PERSON, PERIODS, PERIOD, CLOSINGS, CLOSE, send('/closings')] },
  { name: '48-case-notes', who: 'social worker', at: '/desk', steps: [PERSON, NOTES] },
  { name: '48-case-note-new', who: 'social worker', at: '/desk', steps: [PERSON, NOTES, NOTE_NEW] },
  { name: '48-case-note-nothing-said', who: 'social worker', at: '/desk', steps: [PERSON, NOTES, NOTE_NEW, send('/case-notes')] },
  { name: '48-case-note', who: 'social worker', at: '/desk', steps: [PERSON, NOTES, NOTE_NEW, NOTED, NOTE] },
  { name: '48-case-note-correct', who: 'social worker', at: '/desk', steps: [PERSON, NOTES, NOTE_NEW, NOTED, NOTE, 'main a[href$="/corrections/new"]'] },
  { name: '49-decisions', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, DECIDED] },
  { name: '49-decision-new', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, DECIDED, DECIDE] },
  { name: '49-decision-nothing-said', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, DECIDED, DECIDE, send('/management-decisions')] },
  { name: '49-decision', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, DECIDED, DECIDE, SIGNED] },
  { name: '49-decision-correct', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, DECIDED, DECIDE, SIGNED, 'main a[href$="/corrections/new"]'] },
  { name: '49-decided-to-do', who: 'head of service', at: '/management-decision-actions' },
  { name: '50-complex-case-new', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, PERIODS, COMPLEX_NEW] },
  { name: '50-complex-case-nothing-said', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, PERIODS, COMPLEX_NEW, send('/complex-cases')] },
  { name: '50-complex-case', who: 'head of service', at: '/caseloads', steps: [CASELOAD, PERSON, PERIODS, COMPLEX_NEW, ENTERED] },
  { name: '50-complex-cases', who: 'head of service', at: '/complex-cases' },
  { name: '50-complex-cases-csv', who: 'head of service', at: '/complex-cases/csv', isNoPage: true },
  { name: '50-thinking-time', who: 'head of service', at: '/complex-cases', steps: ['main th a[href^="/complex-cases/"]', BOOKED, 'main a[href^="/thinking-times/"]'] },
  { name: '46-closings', who: 'head of service', at: '/closings' },
  { name: '46-closing', who: 'social worker', at: '/desk', steps: [PERSON, PERIODS, PERIOD, CLOSINGS, CLOSE, CLOSED], has: 'main form[action$="/withdrawal"]' },
  { name: '47-closing-letters', who: 'head of service', at: '/closing-letters' },
  { name: '46-rating-exercises', who: 'head of service', at: '/rating-exercises' },
  { name: '46-rating-exercise-no-name', who: 'head of service', at: '/rating-exercises', steps: [send('/rating-exercises')] },
  { name: '46-dealing', who: 'head of service', at: '/rating-exercises', steps: [FREEZE] },
  { name: '46-dealing-nothing-chosen', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, 'main a[href$="/dealing/new"]', send('/dealing')] },
  { name: '46-rating-exercise', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, 'main a[href*="show=all"]'] },
  { name: '46-rating-exercise-not-closed', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, send('/closing')] },
  { name: '46-rating-exercise-how-far', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, 'main a[href$="/progress"]'] },
  { name: '46-rating-exercise-table', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, 'main a[href$="/table"]'] },
  { name: '47-case-rated', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, 'main a[href*="show=all"]', TURN, RATED] },
  { name: '46-rating-comparison', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, 'main a[href$="/comparison"]'] },
  { name: '46-rating-comparison-csv', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, 'main a[href$="/comparison"]', 'main a[href$="/csv"]'], isNoPage: true },
  { name: '47-case-in-turn', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, 'main a[href*="show=all"]', TURN] },
  { name: '47-case-in-turn-nothing-said', who: 'head of service', at: '/rating-exercises', steps: [EXERCISE, 'main a[href*="show=all"]', TURN, send('/ratings')] },
  { name: '37-not-yours', who: 'adviser', at: '/hub' },
];
