import { AGENCIES, AGENCY_RULES } from './agencies.ts';
import { CASELOAD } from './caseload.ts';
import { CODE_SETS } from './code-sets/code-sets.ts';
import { FIELD_CLASSES } from './field-classes.ts';
import { INDICATORS } from './indicators.ts';
import { JERSEY_CALENDAR } from './jersey-calendar.ts';
import { LEVELS_OF_NEED } from './levels-of-need.ts';
import { ORGANISATION } from './organisation.ts';
import { PERMISSIONS } from './permissions.ts';
import { profileFrom } from './profile.ts';
import { PUBLIC_PAGES } from './public-pages.ts';
import { ROLES } from './roles.ts';
import { SIGN_IN } from './sign-in.ts';
import { TELEPHONES } from './telephones.ts';
import { TIMESCALES } from './timescales.ts';

/** Jersey: its own values where they were found, and English defaults, marked as such, where they were not. */
export const JERSEY = profileFrom({
  id: 'jersey',
  place: 'Jersey',
  serviceTitle: 'Children’s services for Jersey',
  timescales: TIMESCALES,
  levelsOfNeed: LEVELS_OF_NEED,
  indicators: INDICATORS,
  codeSets: CODE_SETS,
  roles: ROLES,
  permissions: PERMISSIONS,
  fieldClasses: FIELD_CLASSES,
  agencyRules: AGENCY_RULES,
  agencies: AGENCIES,
  signIn: SIGN_IN,
  telephones: TELEPHONES,
  publicPages: PUBLIC_PAGES,
  organisation: ORGANISATION,
  caseload: CASELOAD,
  calendarRules: JERSEY_CALENDAR,
});
