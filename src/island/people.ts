import { addDays, type Day } from '../language/day.ts';
import type { Relationship } from '../profile/code-sets/relationships.ts';
import { recordDetails } from './details.ts';
import type { Family, Person } from './families.ts';
import { earlier } from './instants.ts';
import { learningOf, practiceOf } from './learning.ts';
import type { Recorded } from './ledger.ts';
import type { Making } from './making.ts';
import type { Heritage } from './names.ts';
import type { Partner } from './partners.ts';
import type { Random } from './random.ts';

/** Where the children of the island learn and are looked after when ill. */
export type Services = { readonly schools: readonly Partner[]; readonly random: Random };

/** Finds the schools among the partners. */
export function servicesOf(making: Making, partners: readonly Partner[]): Services {
  return { schools: partners.filter(({ kind }) => kind === 'school'), random: making.random('people') };
}

/** Puts the grown-ups of a family on record, and the home they share: at the instant and by the person given. */
export function recordAdults(making: Making, { random }: Services, family: Family, recorded: Recorded): void {
  const title = `${family.adults[0]?.familyName ?? ''} family`;
  making.ledger.add('household', { id: family.id, title }, recorded);
  for (const adult of family.adults) {
    recordPerson(making, random, family, adult, recorded);
    recordDetails(making, random, family, adult, recorded);
    if (adult.inHome) recordHome(making, random, family, adult, recorded, undefined);
  }
}

/** A child who comes on record, and the brothers and sisters who are there already. */
export type Newcomer = {
  readonly family: Family;
  readonly child: Person;
  readonly siblings: readonly Person[];
};

/** Puts a child on record with home, family, school and doctor. */
export function recordChild(
  making: Making,
  services: Services,
  { family, child, siblings }: Newcomer,
  recorded: Recorded,
): void {
  const { random } = services;
  recordPerson(making, random, family, child, recorded);
  recordHome(making, random, family, child, recorded, child.bornOn);
  for (const adult of family.adults) {
    const since = adult.relation === 'step-parent' ? null : (child.bornOn ?? null);
    const held = adult.parentalResponsibility;
    relate(making, random, { person: child, other: adult, kind: adult.relation, held, since }, recorded);
    const kind = adult.relation === 'step-parent' ? 'stepchild' : 'child';
    relate(making, random, { person: adult, other: child, kind, held: 'not asked', since }, recorded);
  }
  for (const sibling of siblings) {
    const related = { kind: 'brother or sister', held: 'not asked', since: null } as const;
    relate(making, random, { person: child, other: sibling, ...related }, recorded);
    relate(making, random, { person: sibling, other: child, ...related }, recorded);
  }
  if (child.bornOn !== undefined && child.bornOn <= making.dayOf(recorded.at))
    recordAttendances(making, services, child, child.bornOn, recorded);
}

function recordPerson(
  making: Making,
  random: Random,
  family: Family,
  person: Person,
  recorded: Recorded,
): void {
  const { ledger } = making;
  ledger.add(
    'person',
    {
      id: person.id,
      number: person.number,
      ...birthAsKnown(making, random, person, recorded),
      ethnicity: ethnicityOf(random, family.heritage),
      interpreter: family.needsInterpreter ? 'spoken' : 'no',
      disabilities: random.chance(0.07) ? [random.pick(['LD', 'AUT', 'COMM', 'MOB', 'BEH', 'HEAR'])] : [],
    },
    recorded,
  );
  recordNames(making, random, person, recorded);
  const spoken = family.language === 'en' ? ['en'] : [family.language, 'en'];
  for (const language of spoken)
    ledger.add(
      'person_language',
      { id: random.id(), person_id: person.id, language, preferred: language === family.language },
      recorded,
    );
}

/** A child who is recorded before birth has a due date, and a birthday when it has come. */
function birthAsKnown(making: Making, random: Random, person: Person, recorded: Recorded) {
  const { bornOn, sex } = person;
  if (bornOn !== undefined && bornOn <= making.dayOf(recorded.at))
    return {
      born_on: bornOn,
      born_on_certainty: random.weighted([
        ['known', 97],
        ['about', 3],
      ]),
      sex,
    };
  if (bornOn !== undefined) {
    const at = earlier(making.atMinute(addDays(bornOn, 6), 640), making.now);
    making.ledger.change(
      'person',
      person.id,
      { born_on: bornOn, born_on_certainty: 'known', sex },
      { ...recorded, at },
    );
  }
  return { due_on: person.dueOn ?? bornOn ?? null, born_on_certainty: 'about', sex: 'U' };
}

function recordNames(making: Making, random: Random, person: Person, recorded: Recorded): void {
  const named = { person_id: person.id, given_name: person.givenName, family_name: person.familyName };
  making.ledger.add('person_name', { id: random.id(), ...named, kind: 'used' }, recorded);
  if (person.formerFamilyName !== undefined)
    making.ledger.add(
      'person_name',
      { id: random.id(), ...named, family_name: person.formerFamilyName, kind: 'former' },
      recorded,
    );
  const short = person.givenName.slice(0, person.givenName.length > 6 ? 4 : 3);
  if (random.chance(0.05) && short.length >= 3 && person.givenName !== 'Baby')
    making.ledger.add(
      'person_name',
      { id: random.id(), ...named, given_name: short, kind: 'also known as' },
      recorded,
    );
}

function recordHome(
  making: Making,
  random: Random,
  family: Family,
  person: Person,
  recorded: Recorded,
  since: Day | undefined,
): void {
  const moved = addDays(making.dayOf(recorded.at), -random.whole(60, 2_400));
  const fromOn = since !== undefined && since > moved ? since : moved;
  const { ledger } = making;
  ledger.add(
    'household_membership',
    { id: random.id(), household_id: family.id, person_id: person.id, from_on: fromOn },
    recorded,
  );
  ledger.add(
    'address',
    {
      id: random.id(),
      person_id: person.id,
      lines: family.home.lines,
      parish: family.home.parish,
      guarded: family.guarded,
      from_on: fromOn,
    },
    recorded,
  );
}

function recordAttendances(
  making: Making,
  { random, schools }: Services,
  child: Person,
  bornOn: Day,
  recorded: Recorded,
): void {
  const on = making.dayOf(recorded.at);
  const attends = { person_id: child.id, from_on: bornOn > addDays(on, -400) ? bornOn : addDays(on, -400) };
  making.ledger.add(
    'attendance',
    { id: random.id(), ...attends, kind: 'general practice', named: practiceOf(child) ?? null },
    recorded,
  );
  const { school, nursery } = learningOf(child, on, schools);
  if (school !== undefined)
    making.ledger.add(
      'attendance',
      { id: random.id(), ...attends, kind: 'school', agency_id: school.id },
      recorded,
    );
  if (nursery !== undefined)
    making.ledger.add(
      'attendance',
      { id: random.id(), ...attends, kind: 'school', named: nursery },
      recorded,
    );
}

type Related = {
  readonly person: Person;
  readonly other: Person;
  readonly kind: Relationship;
  readonly held: 'yes' | 'no' | 'not known' | 'not asked';
  readonly since: Day | null;
};

/** Says who somebody is to a person. Each relationship stands twice, once from either side. */
function relate(
  making: Making,
  random: Random,
  { person, other, kind, held, since }: Related,
  recorded: Recorded,
): void {
  making.ledger.add(
    'relationship',
    {
      id: random.id(),
      person_id: person.id,
      other_id: other.id,
      kind,
      parental_responsibility: held,
      from_on: since,
    },
    recorded,
  );
}

function ethnicityOf(random: Random, heritage: Heritage): string {
  if (random.chance(0.06)) return 'NOBT';
  if (heritage !== 'island') return 'WOTH';
  return random.weighted([
    ['WBRI', 88],
    ['WIRI', 2],
    ['MWAS', 3],
    ['MWBC', 2],
    ['MOTH', 2],
    ['AIND', 1],
    ['AOTH', 1],
    ['BAFR', 1],
  ]);
}
