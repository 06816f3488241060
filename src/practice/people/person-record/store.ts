import { sql } from 'kysely';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import { leadingTo } from '../../../platform/database/one-record.ts';
import { withoutNulls } from '../../../platform/database/without-nulls.ts';
import {
  guardedAmong,
  type Person,
  type PersonBrief,
  personBriefs,
  type Standing,
  standing,
} from '../person/index.ts';
import { type SafeContact, safeContactOf } from '../reach/index.ts';

/** What is known of somebody's life, as far as this viewer may read it. */
export type Circumstances = {
  readonly addresses: readonly Address[];
  /** There is a guarded address now, whether or not this viewer may read it. */
  readonly addressIsGuarded: boolean;
  readonly details: readonly Details[];
  readonly safeContact: SafeContact | undefined;
  readonly languages: readonly string[];
  readonly relatives: readonly Relative[];
  readonly household: readonly PersonBrief[];
  readonly attendances: readonly Attendance[];
  readonly contacts: readonly EarlierContact[];
};

/** A person with everything that the page about them shows. */
export type OnRecord = Circumstances & {
  readonly person: Person;
  readonly today: Day;
  /** May add facts: then each panel has its link. */
  readonly mayAdd: boolean;
  /** May say that two records are of one person. */
  readonly mayCompare: boolean;
};

export type While = {
  readonly fromOn: Day | undefined;
  readonly fromAbout?: boolean | undefined;
  readonly untilOn: Day | undefined;
  readonly untilAbout?: boolean | undefined;
};
export type Address = Standing &
  While & {
    readonly id: Id;
    readonly lines: string;
    readonly parish: string | undefined;
    readonly postcode: string | undefined;
    readonly guarded: boolean;
    readonly why: string | undefined;
  };
type Details = Standing & { readonly id: Id; readonly kind: string; readonly value: string };
export type Relative = Standing &
  While & {
    readonly id: Id;
    readonly kind: string;
    readonly parentalResponsibility: string;
    readonly person: PersonBrief;
  };
type Attendance = Standing & While & { readonly id: Id; readonly kind: string; readonly title: string };
export type EarlierContact = {
  readonly id: Id;
  readonly reference: string;
  readonly toldOn: Day;
  readonly source: string;
  readonly line: string;
  readonly answeredAt: Date | undefined;
};

/** Reads what is known of a person's life. The transaction must be able to see the person. */
export async function circumstancesOf(db: Db, id: Id): Promise<Circumstances> {
  const [[relatives, household], addresses, guarded, details, safeContact, languages, attendances, contacts] =
    await Promise.all([
      peopleAround(db, id),
      addressesOf(db, id),
      guardedAmong(db, [id]),
      detailsOf(db, id),
      safeContactOf(db, id),
      languagesOf(db, id),
      attendancesOf(db, id),
      contactsAbout(db, id),
    ]);
  return {
    addresses,
    addressIsGuarded: guarded.has(id),
    details,
    safeContact,
    languages,
    relatives,
    household,
    attendances,
    contacts,
  };
}

/** Where somebody lives and lived, as far as the transaction may read it: those that go on first, then the latest. */
export async function addressesOf(db: Db, id: Id): Promise<readonly Address[]> {
  const rows = await db
    .selectFrom('address')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('until_on', (order) => order.desc().nullsFirst())
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map(withoutNulls).map((row) => ({
    ...row,
    ...whileTrue(row),
    fromAbout: row.from_about,
    untilAbout: row.until_about,
    ...standing(row),
  }));
}

async function detailsOf(db: Db, id: Id): Promise<readonly Details[]> {
  const rows = await db
    .selectFrom('contact_details')
    .selectAll()
    .where('person_id', '=', id)
    .where('until_on', 'is', null)
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, kind: row.kind, value: row.value, ...standing(row) }));
}

async function languagesOf(db: Db, id: Id): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('person_language')
    .select('language')
    .where('person_id', '=', id)
    .orderBy('preferred', 'desc')
    .orderBy('language')
    .execute();
  return rows.map((row) => row.language);
}

/** Relatives and the household; somebody who may not be seen is in neither. */
async function peopleAround(db: Db, id: Id): Promise<readonly [readonly Relative[], readonly PersonBrief[]]> {
  const related = await db
    .selectFrom('relationship')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  const together = await db
    .selectFrom('household_membership as own')
    .innerJoin('household_membership as other', 'other.household_id', 'own.household_id')
    .where('own.person_id', '=', id)
    .where('own.until_on', 'is', null)
    .where('other.until_on', 'is', null)
    .where('other.person_id', '<>', id)
    .select('other.person_id')
    .distinct()
    .execute();
  const asWritten = [...related.map((row) => row.other_id), ...together.map((row) => row.person_id)];
  const leads = await leadingTo(db, asWritten);
  const keptOf = (other: Id) => leads.get(other) ?? other;
  const members = [...new Set(together.map((row) => keptOf(row.person_id)))].filter((one) => one !== id);
  const briefs = await personBriefs(db, asWritten.map(keptOf));
  const said = new Set<string>();
  const relatives = related.map(withoutNulls).flatMap((row) => {
    const person = briefs.get(keptOf(row.other_id));
    // Of somebody on record twice the same may be said twice, and is one fact.
    const words = [person?.id, row.kind, row.parental_responsibility, row.from_on, row.until_on].join(' ');
    if (person === undefined || said.has(words)) return [];
    said.add(words);
    const { kind, parental_responsibility: parentalResponsibility } = row;
    return [{ id: row.id, kind, parentalResponsibility, person, ...whileTrue(row), ...standing(row) }];
  });
  return [relatives, members.flatMap((member) => briefs.get(member) ?? [])];
}

async function attendancesOf(db: Db, id: Id): Promise<readonly Attendance[]> {
  const rows = await db
    .selectFrom('attendance')
    .leftJoin('agency', 'agency.id', 'attendance.agency_id')
    .where('attendance.person_id', '=', id)
    .selectAll('attendance')
    .select('agency.title')
    .orderBy('attendance.until_on', (order) => order.desc().nullsFirst())
    .orderBy('attendance.recorded_at', 'desc')
    .execute();
  return rows.map(withoutNulls).map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title ?? row.named ?? '',
    ...whileTrue(row),
    ...standing(row),
  }));
}

/** The latest contacts about a person, newest first. */
async function contactsAbout(db: Db, id: Id): Promise<readonly EarlierContact[]> {
  const rows = await db
    .selectFrom('contact')
    .innerJoin('contact_child', 'contact_child.contact_id', 'contact.id')
    .where('contact_child.person_id', '=', id)
    .select([
      'contact.id',
      'contact.reference',
      'contact.told_on',
      'contact.source',
      'contact.answered_at',
      sql<string>`coalesce(contact.summary, left(contact.words, 160))`.as('line'),
    ])
    .orderBy('contact.told_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    toldOn: row.told_on,
    source: row.source,
    line: row.line,
    answeredAt: row.answered_at ?? undefined,
  }));
}

function whileTrue(row: { from_on?: Day | undefined; until_on?: Day | undefined }): While {
  return { fromOn: row.from_on, untilOn: row.until_on };
}
