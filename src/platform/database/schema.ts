// Made by bin/row-types.mjs from the migrations. Never edited by hand: a test makes it again and compares.

import type { ColumnType } from "kysely";
import type { Day } from "../../language/day.ts";
import type { Id } from "../../language/id.ts";

type Instant = ColumnType<Date, Date, Date>;

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Absence {
  covered_by: Id;
  ended_at: Instant | null;
  ended_by: Id | null;
  from_at: Instant;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  said_by: Id | null;
  staff_id: Id;
  until_at: Instant;
}

export interface Address {
  from_about: Generated<boolean>;
  from_on: Day | null;
  guarded: Generated<boolean>;
  id: Id;
  legacy_id: string | null;
  lines: string;
  parish: string | null;
  person_id: Id;
  postcode: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  until_about: Generated<boolean>;
  until_on: Day | null;
  why: string | null;
}

export interface AddressWord {
  address_id: Id;
  word: string;
}

export interface AdministrativeAct {
  act: string;
  agency_id: Id | null;
  done_at: Instant;
  done_by: Id;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  staff_id: Id | null;
  team_id: Id | null;
}

export interface Agency {
  /**
   * From when its people may sign in; null where the agreement is older than this record
   */
  agreed_on: Day | null;
  /**
   * The last day of the agreement: after it nobody of the agency gets in
   */
  ended_on: Day | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  title: string;
}

export interface Allocation {
  allocated_by: Id | null;
  ended_by: Id | null;
  ended_on: Day | null;
  from_on: Day;
  full_reason: string | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  staff_id: Id;
  team_id: Id | null;
}

export interface Answer {
  audience: string;
  contact_child_id: Id | null;
  contact_family_member_id: Id | null;
  contact_id: Id;
  id: Id;
  language: Generated<string>;
  legacy_id: string | null;
  made_at: Instant;
  made_by: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  told_at: Instant | null;
  way: string | null;
  why_not: string | null;
  withdrawn_at: Instant | null;
  words: string | null;
}

export interface Attendance {
  agency_id: Id | null;
  from_on: Day | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  named: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  until_on: Day | null;
}

export interface Audit {
  act: string;
  actor: Id | null;
  allowed: boolean;
  at: Generated<Instant>;
  decided_by: string;
  field_classes: Generated<string[]>;
  ground: string | null;
  id: Id;
  n: Generated<number>;
  persons: Generated<ArrayType<Id>>;
  request: string;
  session: string | null;
  subject_id: Id | null;
  subject_kind: string | null;
  xid: Generated<string>;
}

export interface AuditSeal {
  digests: Buffer | null;
  form: Generated<number>;
  hash: Buffer;
  ids: ArrayType<Id>;
  last_n: number;
  last_xid: string;
  n: number;
  previous: Buffer;
  sealed_at: Generated<Instant>;
}

export interface Barred {
  person_id: Id;
  said_id: Id;
  staff_id: Id;
  through_id: Id | null;
}

export interface CaseNote {
  follows: string | null;
  happened_on: Day;
  happened_time: string | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  told_on: Day | null;
  version: Generated<number>;
  with_whom: string | null;
  words: string | null;
  written_by: Id;
}

export interface CaseNoteChild {
  case_note_id: Id;
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  words: string | null;
}

export interface CaseNoteCorrection {
  case_note_child_id: Id;
  corrected_at: Instant;
  corrected_by: Id;
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface CaseNoteWithheld {
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  words: string | null;
}

export interface CaseRating {
  breakdown: string;
  follows: Id | null;
  harm: string;
  id: Id;
  legacy_id: string | null;
  look_again_on: Day | null;
  person_id: Id;
  proposes_closing: Generated<boolean>;
  provenance: Generated<string>;
  rated_at: Instant;
  rated_by: Id;
  rating_case_id: Id | null;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  to_do: string;
  why: string;
}

export interface CaseSample {
  adviser_id: Id;
  agreed: boolean | null;
  answered_at: Instant | null;
  chosen_at: Instant;
  chosen_by: Id;
  ended_at: Instant | null;
  ended_by: Id | null;
  ended_why: string | null;
  id: Id;
  legacy_id: string | null;
  out_of: number;
  population: string;
  provenance: Generated<string>;
  purpose: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  second_id: Id;
  seed: string | null;
  size: number;
  until_at: Instant;
  why_not: string | null;
}

export interface CaseSampleCase {
  case_sample_id: Id;
  id: Id;
  legacy_id: string | null;
  number: number;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface CaseSampleComment {
  case_sample_case_id: Id;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  words: string;
  written_at: Instant;
  written_by: Id;
}

export interface CaseSampleDocument {
  attached_at: Instant;
  attached_by: Id;
  bytes: Buffer;
  case_sample_case_id: Id;
  file_name: string;
  id: Id;
  kind: string;
  legacy_id: string | null;
  number: number;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  sha256: string;
  size: number;
  words: string;
}

export interface ChildClock {
  born_after_on: Day | null;
  clock: string | null;
  declared_from_on: Day | null;
  declared_id: Id | null;
  due_on: Day | null;
  from_on: Day | null;
  is_declared: boolean | null;
  kinds: string[] | null;
  opened_on: Day | null;
  person_id: Id | null;
  seen_alone: boolean | null;
  seen_at: Timestamp | null;
  seen_on: Day | null;
  visit_id: Id | null;
  what: string | null;
}

export interface ChildStatement {
  ended_by: Id | null;
  ended_on: Day | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  stated_by: Id;
  stated_on: Day;
  words: string;
}

export interface Closing {
  authorised_at: Instant | null;
  authorised_by: Id | null;
  come_back: string;
  disagreed: string | null;
  id: Id;
  legacy_id: string | null;
  others_told: string;
  period_of_service_id: Id;
  person_id: Id;
  proposed_at: Instant;
  proposed_by: Id;
  provenance: Generated<string>;
  reached: string;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  returned_at: Instant | null;
  returned_by: Id | null;
  returned_words: string | null;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
}

export interface ClosingLetter {
  closing_id: Id;
  id: Id;
  language: string;
  legacy_id: string | null;
  made_at: Instant;
  named: string | null;
  person_id: Id;
  provenance: Generated<string>;
  reader_id: Id | null;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  told_at: Instant | null;
  told_by: Id | null;
  way: string;
  words: string;
  written_in: Generated<string>;
}

export interface ClosingView {
  closing_id: Id;
  id: Id;
  legacy_id: string | null;
  named: string | null;
  parent_id: Id | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  whose: string;
  why_not: string | null;
  words: string | null;
}

export interface ComplexCase {
  entered_by: Id;
  entered_on: Day;
  entered_why: string;
  id: Id;
  lead_id: Id;
  left_by: Id | null;
  left_on: Day | null;
  left_why: string | null;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface ComplexCaseAgency {
  agency_id: Id | null;
  complex_case_id: Id;
  id: Id;
  left_by: Id | null;
  left_on: Day | null;
  legacy_id: string | null;
  named: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  who: string | null;
}

export interface ComplexCaseReview {
  complex_case_id: Id;
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  reviewed_by: Id;
  reviewed_on: Day;
  words: string;
}

export interface Contact {
  about: Generated<string>;
  answered_at: Instant | null;
  channel: string;
  child_words: string | null;
  family_knows: boolean | null;
  going_well: string | null;
  happened_on: Day | null;
  help_wanted: string | null;
  id: Id;
  immediate_danger: boolean | null;
  incident: string | null;
  legacy_id: string | null;
  permission: Generated<string>;
  permission_words: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  reference: string;
  referrer_level: number | null;
  source: string;
  statements: Generated<string[]>;
  summary: string | null;
  told_at: Instant;
  told_on: Day;
  tried: string | null;
  words: string;
  words_language: Generated<string>;
}

export interface ContactAlert {
  acknowledged_at: Instant | null;
  acknowledged_by: Id | null;
  cause: string;
  contact_id: Id;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  raised_at: Instant;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  to_staff: Id | null;
}

export interface ContactChild {
  age_said: string | null;
  also_known_as: string | null;
  born_on: Day | null;
  contact_id: Id;
  due_on: Day | null;
  family_name: string | null;
  given_name: string | null;
  id: Id;
  identified_at: Instant | null;
  identified_by: Id | null;
  languages: Generated<string[]>;
  legacy_id: string | null;
  person_id: Id | null;
  position: number;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  sex: string | null;
}

export interface ContactChildPlace {
  address: string | null;
  contact_id: Id;
  general_practice: string | null;
  id: Id;
  legacy_id: string | null;
  parish: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  school: string | null;
}

export interface ContactConcern {
  contact_id: Id;
  id: Id;
  is_now: string;
  judged_at: Instant;
  judged_by: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  was: string;
}

export interface ContactDetails {
  digits: Generated<string | null>;
  ending: Generated<string | null>;
  id: Id;
  kind: string;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  until_on: Day | null;
  value: string;
}

export interface ContactFamilyMember {
  born_on: Day | null;
  contact_id: Id;
  id: Id;
  in_home: boolean | null;
  language: string | null;
  legacy_id: string | null;
  name: string;
  not_to_say: string | null;
  parental_responsibility: Generated<string>;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  relation: string;
  risk_to_staff: string | null;
  safe_times: string | null;
  safe_ways: Generated<string[]>;
  telephone: string | null;
}

export interface ContactNotice {
  acknowledged_at: Instant | null;
  contact_child_id: Id;
  contact_id: Id;
  decision_id: Id;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  sent_at: Instant;
  staff_id: Id;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
}

export interface ContactPerson {
  contact_id: Id;
  person_id: Id;
}

export interface ContactRating {
  colour: string;
  contact_id: Id;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  rated_at: Instant;
  rated_by: Id;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface ContactReferrer {
  agency_id: Id | null;
  agency_named: string | null;
  contact_id: Id;
  email: string | null;
  id: Id;
  kind: string;
  language: Generated<string>;
  legacy_id: string | null;
  may_be_named: boolean | null;
  name: string | null;
  not_to_say: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  relation_to_child: string | null;
  role: string | null;
  safe_times: string | null;
  safe_ways: Generated<string[]>;
  staff_id: Id | null;
  telephone: string | null;
}

export interface ContactSaid {
  about: string;
  contact_id: Id;
  field_class: string | null;
  id: Id;
  legacy_id: string | null;
  position: number;
  provenance: Generated<string>;
  question: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  words: string;
}

export interface ContactTaking {
  contact_id: Id;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  released_at: Instant | null;
  released_by: Id | null;
  taken_at: Instant;
  taken_by: Id;
}

export interface Correction {
  contact_id: Id;
  corrected_at: Instant;
  corrected_by: Id;
  id: Id;
  is_now: string | null;
  legacy_id: string | null;
  of_place: Generated<boolean>;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  was: string | null;
  what: string;
  words: string | null;
}

export interface Decision {
  advice_given: string | null;
  agency_id: Id | null;
  authorisation_asked: Generated<boolean>;
  authorised_at: Instant | null;
  authorised_by: Id | null;
  contact_child_id: Id;
  contact_id: Id;
  declined_reason: string | null;
  discussion_wanted_today: Generated<boolean>;
  early_help_reply: string | null;
  id: Id;
  legacy_id: string | null;
  level_of_need: number;
  outcome: string;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  screening_meeting_id: Id | null;
  signed_at: Instant;
  signed_by: Id;
  signed_on: Day;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
}

export interface DeclaredPeriod {
  declared_by: Id;
  ended_by: Id | null;
  ended_on: Day | null;
  for_whom: string;
  from_on: Day;
  id: Id;
  interval_days: number;
  legacy_id: string | null;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  title: string;
  until_on: Day | null;
}

export interface DirectoryAccount {
  created_at: Generated<Instant>;
  disabled_at: Instant | null;
  id: Id;
  /**
   * When a password was made for this account and handed over; null once its owner has set one. Until then a session may do nothing else
   */
  password_handed_over_at: Instant | null;
  password_hash: string | null;
  sign_in_name: string;
}

export interface DirectoryAccountAtProvider {
  account_id: Id;
  issuer: string;
  since: Generated<Instant>;
  subject: string;
}

export interface DirectoryAccountPlace {
  account_id: Id;
  authority: string;
  /**
   * Since when the account opens nothing in this authority. Taken back by an administrator; what its owner recorded stays either way
   */
  ended_at: Instant | null;
  staff_id: Id;
}

export interface DirectoryAuthority {
  /**
   * A fixed "now" for a generated island; null means the clock of the machine
   */
  as_of: Instant | null;
  created_at: Generated<Instant>;
  demonstration: Generated<boolean>;
  host: string | null;
  path: string | null;
  profile: string;
  schema_name: string;
  title: string;
}

export interface DirectoryDoorTry {
  door: string;
  id: Id;
  opened: boolean;
  secret_hash: Buffer;
  source_hash: Buffer;
  tried_at: Instant;
}

export interface DirectoryInvitation {
  account_id: Id;
  authority: string;
  ends_at: Instant;
  id: Id;
  made_at: Generated<Instant>;
  made_by: Id;
  purpose: string;
  token_hash: Buffer;
  used_at: Instant | null;
  withdrawn_at: Instant | null;
}

export interface DirectoryMigration {
  applied_at: Generated<Instant>;
  checksum: string;
  name: string;
  scope: string;
}

export interface DirectoryOneTimeCode {
  account_id: Id;
  confirmed_at: Instant | null;
  last_step: number | null;
  secret: Buffer | null;
  waiting: Buffer | null;
  waiting_since: Instant | null;
}

export interface DirectoryPasskey {
  account_id: Id;
  counter: number;
  credential_id: Buffer;
  id: Id;
  made_at: Generated<Instant>;
  name: string;
  public_key: Buffer;
  /**
   * The name of the site it was made for: it answers to no other
   */
  site: string;
  transports: Generated<string[]>;
  used_at: Instant | null;
}

export interface DirectoryRecoveryCode {
  account_id: Id;
  code_hash: Buffer;
  made_at: Generated<Instant>;
  used_at: Instant | null;
}

export interface DirectorySession {
  account_id: Id;
  authority: string;
  began_at: Instant;
  device: Generated<string>;
  earlier_form_tokens: Generated<string[]>;
  ended_at: Instant | null;
  ends_at: Instant;
  factor: Generated<string>;
  id: Generated<Id>;
  manner: string;
  proved_at: Instant;
  seen_at: Instant;
  token_hash: Buffer;
}

export interface DirectorySignInAttempt {
  id: Id;
  means: Generated<string>;
  sign_in_name: string;
  source: string;
  succeeded: boolean;
  tried_at: Instant;
}

export interface DirectorySignInStep {
  account_id: Id | null;
  began_at: Generated<Instant>;
  ends_at: Instant;
  held: Generated<Json>;
  purpose: string;
  token_hash: Buffer;
  used_at: Instant | null;
  wrong: Generated<number>;
}

export interface Draft {
  answers: Json;
  author: Id | null;
  form: string;
  form_version: number;
  id: Id;
  key_hash: string | null;
  saved_at: Generated<Instant>;
  subject_id: Id | null;
  version: Generated<number>;
}

export interface DuplicateAnswer {
  answer: string;
  answered_at: Instant;
  answered_by: Id;
  id: Id;
  legacy_id: string | null;
  proposal_id: Id;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface DuplicateProposal {
  id: Id;
  legacy_id: string | null;
  likelihood: Numeric;
  occasion: string;
  other_id: Id;
  person_id: Id;
  proposed_at: Instant;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface DuplicateWatch {
  id: Generated<boolean>;
  looked_row: Id;
  looked_until: Instant;
}

export interface Duty {
  from_at: Instant;
  id: Id;
  kind: string;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  staff_id: Id;
  until_at: Instant;
}

export interface EarlyHelpEpisode {
  began_on: Day | null;
  contact_id: Id | null;
  decision_id: Id | null;
  declined_reason: string | null;
  ended_by: Id | null;
  ended_on: Day | null;
  ended_reason: string | null;
  ended_words: string | null;
  id: Id;
  legacy_id: string | null;
  offered_on: Day;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  replied_on: Day | null;
  reply: string;
  team_id: Id | null;
  what_was_said: string;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
}

export interface EmergencyAccess {
  agreed_by: Id | null;
  asked_at: Instant;
  born_on: Day | null;
  family_name: string | null;
  given_name: string | null;
  ground: string;
  hours: number;
  id: Id;
  is_sealed: Generated<boolean>;
  legacy_id: string | null;
  number: string | null;
  opened_at: Instant | null;
  person_id: Id | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  repeats: Generated<boolean>;
  review_words: string | null;
  reviewed_at: Instant | null;
  reviewed_by: Id | null;
  staff_id: Id;
  tries: number;
  until_at: Instant | null;
  was_right: boolean | null;
  words: string;
}

export interface GuardedPerson {
  person_id: Id;
}

export interface Handover {
  accepted_at: Instant | null;
  answered_by: Id | null;
  declined_at: Instant | null;
  declined_reason: string | null;
  from_staff_id: Id | null;
  from_team_id: Id | null;
  id: Id;
  legacy_id: string | null;
  note: string;
  offered_at: Instant;
  offered_by: Id;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  to_staff_id: Id | null;
  to_team_id: Id | null;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
}

export interface Household {
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  title: string | null;
}

export interface HouseholdMembership {
  came_why: string | null;
  corrects: Id | null;
  days: Generated<string[]>;
  days_words: string | null;
  from_about: Generated<boolean>;
  from_on: Day | null;
  household_id: Id;
  id: Id;
  kind: string | null;
  left_why: string | null;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  until_about: Generated<boolean>;
  until_on: Day | null;
  until_provenance: string | null;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
  withdrawn_why: string | null;
}

export interface KeptSearch {
  asked_at: Generated<Instant>;
  id: Id;
  staff_id: Id;
  words: string;
}

export interface LookAnswer {
  answer: string;
  answered_at: Instant;
  answered_by: Id;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  review_id: Id;
  words: string;
}

export interface LookReview {
  first_at: Instant;
  found_at: Instant;
  id: Id;
  legacy_id: string | null;
  looked_on: Day;
  looks: number;
  person_id: Id;
  provenance: Generated<string>;
  reasons: string[];
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  score: number;
  staff_id: Id;
}

export interface LookWatch {
  id: Generated<boolean>;
  looked_until: Day;
}

export interface ManagementDecision {
  decided: string;
  decided_on: Day;
  id: Id;
  legacy_id: string | null;
  occasion: string;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  signed_at: Instant;
  signed_by: Id;
  version: Generated<number>;
  why: string;
}

export interface ManagementDecisionAction {
  due_on: Day;
  ended_at: Instant | null;
  ended_by: Id | null;
  ended_words: string | null;
  id: Id;
  legacy_id: string | null;
  management_decision_id: Id;
  named: string | null;
  outcome: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  staff_id: Id | null;
  what: string;
}

export interface ManagementDecisionCorrection {
  corrected_at: Instant;
  corrected_by: Id;
  id: Id;
  legacy_id: string | null;
  management_decision_id: Id;
  person_id: Id;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface MashEnquiry {
  closed_at: Instant | null;
  closed_by: Id | null;
  contact_id: Id;
  id: Id;
  legacy_id: string | null;
  opened_at: Instant;
  opened_by: Id;
  permission: string;
  provenance: Generated<string>;
  purpose: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  without_permission_by: Id | null;
  without_permission_reason: string | null;
}

export interface Merge {
  id: Id;
  identifiers: string[];
  legacy_id: string | null;
  merged_at: Instant;
  merged_by: Id;
  other_id: Id;
  person_id: Id;
  proposal_id: Id;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  review_words: string | null;
  reviewed_at: Instant | null;
  reviewed_by: Id | null;
  stands_since: Generated<Instant>;
  undone_at: Instant | null;
  undone_by: Id | null;
  undone_why: string | null;
}

export interface MergeAssignment {
  fact_id: Id;
  id: Id;
  legacy_id: string | null;
  merge_id: Id;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  relation: string;
}

export interface MergeRule {
  answer: string;
  follows: string | null;
  follows_by: string | null;
  only_where: string | null;
  relation: string;
  to_kept: Generated<boolean>;
}

export interface NameWord {
  sound: string;
  word: string;
}

export interface NameWordKey {
  key: string;
  word: string;
}

export interface NotificationReceipt {
  acknowledged_at: Instant | null;
  id: Id;
  legacy_id: string | null;
  police_notification_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  sent_at: Instant;
  staff_id: Id;
}

export interface OpenPeriod {
  began_on: Day | null;
  ended_on: Day | null;
  id: Id | null;
  kind: string | null;
  person_id: Id | null;
}

export interface Outbox {
  answer_id: Id | null;
  body: string;
  cancelled_at: Instant | null;
  contact_id: Id | null;
  id: Id;
  kind: string;
  language: string;
  last_fault: string | null;
  leaves_at: Instant;
  made_at: Generated<Instant>;
  recipient: string;
  sent_at: Instant | null;
  subject: string;
  tries: Generated<number>;
}

export interface OwnOrRelative {
  born_on: Day | null;
  ended_at: Instant | null;
  ended_by: Id | null;
  ended_why: string | null;
  family_name: string | null;
  folded: Generated<string | null>;
  given_name: string | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  person_id: Id | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  said_at: Instant;
  said_by: Id;
  staff_id: Id;
  words: string | null;
}

export interface PartnerAnswer {
  answered_at: Instant;
  answered_by: Id;
  holds: boolean;
  id: Id;
  legacy_id: string | null;
  partner_check_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  words: string;
}

export interface PartnerCheck {
  agency_id: Id;
  asked_about: string;
  asked_at: Instant;
  asked_by: Id;
  contact_id: Id;
  fields: string[];
  id: Id;
  legacy_id: string | null;
  mash_enquiry_id: Id;
  provenance: Generated<string>;
  purpose: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
}

export interface PeriodOfCare {
  basis: string;
  began_on: Day;
  decided_by: string;
  end_decided_by: string | null;
  ended_on: Day | null;
  id: Id;
  legacy_id: string | null;
  on_island: boolean;
  person_id: Id;
  placement: string;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface PeriodOfService {
  basis: string;
  basis_words: string | null;
  began_by: Id | null;
  began_on: Day;
  early_help_episode_id: Id | null;
  ended_by: Id | null;
  ended_on: Day | null;
  ended_reason: string | null;
  ended_words: string | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  referral_id: Id | null;
  team_id: Id | null;
}

export interface Person {
  born_on: Day | null;
  born_on_certainty: Generated<string>;
  died_on: Day | null;
  disabilities: Generated<string[]>;
  due_on: Day | null;
  ethnicity: string | null;
  gender: string | null;
  id: Id;
  interpreter: string | null;
  legacy_id: string | null;
  number: string;
  pronouns: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  religion: string | null;
  sex: Generated<string>;
}

export interface PersonLanguage {
  id: Id;
  language: string;
  legacy_id: string | null;
  person_id: Id;
  preferred: Generated<boolean>;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface PersonName {
  family_name: Generated<string>;
  folded: Generated<string | null>;
  from_on: Day | null;
  given_name: Generated<string>;
  id: Id;
  kind: string;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  until_on: Day | null;
}

export interface PersonNameWord {
  name_id: Id;
  person_id: Id;
  word: string;
}

export interface PlaceWord {
  word: string;
}

export interface PlaceWordKey {
  key: string;
  word: string;
}

export interface PoliceNotification {
  batch: string | null;
  born_on: Day | null;
  contact_id: Id | null;
  family_name: string | null;
  given_name: string | null;
  happened_on: Day;
  id: Id;
  incident: string;
  legacy_id: string | null;
  person_id: Id | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  told_at: Instant;
  words: string;
}

export interface Post {
  agency_id: Id | null;
  id: Id;
  legacy_id: string | null;
  managed_by: Id | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  role: string;
  team_id: Id | null;
  title: string;
}

export interface PostHolding {
  from_on: Day;
  full_time_share: Numeric | null;
  id: Id;
  legacy_id: string | null;
  newly_qualified: Generated<boolean>;
  post_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  request_id: Id | null;
  staff_id: Id;
  until_on: Day | null;
}

export interface PrivateLink {
  audience: string;
  contact_id: Id;
  ends_at: Instant;
  id: Id;
  legacy_id: string | null;
  made_at: Instant;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  revoked_at: Instant | null;
  revoked_by: Id | null;
  token_hash: string;
}

export interface ProtectionPlan {
  began_on: Day;
  category: string;
  decided_by: string;
  end_decided_by: string | null;
  ended_on: Day | null;
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface RatingCase {
  co_worker_ids: Generated<ArrayType<Id>>;
  dealt_at: Instant | null;
  dealt_by: Id | null;
  dealt_to: Id | null;
  dealt_why: string | null;
  exercise_id: Id;
  family: Id;
  id: Id;
  kinds: string[];
  legacy_id: string | null;
  opened_on: Day;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  table_at: Instant | null;
  table_by: Id | null;
  table_question: string | null;
  team_id: Id | null;
  worker_id: Id | null;
}

export interface RatingExercise {
  closed_at: Instant | null;
  closed_by: Id | null;
  closed_note: string | null;
  frozen_at: Instant;
  frozen_by: Id;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  title: string;
}

export interface RecordAlert {
  ended_at: Instant | null;
  ended_by: Id | null;
  ended_why: string | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  put_at: Instant;
  put_by: Id;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  review_on: Day;
  told: boolean;
  told_words: string | null;
  words: string;
}

export interface RecordAlertReview {
  alert_id: Id;
  id: Id;
  legacy_id: string | null;
  next_on: Day;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  reviewed_at: Instant;
  reviewed_by: Id;
  words: string;
}

export interface ReferenceCounter {
  kind: string;
  last: number;
  year: number;
}

export interface Referral {
  accepted_by: Id | null;
  accepted_on: Day | null;
  contact_id: Id | null;
  decision_id: Id | null;
  declined_by: Id | null;
  declined_on: Day | null;
  declined_reason: string | null;
  discussion_wanted_today: Generated<boolean>;
  ended_by: Id | null;
  ended_on: Day | null;
  ended_reason: string | null;
  ended_words: string | null;
  id: Id;
  legacy_id: string | null;
  level_of_need: number | null;
  person_id: Id;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  referred_at: Instant;
  referred_on: Day;
  source: string;
  team_id: Id | null;
  what_was_said: string;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
}

export interface Relationship {
  from_on: Day | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  other_id: Id;
  parental_responsibility: Generated<string>;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  until_on: Day | null;
}

export interface Restriction {
  agreed: boolean | null;
  answered_at: Instant | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  lifted_at: Instant | null;
  person_id: Id;
  provenance: Generated<string>;
  put_at: Instant;
  put_by: Id;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  review_on: Day;
  second_id: Id | null;
  why_not: string | null;
}

export interface RestrictionLifting {
  agreed: boolean | null;
  answered_at: Instant | null;
  answered_by: Id | null;
  asked_at: Instant;
  asked_by: Id;
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  restriction_id: Id;
  why_not: string | null;
}

export interface RestrictionName {
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  restriction_id: Id;
  role: string | null;
  staff_id: Id | null;
}

export interface RightRequest {
  agreed: boolean | null;
  answered_at: Instant | null;
  answered_by: Id | null;
  asked_at: Instant;
  asked_by: Id;
  from_on: Day | null;
  full_time_share: Numeric | null;
  id: Id;
  kind: string;
  legacy_id: string | null;
  newly_qualified: Generated<boolean>;
  post_id: Id | null;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  staff_id: Id;
  until_on: Day | null;
  why_not: string | null;
}

export interface SafeContact {
  from_on: Day;
  id: Id;
  language: string;
  legacy_id: string | null;
  not_to_say: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  review_on: Day | null;
  times: string | null;
  until_on: Day | null;
  ways: string[];
}

export interface SameAs {
  other_id: Id;
  person_id: Id;
}

export interface ScreeningMeeting {
  began_at: Instant;
  began_by: Id;
  ended_at: Instant | null;
  ended_by: Id | null;
  held_on: Day;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface ScreeningSeat {
  agency_id: Id | null;
  id: Id;
  legacy_id: string | null;
  named: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  screening_meeting_id: Id;
  staff_id: Id | null;
}

export interface ScreeningTurn {
  contact_id: Id;
  deferred_at: Instant | null;
  deferred_by: Id | null;
  deferred_reason: string | null;
  id: Id;
  legacy_id: string | null;
  position: number;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  screening_meeting_id: Id;
}

export interface Share {
  agency_id: Id;
  ended_at: Instant | null;
  ended_by: Id | null;
  ended_why: string | null;
  id: Id;
  legacy_id: string | null;
  parts: string[];
  person_id: Id;
  provenance: Generated<string>;
  purpose: string;
  purpose_words: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  shared_at: Instant;
  shared_by: Id;
  staff_id: Id | null;
  until_at: Instant;
  words: string | null;
}

export interface ShareGround {
  basis: string;
  basis_words: string | null;
  consent_id: Id | null;
  id: Id;
  legacy_id: string | null;
  parts_words: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
}

export interface ShareMessage {
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  share_id: Id;
  words: string;
  written_at: Instant;
  written_by: Id;
}

export interface SharingConsent {
  agency_id: Id;
  heard_at: Instant;
  heard_by: Id;
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  said_by: string;
  said_name: string;
  said_on: Day;
  way: string;
  withdrawn_at: Instant | null;
  withdrawn_by: Id | null;
  withdrawn_words: string | null;
  words: string;
}

export interface Sight {
  ground: string;
  person_id: Id;
  principal: Id;
  until: Generated<Instant>;
}

export interface Staff {
  agency_id: Id | null;
  email: string | null;
  family_name: string;
  given_name: string;
  id: Id;
  keys_off: Generated<boolean>;
  left_on: Day | null;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  registration_number: string | null;
  started_on: Day;
  telephone: string | null;
  theme: Generated<string>;
}

export interface StaffHome {
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  said_at: Instant;
  staff_id: Id;
  street: string;
}

export interface Submission {
  answers: Json;
  body_hash: string;
  form: string;
  form_version: number;
  key_hash: string;
  reply: Generated<Json>;
  submitted_at: Generated<Instant>;
}

export interface Team {
  ended_on: Day | null;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  service: string;
  title: string;
}

export interface TeamName {
  /**
   * Null for the name that a team began with
   */
  from_on: Day | null;
  id: Id;
  legacy_id: string | null;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  team_id: Id;
  title: string;
}

export interface ThinkingTime {
  booked_by: Id;
  booked_minutes: number;
  booked_on: Day;
  complex_case_id: Id;
  ended_by: Id | null;
  held_minutes: number | null;
  held_on: Day | null;
  id: Id;
  legacy_id: string | null;
  not_held_why: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  who: string;
}

export interface Timescale {
  amount: number | null;
  clock: string;
  runs_at_night: Generated<boolean>;
  runs_from: string;
  since: Day;
  source: string;
  standing: string;
  unit: string;
}

export interface Visit {
  agreed: string | null;
  companions: string | null;
  id: Id;
  legacy_id: string | null;
  manner: string;
  nobody_in: Generated<boolean>;
  place: string;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  version: Generated<number>;
  visited_by: Id;
  visited_on: Day;
  visited_time: string | null;
  words: string | null;
}

export interface VisitChild {
  alone: boolean;
  bedroom_seen: boolean;
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  said: string | null;
  seen: boolean;
  seen_at: Timestamp | null;
  visit_id: Id;
  words: string | null;
}

export interface VisitCorrection {
  corrected_at: Instant;
  corrected_by: Id;
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  reason: string;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  visit_child_id: Id;
}

export interface VisitWithheld {
  id: Id;
  legacy_id: string | null;
  person_id: Id;
  provenance: Generated<string>;
  recorded_at: Generated<Instant>;
  recorded_by: Generated<Id | null>;
  words: string | null;
}

export interface Wall {
  began_at: Instant;
  decided_by: Id;
  id: Id;
  kind: string;
  mirrors: Id | null;
  person_id: Id;
  reason: string;
  until: Generated<Instant>;
}

export interface WallName {
  staff_id: Id;
  until: Generated<Instant>;
  wall_id: Id;
}

export interface WorkingDay {
  closes: string | null;
  date: Day;
  holiday: string | null;
  is_working: boolean;
  /**
   * Working minutes of the hub before this date began
   */
  minutes_before: number;
  opens: string | null;
  /**
   * Working days up to and including this date
   */
  ordinal: number;
}

export interface DB {
  absence: Absence;
  address: Address;
  address_word: AddressWord;
  administrative_act: AdministrativeAct;
  agency: Agency;
  allocation: Allocation;
  answer: Answer;
  attendance: Attendance;
  audit: Audit;
  audit_seal: AuditSeal;
  barred: Barred;
  case_note: CaseNote;
  case_note_child: CaseNoteChild;
  case_note_correction: CaseNoteCorrection;
  case_note_withheld: CaseNoteWithheld;
  case_rating: CaseRating;
  case_sample: CaseSample;
  case_sample_case: CaseSampleCase;
  case_sample_comment: CaseSampleComment;
  case_sample_document: CaseSampleDocument;
  child_clock: ChildClock;
  child_statement: ChildStatement;
  closing: Closing;
  closing_letter: ClosingLetter;
  closing_view: ClosingView;
  complex_case: ComplexCase;
  complex_case_agency: ComplexCaseAgency;
  complex_case_review: ComplexCaseReview;
  contact: Contact;
  contact_alert: ContactAlert;
  contact_child: ContactChild;
  contact_child_place: ContactChildPlace;
  contact_concern: ContactConcern;
  contact_details: ContactDetails;
  contact_family_member: ContactFamilyMember;
  contact_notice: ContactNotice;
  contact_person: ContactPerson;
  contact_rating: ContactRating;
  contact_referrer: ContactReferrer;
  contact_said: ContactSaid;
  contact_taking: ContactTaking;
  correction: Correction;
  decision: Decision;
  declared_period: DeclaredPeriod;
  "directory.account": DirectoryAccount;
  "directory.account_at_provider": DirectoryAccountAtProvider;
  "directory.account_place": DirectoryAccountPlace;
  "directory.authority": DirectoryAuthority;
  "directory.door_try": DirectoryDoorTry;
  "directory.invitation": DirectoryInvitation;
  "directory.migration": DirectoryMigration;
  "directory.one_time_code": DirectoryOneTimeCode;
  "directory.passkey": DirectoryPasskey;
  "directory.recovery_code": DirectoryRecoveryCode;
  "directory.session": DirectorySession;
  "directory.sign_in_attempt": DirectorySignInAttempt;
  "directory.sign_in_step": DirectorySignInStep;
  draft: Draft;
  duplicate_answer: DuplicateAnswer;
  duplicate_proposal: DuplicateProposal;
  duplicate_watch: DuplicateWatch;
  duty: Duty;
  early_help_episode: EarlyHelpEpisode;
  emergency_access: EmergencyAccess;
  guarded_person: GuardedPerson;
  handover: Handover;
  household: Household;
  household_membership: HouseholdMembership;
  kept_search: KeptSearch;
  look_answer: LookAnswer;
  look_review: LookReview;
  look_watch: LookWatch;
  management_decision: ManagementDecision;
  management_decision_action: ManagementDecisionAction;
  management_decision_correction: ManagementDecisionCorrection;
  mash_enquiry: MashEnquiry;
  merge: Merge;
  merge_assignment: MergeAssignment;
  merge_rule: MergeRule;
  name_word: NameWord;
  name_word_key: NameWordKey;
  notification_receipt: NotificationReceipt;
  open_period: OpenPeriod;
  outbox: Outbox;
  own_or_relative: OwnOrRelative;
  partner_answer: PartnerAnswer;
  partner_check: PartnerCheck;
  period_of_care: PeriodOfCare;
  period_of_service: PeriodOfService;
  person: Person;
  person_language: PersonLanguage;
  person_name: PersonName;
  person_name_word: PersonNameWord;
  place_word: PlaceWord;
  place_word_key: PlaceWordKey;
  police_notification: PoliceNotification;
  post: Post;
  post_holding: PostHolding;
  private_link: PrivateLink;
  protection_plan: ProtectionPlan;
  rating_case: RatingCase;
  rating_exercise: RatingExercise;
  record_alert: RecordAlert;
  record_alert_review: RecordAlertReview;
  reference_counter: ReferenceCounter;
  referral: Referral;
  relationship: Relationship;
  restriction: Restriction;
  restriction_lifting: RestrictionLifting;
  restriction_name: RestrictionName;
  right_request: RightRequest;
  safe_contact: SafeContact;
  same_as: SameAs;
  screening_meeting: ScreeningMeeting;
  screening_seat: ScreeningSeat;
  screening_turn: ScreeningTurn;
  share: Share;
  share_ground: ShareGround;
  share_message: ShareMessage;
  sharing_consent: SharingConsent;
  sight: Sight;
  staff: Staff;
  staff_home: StaffHome;
  submission: Submission;
  team: Team;
  team_name: TeamName;
  thinking_time: ThinkingTime;
  timescale: Timescale;
  visit: Visit;
  visit_child: VisitChild;
  visit_correction: VisitCorrection;
  visit_withheld: VisitWithheld;
  wall: Wall;
  wall_name: WallName;
  working_day: WorkingDay;
}
