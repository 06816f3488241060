/**
 * A person: a child, an unborn child or an adult, on record because somebody asked about them.
 *
 * Names are several and none is forgotten; a relationship is recorded from both sides; parental responsibility is recorded and never
 * inferred. An address may be guarded, and is then read only by roles with that field class. How somebody is reached safely stands on
 * every page about them. Nobody is put on record before the candidates were shown.
 */
export {
  guardedAmong,
  openPeriods,
  parishesOf,
  type Standing,
  standing,
} from './life.ts';
export { personBriefs, personById, personOnRecord } from './reading.ts';
export {
  ageOf,
  CHOOSABLE_PROVENANCES,
  dayOfLife,
  type NewAddress,
  type NewName,
  type NewPerson,
  type NewSafeContact,
  namedWithAge,
  nameInWords,
  openInWords,
  type Person,
  type PersonBrief,
  type PersonName,
} from './rules.ts';
export {
  addAddress,
  addAttendance,
  addContactDetails,
  addName,
  changeSafeContact,
  createPerson,
  joinHousehold,
  relate,
} from './store.ts';
