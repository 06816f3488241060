/** A page of the product as somebody reaches it: an address, and the first link of each selector in turn. */
export type Shown = {
  readonly name: string;
  /** The role of whoever looks, or nobody. */
  readonly who: string | undefined;
  readonly at: string;
  readonly follow?: readonly string[];
};

const CONTACT = 'main a[href^="/contacts/"]:not([href*="/new"])';

/** Every page worth looking at, in the order in which somebody meets it. */
// biome-ignore format: a table reads as a table
export const PAGES: readonly Shown[] = [
  { name: '01-front', who: undefined, at: '/' },
  { name: '02-front-portuguese', who: undefined, at: '/pt' },
  { name: '03-worried', who: undefined, at: '/worried-about-a-child' },
  { name: '04-ask-for-help', who: undefined, at: '/ask-for-help' },
  { name: '05-come-back', who: undefined, at: '/come-back' },
  { name: '06-request', who: undefined, at: '/requests/new' },
  { name: '07-sign-in', who: undefined, at: '/sign-in' },
  { name: '08-nothing-here', who: undefined, at: '/no-such-page' },
  { name: '10-board', who: 'hub manager', at: '/hub' },
  { name: '11-contact', who: 'hub manager', at: '/hub', follow: [CONTACT] },
  { name: '12-call-search', who: 'social care hub worker', at: '/contacts/new' },
  { name: '13-rating', who: 'hub manager', at: '/hub', follow: [CONTACT, 'main a[href$="/ratings/new"]'] },
  { name: '14-decision', who: 'hub manager', at: '/hub', follow: [CONTACT, 'main a[href$="/decisions/new"]'] },
  { name: '15-mash-enquiry', who: 'hub manager', at: '/hub', follow: [CONTACT, 'main a[href$="/mash-enquiries/new"]'] },
  { name: '16-identification', who: 'hub manager', at: '/hub', follow: [CONTACT, 'main a[href$="/identification"]'] },
  { name: '17-correction', who: 'hub manager', at: '/hub', follow: [CONTACT, 'main a[href$="/corrections/new"]'] },
  { name: '18-meetings', who: 'hub manager', at: '/screening-meetings' },
  { name: '19-alerts', who: 'hub manager', at: '/alerts' },
  { name: '20-authorisations', who: 'head of service', at: '/authorisations' },
  { name: '21-police-notifications', who: 'social worker', at: '/police-notifications' },
  { name: '22-police-batch', who: 'hub manager', at: '/police-notifications/batch' },
  { name: '23-search', who: 'hub manager', at: '/people' },
  { name: '24-search-found', who: 'hub manager', at: '/people?q=limpet' },
  { name: '25-person', who: 'hub manager', at: '/people?q=limpet', follow: ['main a[href^="/people/"]'] },
  { name: '26-referrals', who: 'head of service', at: '/referrals' },
  { name: '27-referral', who: 'head of service', at: '/referrals', follow: ['main a[href^="/referrals/"]'] },
  { name: '28-early-help', who: 'hub manager', at: '/early-help-episodes' },
  { name: '29-partner-checks', who: 'police partner', at: '/partner-checks' },
  { name: '30-partner-check', who: 'police partner', at: '/partner-checks', follow: ['main a[href^="/partner-checks/"]'] },
  { name: '31-measures', who: 'hub manager', at: '/measures' },
  { name: '32-measure', who: 'hub manager', at: '/measures/H3' },
  { name: '33-measure-lines', who: 'hub manager', at: '/measures/H3/lines' },
  { name: '34-directory', who: 'hub manager', at: '/directory' },
  { name: '35-own-account', who: 'hub manager', at: '/own-account' },
  { name: '36-what-is-recorded', who: 'hub manager', at: '/what-is-recorded' },
  { name: '37-not-yours', who: 'adviser', at: '/hub' },
];
