import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Concern } from '../profile/code-sets/channels.ts';
import { rowOf } from '../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../profile/code-sets/contact-sources.ts';
import type { Approach, Cast, ContactBegun, ContactMade } from './contact-made.ts';
import type { Person } from './families.ts';
import { learningOf, practiceOf } from './learning.ts';
import type { Making } from './making.ts';
import { incidentNumber, recordNotification } from './notifications.ts';
import type { Random } from './random.ts';
import { referrerOf } from './referrers.ts';
import { tell } from './telling.ts';

/** Records a contact with who told us, its children and its family. */
export function recordContact(making: Making, cast: Cast, approach: Approach): ContactMade {
  const { random } = cast;
  const { theme, source } = approach;
  const speaksAs = rowOf(CONTACT_SOURCES, source)?.speaksAs ?? 'anonymous';
  const toldOn = making.dayOf(approach.toldAt);
  const about = approach.about ?? random.weighted(theme.about);
  const made = {
    ...approach,
    id: random.id(),
    reference: nextReference(cast.references, toldOn),
    toldOn,
    about,
    level: random.weighted(theme.levels),
    told: tell(random, theme, speaksAs, approach.family, approach.children, toldOn),
    happenedOn: random.chance(0.8) ? toldOn : undefined,
    incident: approach.channel === 'police notification' ? incidentNumber(cast, toldOn) : undefined,
    permission: permissionOf(random, speaksAs, about),
    speaksAs,
    childRows: approach.children.map((child) => ({ id: random.id(), child })),
  };
  const referrer = referrerOf(cast, made);
  addContact(making, random, made);
  making.ledger.add('contact_referrer', referrer, recordedOf(made));
  for (const [index, row] of made.childRows.entries()) addChild(making, cast, made, row, index + 1);
  recordNotification(making, cast, made);
  const [familyMember] = addFamilyMembers(making, random, made);
  return { ...made, referrerWays: 'safe_ways' in referrer ? referrer.safe_ways : [], familyMember };
}

function addContact(making: Making, random: Random, made: ContactBegun): void {
  const { told } = made;
  making.ledger.add(
    'contact',
    {
      id: made.id,
      reference: made.reference,
      channel: made.channel,
      source: made.source,
      about: made.about,
      happened_on: made.happenedOn ?? null,
      incident: made.incident ?? null,
      told_at: made.toldAt,
      told_on: made.toldOn,
      words: told.words,
      words_language: told.language,
      child_words: told.childWords ?? null,
      going_well: told.goingWell ?? null,
      tried: told.tried ?? null,
      help_wanted: told.helpWanted ?? null,
      referrer_level: referrerLevel(random, made),
      statements:
        made.channel === 'request form' ? [...random.some(made.theme.statements[made.level], 2)] : [],
      permission: made.permission,
      family_knows: made.permission === 'not asked' ? null : made.permission !== 'not sought',
      summary: told.summary ?? null,
    },
    recordedOf(made),
  );
}

/** What a professional takes the level to be: mostly as the hub will find it, sometimes one off, sometimes not said. */
function referrerLevel(random: Random, { speaksAs, level }: ContactBegun): number | null {
  const offset = random.pick([0, 0, 0, 0, 0, 0, 0, -1, -1, 1]);
  if (speaksAs !== 'professional' || random.chance(0.15)) return null;
  return Math.min(4, Math.max(1, level + offset));
}

function addChild(
  making: Making,
  cast: Cast,
  made: ContactBegun,
  row: { id: Id; child: Person },
  position: number,
): void {
  const { family, identified } = made;
  const { school, general_practice, ...told } = asTold(cast, made, row.child);
  making.ledger.add(
    'contact_child',
    {
      id: row.id,
      contact_id: made.id,
      position,
      person_id: identified ? row.child.id : null,
      family_name: row.child.familyName,
      ...told,
      languages: [family.language],
      identified_by: identified ? (made.recordedBy ?? null) : null,
      identified_at: identified ? made.recordedAt : null,
    },
    recordedOf(made),
  );
  making.ledger.add(
    'contact_child_place',
    {
      id: row.id,
      contact_id: made.id,
      school,
      general_practice,
      address: family.guarded ? null : family.home.lines,
      parish: family.home.parish,
    },
    recordedOf(made),
  );
}

/** What whoever told us knew of a child: an unborn one has no name yet, and not everybody knows a birthday. */
function asTold({ random, partners }: Cast, { toldOn }: ContactBegun, child: Person) {
  if (child.bornOn === undefined || child.bornOn > toldOn)
    return {
      given_name: 'Baby',
      due_on: child.dueOn ?? child.bornOn ?? null,
      sex: 'U',
      school: null,
      general_practice: null,
    };
  const { school, nursery } = learningOf(
    child,
    toldOn,
    partners.filter(({ kind }) => kind === 'school'),
  );
  return {
    given_name: child.givenName,
    born_on: random.chance(0.08) ? null : child.bornOn,
    sex: child.sex,
    school: school?.title ?? nursery ?? null,
    general_practice: random.chance(0.4) ? (practiceOf(child) ?? null) : null,
  };
}

/** The grown-ups whom a referrer names; whoever does not know the family names none. */
function addFamilyMembers(making: Making, random: Random, made: ContactBegun): readonly Id[] {
  if (made.speaksAs === 'public' || made.speaksAs === 'anonymous') return [];
  const named = made.family.adults.filter(({ relation }) =>
    random.chance(relation === 'mother' ? 0.92 : 0.6),
  );
  return named.map((adult) => {
    const id = random.id();
    making.ledger.add(
      'contact_family_member',
      {
        id,
        contact_id: made.id,
        name: `${adult.givenName} ${adult.familyName}`,
        relation: adult.relation[0]?.toUpperCase() + adult.relation.slice(1),
        parental_responsibility: adult.parentalResponsibility,
        in_home: adult.inHome,
        language: made.family.language,
        safe_ways: ['telephone'],
      },
      recordedOf(made),
    );
    return id;
  });
}

/** When and by whom everything that was told counts as recorded. */
export function recordedOf({ recordedAt, recordedBy }: Approach) {
  return { at: recordedAt, by: recordedBy };
}

function permissionOf(
  random: Random,
  speaksAs: ContactMade['speaksAs'],
  about: Concern,
): ContactMade['permission'] {
  if (speaksAs === 'family' || speaksAs === 'child') return 'given';
  if (speaksAs !== 'professional') return 'not asked';
  return about === 'safeguarding concern'
    ? random.weighted([
        ['given', 45],
        ['sought', 12],
        ['refused', 10],
        ['not sought', 33],
      ])
    : random.weighted([
        ['given', 88],
        ['sought', 8],
        ['not asked', 4],
      ]);
}

/** Contacts are made in the order in which they were told, so that references count up. */
function nextReference(references: Map<number, number>, toldOn: Day): string {
  const year = Number(toldOn.slice(0, 4));
  const last = (references.get(year) ?? 0) + 1;
  references.set(year, last);
  return `C-${String(year).slice(2)}-${String(last).padStart(4, '0')}`;
}
