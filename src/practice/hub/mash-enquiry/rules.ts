import { done, type Outcome, type Problem, refused } from '../../../language/outcome.ts';

/** Whether the family gave permission to ask others. Only the first needs no manager. */
export const PERMISSIONS_OF_ENQUIRY = [
  { code: 'given', label: 'Given' },
  { code: 'sought', label: 'Asked for, no answer yet' },
  { code: 'refused', label: 'Refused' },
  { code: 'not sought', label: 'Not asked for' },
] as const;

/** The code of a family's permission, as an enquiry keeps it. */
export type PermissionOfEnquiry = (typeof PERMISSIONS_OF_ENQUIRY)[number]['code'];

/** An enquiry as somebody wants to open it. */
export type NewEnquiry = {
  readonly purpose: string;
  readonly permission: PermissionOfEnquiry;
  readonly withoutPermissionReason?: string | undefined;
};

/**
 * Opens a MASH enquiry on a contact.
 *
 * Partner agencies are asked only for a safeguarding concern. Without the family's permission a manager decides and says why: a child is
 * not kept waiting for a signature, and nobody is asked behind a family's back without a name under it.
 */
export function open(
  enquiry: NewEnquiry,
  contact: { readonly about: string },
  by: { readonly decidesWithoutPermission: boolean },
): Outcome<undefined> {
  if (contact.about !== 'safeguarding concern')
    return refused({ field: '', message: 'Partner agencies are asked only about a safeguarding concern' });
  const problems: Problem[] = [];
  if (enquiry.permission !== 'given') {
    if (enquiry.withoutPermissionReason === undefined)
      problems.push({
        field: 'withoutPermissionReason',
        message: 'Say why partners are asked without permission',
      });
    if (!by.decidesWithoutPermission)
      problems.push({ field: 'permission', message: 'Without permission, a manager must open this enquiry' });
  }
  const [first, ...more] = problems;
  return first === undefined ? done(undefined) : refused(first, ...more);
}
