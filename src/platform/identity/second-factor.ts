import type { Day } from '../../language/day.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Role } from '../../profile/roles.ts';
import type { Session } from './session.ts';

/**
 * Says whether somebody's role signs in with a second factor and this session was begun without one. The profile says which roles; the
 * demonstration, where one signs in by picking a person, asks for none.
 */
export function lacksSecondFactor(
  { profile, today }: { readonly profile: Profile; readonly today: Day },
  roles: readonly Role[],
  { manner, factor }: Pick<Session, 'manner' | 'factor'>,
): boolean {
  const { secondFactor } = profile.signIn;
  if (manner === 'demonstration' || factor !== 'none' || secondFactor.since > today) return false;
  return roles.some((role) => secondFactor.roles.includes(role));
}
