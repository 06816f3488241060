import type { Profile } from '../../../profile/profile.ts';
import { type ContactClock, ContactClockLine, clockSince } from '../triage/index.ts';

/** The clock of one partner check: until when the agency is asked to answer. */
export function checkClock(profile: Profile, askedAt: Date): ContactClock {
  return clockSince(profile, 'partner check answered', askedAt);
}

/** The clock of one partner check, drawn. */
export function CheckClock({ askedAt, profile, now }: { askedAt: Date; profile: Profile; now: Date }) {
  return <ContactClockLine clock={checkClock(profile, askedAt)} now={now} calendar={profile.calendar} />;
}
