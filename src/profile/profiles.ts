import { JERSEY } from './jersey.ts';
import type { Profile } from './profile.ts';

const PROFILES: readonly Profile[] = [JERSEY];

/** The profile of a name, or nothing if there is none. An authority names the profile that it uses. */
export function profileNamed(id: string): Profile | undefined {
  return PROFILES.find((profile) => profile.id === id);
}

/** The names of the profiles that come with the product, for messages that list the choice. */
export const PROFILE_NAMES: readonly string[] = PROFILES.map(({ id }) => id);
