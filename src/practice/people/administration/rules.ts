import { addDays, type Day } from '../../../language/day.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import type { Permission } from '../../../profile/permissions.ts';
import type { Profile } from '../../../profile/profile.ts';
import { ROLE_NAMES, type Role } from '../../../profile/roles.ts';

/** Why something is done to somebody's rights: asked for each time, at most 2,000 characters, kept beside the act. */
export const reason = words({ empty: 'Enter why', max: 2000 });

/** What makes a role too much for one person to give: deciding about walls or emergencies, reading the audit, giving rights. */
const WEIGHTY = [
  'restriction: put',
  'emergency access: review',
  'audit: read',
  'account: manage',
  'account: agree',
] as const satisfies readonly Permission[];

/** Says whether a role is given by two people: one whose holder sees everyone, or decides what others may see. */
export function needsTwo(
  { roles, permissions }: Pick<Profile, 'roles' | 'permissions'>,
  role: Role,
): boolean {
  return roles[role].sees === 'everyone not walled' || WEIGHTY.some((one) => permissions[one].includes(role));
}

/** The roles that somebody can hold: of the service, or of a partner agency. The public and the program hold no post. */
export function rolesFor({ roles }: Pick<Profile, 'roles'>, place: 'team' | 'agency'): readonly Role[] {
  const kind = place === 'team' ? 'staff' : 'partner';
  return ROLE_NAMES.filter((role) => roles[role].kind === kind);
}

/**
 * The last day on which something gave anything that ends at once: the day before. A day that is over gives nothing any more, so what is
 * read by days is over from this moment, also where it began today.
 */
export function endedAtOnce(today: Day): Day {
  return addDays(today, -1);
}

/** Says whether days from and until, either end open, hold a day. */
export function holds(dates: { readonly fromOn: Day; readonly untilOn: Day | undefined }, day: Day): boolean {
  return dates.fromOn <= day && (dates.untilOn === undefined || dates.untilOn >= day);
}
