import type { Agency, AgencyKindRule } from './agencies.ts';
import { type Calendar, type CalendarRules, calendarOf } from './calendar.ts';
import type { CaseloadRules } from './caseload.ts';
import type { AgencyKind } from './code-sets/agency-kinds.ts';
import type { CodeSet } from './code-sets/code-set.ts';
import { type FieldClass, type FieldClasses, fieldClassesOf } from './field-classes.ts';
import type { Domain } from './indicators.ts';
import type { LevelOfNeed } from './levels-of-need.ts';
import type { TeamRule } from './organisation.ts';
import { type Permission, type Permissions, permissionsOf } from './permissions.ts';
import type { PublicPages } from './public-pages.ts';
import type { Role, Roles } from './roles.ts';
import type { SignInRules } from './sign-in.ts';
import type { Telephones } from './telephones.ts';
import type { Timescales } from './timescales.ts';

/** Everything that differs from place to place, as data. Another place is another of these over the same keys. */
export type ProfileValues = {
  readonly id: string;
  readonly place: string;
  readonly serviceTitle: string;
  readonly timescales: Timescales;
  readonly levelsOfNeed: readonly LevelOfNeed[];
  readonly indicators: readonly Domain[];
  readonly codeSets: readonly CodeSet[];
  readonly roles: Roles;
  readonly permissions: Permissions;
  readonly fieldClasses: FieldClasses;
  readonly agencyRules: Readonly<Record<AgencyKind, AgencyKindRule>>;
  readonly agencies: readonly Agency[];
  readonly signIn: SignInRules;
  readonly telephones: Telephones;
  readonly publicPages: PublicPages;
  readonly organisation: readonly TeamRule[];
  readonly caseload: CaseloadRules;
  readonly calendarRules: CalendarRules;
};

/** A profile ready to ask: the values of a place, its calendar, and what roles together allow. */
export type Profile = ProfileValues & {
  readonly calendar: Calendar;
  permissionsOf(roles: readonly Role[]): readonly Permission[];
  fieldClassesOf(roles: readonly Role[]): readonly FieldClass[];
};

/** Makes a profile of the values of a place. It is checked apart, at boot, by `checkProfile`. */
export function profileFrom(values: ProfileValues): Profile {
  return {
    ...values,
    calendar: calendarOf(values.calendarRules),
    permissionsOf: (roles) => permissionsOf(values.permissions, roles),
    fieldClassesOf: (roles) => fieldClassesOf(values.fieldClasses, roles),
  };
}
