import { ROLE_NAMES, ROLES, type Role } from './roles.ts';
import type { Sourced } from './standing.ts';

/** What is asked of whoever signs in. */
export type SignInRules = {
  /** The roles whose holders sign in with a second factor: a one-time code, a passkey, or what the organisation's provider asked for. */
  readonly secondFactor: Sourced & { readonly roles: readonly Role[] };
};

/** Everybody who signs in, the staff and the partner agencies: each of them can reach what is written about a child. */
export const SIGN_IN: SignInRules = {
  secondFactor: {
    roles: ROLE_NAMES.filter((role) => ROLES[role].kind !== 'system'),
    since: '2026-01-01',
    source:
      'Cyber Essentials, Requirements for IT Infrastructure: a second factor for every user of a service reached over the internet',
    standing: 'English default',
  },
};
