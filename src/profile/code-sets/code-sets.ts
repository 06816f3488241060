import { AGENCY_KINDS } from './agency-kinds.ts';
import { CARE_BASES, CARE_PLACEMENTS, PLAN_CATEGORIES } from './care.ts';
import { CASE_NOTE_KINDS, DECISION_OCCASIONS } from './case-notes.ts';
import { CASE_RATINGS, RATING_AXES } from './case-ratings.ts';
import { CASE_POPULATIONS } from './case-samples.ts';
import { CHANNELS, CONCERNS } from './channels.ts';
import { CHILD_STATEMENTS } from './child-statements.ts';
import { VIEW_NOT_HEARD_REASONS } from './closings.ts';
import type { CodeSet } from './code-set.ts';
import { CONTACT_OUTCOMES } from './contact-outcomes.ts';
import { CONTACT_SOURCES } from './contact-sources.ts';
import { CORRECTION_REASONS, PROVENANCES } from './correction-reasons.ts';
import { DISABILITIES } from './disabilities.ts';
import { DOCUMENT_KINDS } from './document-kinds.ts';
import { DUPLICATE_ANSWERS } from './duplicate-answers.ts';
import { EARLY_HELP_ANSWERS, EARLY_HELP_DECLINED_REASONS } from './early-help-answers.ts';
import { ETHNICITIES } from './ethnicities.ts';
import { FAMILY_PERMISSION } from './family-permission.ts';
import { HOUSEHOLD_KINDS, WEEKDAYS } from './households.ts';
import { INTERPRETER_NEEDS, LANGUAGES } from './languages.ts';
import { PARISHES } from './parishes.ts';
import { DATE_CERTAINTIES, NAME_KINDS } from './person-details.ts';
import { RATING_COLOURS } from './rating-colours.ts';
import { FAMILY_NOT_TOLD_REASONS, REFERRER_NOT_TOLD_REASONS } from './reasons-not-told.ts';
import { RECORD_ALERTS } from './record-alerts.ts';
import { PARENTAL_RESPONSIBILITY, RELATIONSHIPS } from './relationships.ts';
import { ANSWER_WAYS, SAFE_TIMES, SAFE_WAYS } from './safe-contact.ts';
import { PERIOD_ENDED_REASONS, SERVICE_KINDS } from './service-kinds.ts';
import { GENDERS, SEXES } from './sexes.ts';
import { CONSENT_GIVERS, CONSENT_WAYS, SHARED_PARTS, SHARING_BASES, SHARING_PURPOSES } from './sharing.ts';
import { DECLARED_FOR, VISIT_MANNERS, VISIT_PLACES } from './visits.ts';

/** Every code set of the product: what a test compares with the checks of the database, and the glossary lists. */
export const CODE_SETS: readonly CodeSet[] = [
  AGENCY_KINDS,
  ANSWER_WAYS,
  CARE_BASES,
  CARE_PLACEMENTS,
  CASE_NOTE_KINDS,
  CASE_POPULATIONS,
  CASE_RATINGS,
  CHANNELS,
  CHILD_STATEMENTS,
  CONCERNS,
  CONSENT_GIVERS,
  CONSENT_WAYS,
  CONTACT_OUTCOMES,
  CONTACT_SOURCES,
  CORRECTION_REASONS,
  DATE_CERTAINTIES,
  DECISION_OCCASIONS,
  DECLARED_FOR,
  DISABILITIES,
  DOCUMENT_KINDS,
  DUPLICATE_ANSWERS,
  EARLY_HELP_ANSWERS,
  EARLY_HELP_DECLINED_REASONS,
  ETHNICITIES,
  FAMILY_NOT_TOLD_REASONS,
  FAMILY_PERMISSION,
  GENDERS,
  HOUSEHOLD_KINDS,
  INTERPRETER_NEEDS,
  LANGUAGES,
  NAME_KINDS,
  PARENTAL_RESPONSIBILITY,
  PARISHES,
  PERIOD_ENDED_REASONS,
  PLAN_CATEGORIES,
  PROVENANCES,
  RATING_AXES,
  RATING_COLOURS,
  RECORD_ALERTS,
  REFERRER_NOT_TOLD_REASONS,
  RELATIONSHIPS,
  SAFE_TIMES,
  SAFE_WAYS,
  SERVICE_KINDS,
  SEXES,
  SHARED_PARTS,
  SHARING_BASES,
  SHARING_PURPOSES,
  VIEW_NOT_HEARD_REASONS,
  VISIT_MANNERS,
  VISIT_PLACES,
  WEEKDAYS,
];
