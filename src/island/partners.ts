import { addDays } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { AgencyKind } from '../profile/code-sets/agency-kinds.ts';
import type { Making } from './making.ts';
import { appoint, founding, type Holder, type Naming } from './staff.ts';

/** An agency of the island, placed, with the people who answer for it. */
export type Partner = {
  readonly id: Id;
  readonly key: string;
  readonly kind: AgencyKind;
  readonly title: string;
  readonly people: readonly Holder[];
};

const PEOPLE_OF_AN_AGENCY = 2;
const LONG_THERE = 2_200;

/** Places the agencies of the profile, each with people who can sign in and answer. */
export function makePartners(making: Making, naming: Naming): readonly Partner[] {
  return making.profile.agencies.map(({ id: key, kind, title }) => {
    const id = naming.random.id();
    making.ledger.add('agency', { id, kind, title }, founding(making));
    const { role } = making.profile.agencyRules[kind];
    const people = Array.from({ length: PEOPLE_OF_AN_AGENCY }, () => {
      const postId = naming.random.id();
      making.ledger.add(
        'post',
        { id: postId, agency_id: id, role, title: making.profile.roles[role].title },
        founding(making),
      );
      const fromOn = addDays(making.today, -LONG_THERE);
      return appoint(making, naming, postId, {
        role,
        placeKey: key,
        teamId: undefined,
        agencyId: id,
        fromOn,
        untilOn: undefined,
      });
    });
    return { id, key, kind, title, people };
  });
}
