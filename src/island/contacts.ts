import { type Day, dayOf } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Channel, Concern } from '../profile/code-sets/channels.ts';
import { rowOf } from '../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../profile/code-sets/contact-sources.ts';
import type { Family, Person } from './families.ts';
import { learningOf, practiceOf } from './learning.ts';
import type { Making } from './making.ts';
import type { Partner } from './partners.ts';
import type { Random } from './random.ts';
import { referrerOf } from './referrers.ts';
import type { Holder } from './staff.ts';
import { type Told, tell } from './telling.ts';
import type { Theme } from './words/theme.ts';

/** Those who take part in every contact. */
export type Cast = {
  readonly random: Random;
  readonly holders: readonly Holder[];
  readonly partners: readonly Partner[];
  /** The last number of each year's references. */
  readonly references: Map<number, number>;
};

/** That somebody tells us about children of a family. */
export type Approach = {
  readonly family: Family;
  readonly children: readonly Person[];
  readonly theme: Theme;
  readonly source: string;
  readonly channel: Channel;
  readonly toldAt: Date;
  readonly recordedAt: Date;
  readonly recordedBy: Id | undefined;
  /** The children were compared with those on record, and found. */
  readonly identified: boolean;
  readonly inDanger?: boolean;
};

/** A contact as it was recorded, for what follows from it. */
export type ContactMade = Approach & {
  readonly id: Id;
  readonly reference: string;
  readonly toldOn: Day;
  readonly about: Concern;
  /** The level of need that this will be found to be. */
  readonly level: 1 | 2 | 3 | 4;
  readonly told: Told;
  readonly permission: 'given' | 'sought' | 'refused' | 'not sought' | 'not asked';
  readonly speaksAs: 'child' | 'family' | 'public' | 'professional' | 'anonymous';
  readonly childRows: readonly { readonly id: Id; readonly child: Person }[];
};

/** Records a contact with who told us, its children and its family. */
export function recordContact(making: Making, cast: Cast, approach: Approach): ContactMade {
  const { random } = cast;
  const { theme, source, channel } = approach;
  const speaksAs = rowOf(CONTACT_SOURCES, source)?.speaksAs ?? 'anonymous';
  const toldOn = dayOf(approach.toldAt);
  const about = random.weighted(theme.about);
  const made: ContactMade = {
    ...approach,
    id: random.id(),
    reference: nextReference(cast.references, toldOn),
    toldOn,
    about,
    level: random.weighted(theme.levels),
    told: tell(random, theme, { kind: speaksAs, channel }, approach.family, approach.children),
    permission: permissionOf(random, speaksAs, about),
    speaksAs,
    childRows: approach.children.map((child) => ({ id: random.id(), child })),
  };
  addContact(making, random, made);
  making.ledger.add('contact_referrer', referrerOf(cast, made), recordedOf(made));
  for (const [index, row] of made.childRows.entries()) addChild(making, cast, made, row, index + 1);
  addFamilyMembers(making, random, made);
  return made;
}

function addContact(making: Making, random: Random, made: ContactMade): void {
  const { told } = made;
  const professional = made.speaksAs === 'professional';
  const offset = random.weighted([
    [0, 70],
    [-1, 18],
    [1, 12],
  ]);
  making.ledger.add(
    'contact',
    {
      id: made.id,
      reference: made.reference,
      channel: made.channel,
      source: made.source,
      about: made.about,
      happened_on: random.chance(0.8) ? made.toldOn : null,
      told_at: made.toldAt,
      told_on: made.toldOn,
      words: told.words,
      words_language: told.language,
      child_words: told.childWords ?? null,
      going_well: told.goingWell ?? null,
      tried: told.tried ?? null,
      help_wanted: told.helpWanted ?? null,
      immediate_danger: made.inDanger ?? null,
      referrer_level:
        professional && random.chance(0.85) ? Math.min(4, Math.max(1, made.level + offset)) : null,
      statements:
        made.channel === 'request form' ? [...random.some(made.theme.statements[made.level], 2)] : [],
      permission: made.permission,
      family_knows: made.permission === 'not asked' ? null : made.permission !== 'not sought',
      summary: told.summary ?? null,
    },
    recordedOf(made),
  );
}

function addChild(
  making: Making,
  { random, partners }: Cast,
  made: ContactMade,
  row: { id: Id; child: Person },
  position: number,
): void {
  const { child } = row;
  const { school, nursery } = learningOf(
    child,
    made.toldOn,
    partners.filter(({ kind }) => kind === 'school'),
  );
  const unborn = child.bornOn === undefined || child.bornOn > made.toldOn;
  making.ledger.add(
    'contact_child',
    {
      id: row.id,
      contact_id: made.id,
      position,
      person_id: made.identified ? child.id : null,
      given_name: unborn ? 'Baby' : child.givenName,
      family_name: child.familyName,
      born_on: unborn || random.chance(0.08) ? null : (child.bornOn ?? null),
      due_on: unborn ? (child.dueOn ?? child.bornOn ?? null) : null,
      sex: unborn ? 'U' : child.sex,
      languages: [made.family.language],
      school: school?.title ?? nursery ?? null,
      general_practice: !unborn && random.chance(0.4) ? (practiceOf(child) ?? null) : null,
      address: made.family.guarded ? null : made.family.home.lines,
      parish: made.family.home.parish,
      identified_by: made.identified ? (made.recordedBy ?? null) : null,
      identified_at: made.identified ? made.recordedAt : null,
    },
    recordedOf(made),
  );
}

function addFamilyMembers(making: Making, random: Random, made: ContactMade): void {
  if (made.speaksAs === 'public' || made.speaksAs === 'anonymous') return;
  for (const adult of made.family.adults) {
    if (!random.chance(adult.relation === 'mother' ? 0.9 : 0.6)) continue;
    making.ledger.add(
      'contact_family_member',
      {
        id: random.id(),
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
  }
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
