import type { Permission } from '../../profile/permissions.ts';
import type { Viewer } from './viewer.ts';

/** Whether something may be done, and which rule said so. The rule goes into the audit; the screen says only whom to ask. */
export type Decision = { readonly allowed: boolean; readonly rule: string };

/** How much proof an act asks for: signed in, or shown again who one is (by password, code or passkey) within a quarter of an hour. */
export type Proof = 'signed in' | 'proved again';

/**
 * Decides whether a viewer may do a thing. Pure: the same viewer, permission and proof always give the same answer, with its reason.
 *
 * Which records it may be done to is decided by how they are found: a record that the viewer may not see is not there (trust.md §2b).
 */
export function decide(
  viewer: Viewer | undefined,
  permission: Permission,
  proof: { asked: Proof; given: Proof },
): Decision {
  if (viewer === undefined) return { allowed: false, rule: 'nobody is signed in, or holds no post today' };
  if (!viewer.permissions.has(permission))
    return { allowed: false, rule: `no role of the viewer has "${permission}"` };
  if (proof.asked === 'proved again' && proof.given !== 'proved again')
    return { allowed: false, rule: 'asks for the password again' };
  return { allowed: true, rule: `role has "${permission}"` };
}

/** There is nothing here that the viewer can open: hidden and absent look the same. */
export class NotFound extends Error {
  /** What was typed into a form whose record is not there, or no more: its writer is shown it again, and nothing else. */
  readonly typed: readonly string[];

  constructor(typed: readonly string[] = []) {
    super('not found');
    this.typed = typed;
  }
}

/** The viewer may not do this at all, whatever the record. */
export class NotPermitted extends Error {
  readonly permission: Permission;
  readonly decision: Decision;

  constructor(permission: Permission, decision: Decision) {
    super(decision.rule);
    this.permission = permission;
    this.decision = decision;
  }
}

/** The act asks for the password again first. */
export class ProofWanted extends Error {}

/** The viewer's role signs in with a second factor, and this session has none: it is set up before anything else. */
export class SecondFactorWanted extends Error {}
