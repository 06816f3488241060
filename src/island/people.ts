import { addDays, type Day, dayOf } from '../language/day.ts';
import { recordDetails } from './details.ts';
import type { Adult, Family, Person } from './families.ts';
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

/** Puts a family on record: because somebody asked about it, at the instant and by the person given. A later child follows at birth. */
export function recordFamily(making: Making, services: Services, family: Family, recorded: Recorded): void {
  const { random } = services;
  const { ledger } = making;
  ledger.add('household', { id: family.id, title: `${family.adults[0]?.familyName ?? ''} family` }, recorded);
  for (const adult of family.adults) recordAdult(making, random, family, adult, recorded);
  for (const child of family.children) {
    const since = recordedFrom(making, child, recorded);
    if (since === undefined) continue;
    recordChild(making, services, family, child, since);
  }
  recordSiblings(making, random, family, recorded);
}

/** A child who was born after the family was known is on record from a fortnight after the birth. */
function recordedFrom(making: Making, child: Person, recorded: Recorded): Recorded | undefined {
  const on = dayOf(recorded.at);
  const born = child.bornOn ?? child.dueOn ?? on;
  if (addDays(on, 200) >= born) return recorded;
  const at = making.atMinute(addDays(born, 14), 610);
  return at <= making.now ? { ...recorded, at } : undefined;
}

function recordAdult(making: Making, random: Random, family: Family, adult: Adult, recorded: Recorded): void {
  recordPerson(making, random, family, adult, recorded);
  recordDetails(making, random, family, adult, recorded);
  if (adult.inHome) recordHome(making, random, family, adult, recorded, undefined);
}

function recordChild(
  making: Making,
  services: Services,
  family: Family,
  child: Person,
  recorded: Recorded,
): void {
  const { random } = services;
  recordPerson(making, random, family, child, recorded);
  recordHome(making, random, family, child, recorded, child.bornOn);
  for (const adult of family.adults) {
    making.ledger.add(
      'relationship',
      {
        id: random.id(),
        person_id: adult.id,
        other_id: child.id,
        kind: adult.relation,
        parental_responsibility: adult.parentalResponsibility,
        from_on: adult.relation === 'step-parent' ? null : (child.bornOn ?? null),
      },
      recorded,
    );
  }
  if (child.bornOn !== undefined) recordAttendances(making, services, child, child.bornOn, recorded);
}

function recordPerson(
  making: Making,
  random: Random,
  family: Family,
  person: Person,
  recorded: Recorded,
): void {
  const unborn = person.bornOn === undefined || person.bornOn > dayOf(recorded.at);
  const { ledger } = making;
  ledger.add(
    'person',
    {
      id: person.id,
      number: person.number,
      born_on: unborn ? null : (person.bornOn ?? null),
      due_on: unborn ? (person.dueOn ?? person.bornOn ?? null) : null,
      born_on_certainty: unborn
        ? 'about'
        : random.weighted([
            ['known', 97],
            ['about', 3],
          ]),
      sex: unborn ? 'U' : person.sex,
      ethnicity: ethnicityOf(random, family.heritage),
      interpreter: family.needsInterpreter ? 'spoken' : 'no',
      disabilities: random.chance(0.07) ? [random.pick(['LD', 'AUT', 'COMM', 'MOB', 'BEH', 'HEAR'])] : [],
    },
    recorded,
  );
  if (unborn && person.bornOn !== undefined) {
    const at = making.atMinute(addDays(person.bornOn, 6), 640);
    ledger.change(
      'person',
      person.id,
      { born_on: person.bornOn, born_on_certainty: 'known', sex: person.sex },
      { ...recorded, at },
    );
  }
  recordNames(making, random, person, recorded);
  ledger.add(
    'person_language',
    { id: random.id(), person_id: person.id, language: family.language, preferred: true },
    recorded,
  );
  if (family.language !== 'en')
    ledger.add(
      'person_language',
      { id: random.id(), person_id: person.id, language: 'en', preferred: false },
      recorded,
    );
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
  const moved = addDays(dayOf(recorded.at), -random.whole(60, 2_400));
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
  const on = dayOf(recorded.at);
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

function recordSiblings(making: Making, random: Random, family: Family, recorded: Recorded): void {
  const known = family.children.map((child) => ({ child, since: recordedFrom(making, child, recorded) }));
  for (const [index, { child, since }] of known.entries()) {
    for (const other of known.slice(index + 1)) {
      if (since === undefined || other.since === undefined) continue;
      making.ledger.add(
        'relationship',
        {
          id: random.id(),
          person_id: child.id,
          other_id: other.child.id,
          kind: 'brother or sister',
          parental_responsibility: 'no',
        },
        since.at > other.since.at ? since : other.since,
      );
    }
  }
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
