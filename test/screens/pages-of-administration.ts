import type { Shown, Step } from './walk.ts';

const MEMBER = 'main th a[href^="/staff/"]';
const HELD = 'main a[href^="/post-holdings/"]';
const WIDE: Step = {
  type: { role: '1', teamId: '1', fromOn: 'today', reason: 'She takes over the hub.' },
  press: 'main form[action$="/posts"] button.govuk-button',
};
const TEAM = 'main th a[href^="/teams/"]';
const AGENCY = 'main th a[href^="/agencies/"]';
const NOTHING_SAID: Step = { press: 'main form[action="/staff"][method="post"] button.govuk-button' };

/** The pages of whoever looks after accounts, and of how one signs in oneself. */
// biome-ignore format: a table reads as a table
export const PAGES_OF_ADMINISTRATION: readonly Shown[] = [
  { name: '36-staff', who: 'administrator', at: '/staff' },
  { name: '36-staff-new', who: 'administrator', at: '/staff/new' },
  { name: '36-staff-new-nothing-said', who: 'administrator', at: '/staff/new', steps: [NOTHING_SAID] },
  { name: '36-member', who: 'administrator', at: '/staff?q=windlass', steps: [MEMBER] },
  { name: '36-post-new', who: 'administrator', at: '/staff?q=windlass', steps: [MEMBER, 'main a[href$="/posts/new"]'] },
  { name: '36-post-ending', who: 'administrator', at: '/staff?q=windlass', steps: [MEMBER, HELD] },
  { name: '36-post-change', who: 'administrator', at: '/staff?q=windlass', steps: [MEMBER, HELD, 'main a[href$="/changes/new"]'] },
  { name: '36-leaving', who: 'administrator', at: '/staff?q=windlass', steps: [MEMBER, 'main a[href$="/leaving/new"]'] },
  { name: '36-return', who: 'administrator', at: '/staff?show=left', steps: [MEMBER, 'main a[href$="/return/new"]'] },
  { name: '36-invitation-new', who: 'administrator', at: '/staff?q=windlass', steps: [MEMBER, 'main a[href$="/invitations/new"]'] },
  { name: '36-session-ending', who: 'administrator', at: '/staff?q=capstan', steps: [MEMBER, 'main a[href$="/session-endings/new"]'] },
  { name: '36-second-step-lost', who: 'administrator', at: '/staff?q=capstan', steps: [MEMBER, 'main a[href$="/second-step-requests/new"]'] },
  { name: '36-right-requests', who: 'head of service', at: '/right-requests' },
  { name: '36-right-request', who: 'administrator', at: '/staff?q=windlass', steps: [MEMBER, 'main a[href$="/posts/new"]', WIDE, 'main a[href^="/right-requests/"]'] },
  { name: '36-teams', who: 'administrator', at: '/teams' },
  { name: '36-team-new', who: 'administrator', at: '/teams/new' },
  { name: '36-team', who: 'administrator', at: '/teams', steps: [TEAM] },
  { name: '36-team-name', who: 'administrator', at: '/teams', steps: [TEAM, 'main a[href$="/names/new"]'] },
  { name: '36-team-manager', who: 'administrator', at: '/teams', steps: [TEAM, 'main a[href$="/manager/new"]'] },
  { name: '36-team-closing', who: 'administrator', at: '/teams', steps: [TEAM, 'main a[href$="/closing/new"]'] },
  { name: '36-agencies', who: 'administrator', at: '/agencies' },
  { name: '36-agency-new', who: 'administrator', at: '/agencies/new' },
  { name: '36-agency', who: 'administrator', at: '/agencies', steps: [AGENCY] },
  { name: '36-agreement', who: 'administrator', at: '/agencies', steps: [AGENCY, 'main a[href$="/agreement/new"]'] },
  { name: '36-invitation-over', at: '/invitations/AAAAAAAAAAAAAAAAAAAAAA' },
  { name: '35-own-sign-in', who: 'hub manager', at: '/own-account/sign-in' },
  { name: '35-second-factor', who: 'hub manager', at: '/own-account/second-factor' },
  { name: '35-codes', who: 'hub manager', at: '/own-account/second-factor', steps: [{ press: 'form[action="/own-account/code/new"] button' }] },
  { name: '35-codes-wrong', who: 'hub manager', at: '/own-account/second-factor', steps: [{ press: 'form[action="/own-account/code/new"] button' }, { type: { code: '123' }, press: 'form[action="/own-account/code"] button' }] },
  { name: '35-recovery-codes', who: 'hub manager', at: '/own-account/sign-in', steps: [{ press: 'form[action="/own-account/recovery-codes"] button' }] },
];
