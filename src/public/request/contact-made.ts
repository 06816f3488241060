import { done, type Outcome } from '../../language/outcome.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import type { NewContact, Said } from '../../practice/hub/contact/index.ts';
import { answersOf, purposeOf } from './answers.ts';
import { saidIn } from './in-words.ts';
import { PARTS, type PartName, partsFor, type Told } from './questions.ts';
import { concernOf, inTheWay, pointsTo, type Reading, tickedIn } from './rules.ts';

/** Where nothing is known of who sent it but a way to answer: neither a school nor a surgery. */
const NOT_KNOWN = '10';
const NO_NAME = 'Name not known';
const NO_RELATION = 'Not said';

/** What has a column of its own. Every other answer is kept beside the contact, under its question. */
const HAS_COLUMN: Readonly<Record<PartName, readonly string[]>> = {
  you: ['name', 'role', 'profession', 'agency', 'telephone', 'email', 'relation'],
  children: [
    'givenName',
    'familyName',
    'alsoKnownAs',
    'bornOn',
    'dueOn',
    'ageSaid',
    'sex',
    'language',
    'address',
    'parish',
    'school',
    'generalPractice',
  ],
  household: [
    'name',
    'relation',
    'bornOn',
    'parentalResponsibility',
    'inHome',
    'telephone',
    'language',
    'safeWays',
    'safeTimes',
    'notToSay',
    'riskToStaff',
  ],
  permission: ['permission', 'permissionOf', 'permissionWhy', 'familyKnows', 'mayBeNamed'],
  why: ['danger', 'happening', 'happenedOn', 'childWords', 'goingWell', 'tried'],
  need: ['ticked', 'level', 'helpWanted'],
  agencies: [],
  answer: ['safeWays', 'safeTimes', 'notToSay'],
};

/** The parts that tell of the sender, and are read only by those who may know them. */
const OF_THE_REFERRER: readonly PartName[] = ['you', 'answer'];

/** The contact that a request makes, or everything that is in the way of it. */
export function contactFrom(reading: Reading, answers: RawAnswers, toldAt: Date): Outcome<NewContact> {
  const wrong = inTheWay(reading, answers);
  const told = readParts(reading, answers);
  if (wrong.length > 0 || told === undefined) return { ok: false, problems: wrong };
  const { why, need, permission } = told;
  return done({
    channel: 'request form',
    source: told.you.profession ?? NOT_KNOWN,
    about: concernOf({
      purpose: purposeOf(answers),
      danger: why.danger,
      level: need.level && Number(need.level),
      pointedTo: pointsTo(answers, reading.profile).level,
    }),
    happenedOn: why.happenedOn,
    toldAt,
    words: why.happening ?? '',
    childWords: why.childWords,
    goingWell: why.goingWell,
    tried: why.tried,
    helpWanted: need.helpWanted,
    immediateDanger: why.danger,
    referrerLevel: need.level === undefined ? undefined : Number(need.level),
    statements: tickedIn(answers),
    permission: permission.permission,
    permissionWords: permissionWords(permission),
    familyKnows: permission.familyKnows,
    referrer: referrerFrom(told),
    children: told.children.children.filter(isAnybody).map(childFrom),
    familyMembers: told.household.members.filter(isAnybody).map(memberFrom),
    said: furtherSaid(reading, answers),
  });
}

/** A part that is not asked for the purpose is read as if nothing stood in it. */
function readParts({ forms, today }: Reading, answers: RawAnswers): Told | undefined {
  const asked = partsFor(purposeOf(answers));
  const of = (part: PartName) => (asked.includes(part) ? answersOf(forms, part, answers) : {});
  const you = forms.you.read(of('you'), { today });
  const children = forms.children.read(of('children'), { today });
  const household = forms.household.read(of('household'), { today });
  const permission = forms.permission.read(of('permission'), { today });
  const why = forms.why.read(of('why'), { today });
  const need = forms.need.read(of('need'), { today });
  const agencies = forms.agencies.read(of('agencies'), { today });
  const answer = forms.answer.read(of('answer'), { today });
  if (!you.ok || !children.ok || !household.ok || !permission.ok) return undefined;
  if (!why.ok || !need.ok || !agencies.ok || !answer.ok) return undefined;
  return {
    you: you.value,
    children: children.value,
    household: household.value,
    permission: permission.value,
    why: why.value,
    need: need.value,
    agencies: agencies.value,
    answer: answer.value,
  };
}

function permissionWords({ permissionOf, permissionWhy }: Told['permission']): string | undefined {
  const words = [permissionOf && `Asked: ${permissionOf}`, permissionWhy].filter(Boolean).join('\n');
  return words === '' ? undefined : words;
}

function referrerFrom({ you, permission, answer }: Told): NewContact['referrer'] {
  return {
    kind: 'professional',
    name: you.name,
    role: you.role,
    agencyNamed: you.agency,
    telephone: you.telephone?.typed,
    email: you.email,
    relationToChild: you.relation,
    mayBeNamed: permission.mayBeNamed,
    safeWays: answer.safeWays,
    safeTimes: answer.safeTimes,
    notToSay: answer.notToSay,
  };
}

/** A row left blank between others is nobody. */
function isAnybody(row: Readonly<Record<string, unknown>>): boolean {
  return Object.values(row).some((said) => (Array.isArray(said) ? said.length > 0 : said !== undefined));
}

function childFrom(child: Told['children']['children'][number]): NewContact['children'][number] {
  return {
    givenName: child.givenName,
    familyName: child.familyName,
    alsoKnownAs: child.alsoKnownAs,
    bornOn: child.bornOn,
    dueOn: child.dueOn,
    ageSaid: child.ageSaid,
    sex: child.sex,
    languages: child.language === undefined ? [] : [child.language],
    school: child.school,
    generalPractice: child.generalPractice,
    address: child.address,
    parish: child.parish,
  };
}

function memberFrom(member: Told['household']['members'][number]): NewContact['familyMembers'][number] {
  return {
    name: member.name ?? NO_NAME,
    relation: member.relation ?? NO_RELATION,
    bornOn: member.bornOn,
    parentalResponsibility: member.parentalResponsibility,
    inHome: member.inHome,
    telephone: member.telephone?.typed,
    language: member.language,
    safeWays: member.safeWays,
    safeTimes: member.safeTimes,
    notToSay: member.notToSay,
    riskToStaff: member.riskToStaff,
  };
}

function furtherSaid(reading: Reading, answers: RawAnswers): readonly Said[] {
  const asked = partsFor(purposeOf(answers));
  return PARTS.filter((part) => asked.includes(part)).flatMap((part) =>
    saidIn(reading, part, answers).flatMap(({ about, answers: said }) =>
      said
        .filter(({ name }) => !HAS_COLUMN[part].includes(name))
        .map(({ question, words }) => ({
          about,
          question,
          words,
          fieldClass: OF_THE_REFERRER.includes(part) ? ('reporter' as const) : undefined,
        })),
    ),
  );
}
