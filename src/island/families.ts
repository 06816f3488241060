import { makeChildNumber } from '../language/child-number.ts';
import { addDays, type Day, partsOf } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Making } from './making.ts';
import { givenName, type Heritage, heritageOf, LANGUAGE_OF, surname } from './names.ts';
import { type Dwelling, dwelling } from './places.ts';
import type { Random } from './random.ts';

/** Somebody of a family, child or grown up. */
export type Person = {
  readonly id: Id;
  readonly number: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly formerFamilyName: string | undefined;
  readonly sex: 'F' | 'M' | 'U';
  readonly bornOn: Day | undefined;
  readonly dueOn: Day | undefined;
  /** From 0 to 1: which of the schools and doctors is theirs, all their life. */
  readonly lot: number;
};

/** A grown-up of a family, and what they are to the children. */
export type Adult = Person & {
  readonly relation: 'mother' | 'father' | 'step-parent' | 'grandparent';
  readonly parentalResponsibility: 'yes' | 'no' | 'not known';
  readonly inHome: boolean;
};

/** A family: those who share a home, and sometimes a parent who lives elsewhere. */
export type Family = {
  readonly id: Id;
  readonly heritage: Heritage;
  /** The language spoken at home, as its code. */
  readonly language: string;
  readonly needsInterpreter: boolean;
  readonly home: Dwelling;
  /** Where they live must not become known. */
  readonly guarded: boolean;
  /** How much is hard for them, from chance: it decides who is told of again, and who goes to social care. */
  readonly hardship: number;
  readonly adults: readonly Adult[];
  readonly children: readonly Person[];
};

/** How many children a family has on record. Invented; it decides how far contacts come in batches. */
const SIBLINGS: readonly (readonly [number, number])[] = [
  [1, 46],
  [2, 33],
  [3, 14],
  [4, 5],
  [5, 2],
];
/** Some have grown up since: whoever was sixteen three years ago is nineteen now. */
const DAYS_OF_CHILDHOOD = 20.7 * 365;

/** Makes families until there are so many children. Nothing is written: a family is recorded when somebody first asks about it. */
export function makeFamilies(making: Making, children: number): readonly Family[] {
  const random = making.random('families');
  const numbers = new Set<string>();
  const families: Family[] = [];
  for (let made = 0; made < children; ) {
    const family = makeFamily(making, random, numbers, Math.min(random.weighted(SIBLINGS), children - made));
    made += family.children.length;
    families.push(family);
  }
  return families;
}

/** Makes one family with so many children. */
export function makeFamily(making: Making, random: Random, numbers: Set<string>, size: number): Family {
  const heritage = heritageOf(random);
  const speaks = random.chance(0.75) ? LANGUAGE_OF[heritage] : 'en';
  const name = surname(random, heritage);
  const fathersName = random.chance(0.55)
    ? name
    : surname(random, random.chance(0.8) ? heritage : heritageOf(random));
  const birthdays = birthdaysOf(making.today, random, size);
  const eldest = birthdays[0] ?? making.today;
  const childrensName = random.chance(0.7) ? fathersName : name;
  const nameOf = () => (name !== fathersName && random.chance(0.25) ? name : childrensName);
  const parties = { making, random, numbers, heritage };
  return {
    id: random.id(),
    heritage,
    language: speaks,
    needsInterpreter: speaks !== 'en' && random.chance(0.4),
    home: dwelling(random),
    guarded: random.chance(0.012),
    hardship: random.normal(),
    adults: adultsOf(parties, name, fathersName, eldest),
    children: birthdays.map((bornOn) => makeChild(parties, nameOf(), bornOn)),
  };
}

type Parties = {
  readonly making: Making;
  readonly random: Random;
  readonly numbers: Set<string>;
  readonly heritage: Heritage;
};

/** Birthdays, the eldest first, a year or more apart. The last may lie ahead: that child is unborn. */
function birthdaysOf(today: Day, random: Random, size: number): readonly Day[] {
  const spacing = Array.from({ length: size - 1 }, () => random.whole(340, 1_600));
  const span = spacing.reduce((sum, days) => sum + days, 0);
  const youngest = random.chance(0.012)
    ? -random.whole(20, 170)
    : random.whole(0, Math.max(30, Math.round(DAYS_OF_CHILDHOOD - span)));
  let back = youngest + span;
  return [0, ...spacing].map((gap) => {
    back -= gap;
    return addDays(today, -back);
  });
}

function makeChild({ making, random, numbers, heritage }: Parties, familyName: string, bornOn: Day): Person {
  const unborn = bornOn > making.today;
  const sex = random.chance(0.49) ? 'F' : 'M';
  return {
    id: random.id(),
    number: newNumber(random, numbers),
    givenName: unborn ? 'Baby' : givenName(random, heritage, sex),
    familyName,
    formerFamilyName: random.chance(0.03) ? surname(random, heritage) : undefined,
    sex: unborn ? 'U' : sex,
    bornOn: unborn ? undefined : bornOn,
    dueOn: unborn ? bornOn : undefined,
    lot: random.unit(),
  };
}

function adultsOf(parties: Parties, name: string, fathersName: string, eldest: Day): readonly Adult[] {
  const { random } = parties;
  const together = random.chance(0.52);
  const married = random.chance(0.5);
  const mother = makeAdult(parties, name, 'F', eldest, {
    relation: 'mother',
    parentalResponsibility: 'yes',
    inHome: random.chance(0.95),
  });
  const father = makeAdult(parties, fathersName, 'M', eldest, {
    relation: 'father',
    parentalResponsibility: married || random.chance(0.4) ? 'yes' : random.pick(['no', 'not known'] as const),
    inHome: together,
  });
  const other = makeAdult(parties, surname(random, parties.heritage), 'M', eldest, {
    relation: 'step-parent',
    parentalResponsibility: 'no',
    inHome: true,
  });
  const known = random.chance(0.86);
  return [mother, ...(known ? [father] : []), ...(!together && random.chance(0.2) ? [other] : [])];
}

function makeAdult(
  { random, numbers, heritage }: Parties,
  familyName: string,
  sex: 'F' | 'M',
  eldest: Day,
  role: Pick<Adult, 'relation' | 'parentalResponsibility' | 'inHome'>,
): Adult {
  const age = Math.round(17 * 365 + random.exponential(11 * 365));
  const bornOn = addDays(eldest, -Math.min(age, 45 * 365));
  return {
    id: random.id(),
    number: newNumber(random, numbers),
    givenName: givenName(random, heritage, sex),
    familyName,
    formerFamilyName: sex === 'F' && random.chance(0.15) ? surname(random, heritage) : undefined,
    sex,
    bornOn: partsOf(bornOn).year > 1900 ? bornOn : undefined,
    dueOn: undefined,
    lot: random.unit(),
    ...role,
  };
}

function newNumber(random: Random, numbers: Set<string>): string {
  const number = makeChildNumber(random.bytes(7));
  if (numbers.has(number)) return newNumber(random, numbers);
  numbers.add(number);
  return number;
}
