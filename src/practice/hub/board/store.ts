import { sql } from 'kysely';
import { addDays, addMonths, type Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { lineOf } from '../contact/index.ts';
import { contactsBefore, earlierCount } from '../repeat-contact/index.ts';
import { colourFrom } from '../triage/index.ts';
import type { BoardChild, BoardRow } from './rules.ts';

/**
 * Every contact with no answer yet that the viewer sees: one query for the contacts, found by the partial index on what is unanswered,
 * and one for each thing that hangs on them. None of them grows with what was answered.
 */
export async function boardRows(db: Db, window: { readonly months: number }): Promise<readonly BoardRow[]> {
  const rows = await unanswered(db).execute();
  const ids = rows.map((row) => row.id);
  const [first] = rows;
  if (first === undefined) return [];
  const [oldest = first.told_on] = rows.map((row) => row.told_on).sort();
  const [children, referrers, checks, decided, earlier] = await Promise.all([
    childrenOf(db, ids),
    referrersOf(db, ids),
    checksOf(db, ids),
    decidedChildren(db, ids),
    contactsBefore(db, ids, addMonths(oldest, -window.months)),
  ]);
  return rows.map((row) => {
    const own = children.filter((child) => child.contact_id === row.id);
    return {
      id: row.id,
      reference: row.reference,
      toldAt: row.told_at,
      source: row.source,
      line: lineOf({ summary: row.summary ?? undefined, words: row.words }),
      by: byInWords(
        row.source,
        referrers.find((one) => one.contact_id === row.id),
      ),
      children: own.map(childFrom),
      persons: own.flatMap((child) => (child.person_id === null ? [] : [child.person_id])),
      colour: row.colour === null ? undefined : colourFrom(row.colour),
      referrerLevel: row.referrer_level ?? undefined,
      taking:
        row.taken_by === null
          ? undefined
          : { staffId: row.taken_by, name: `${row.given_name ?? ''} ${row.family_name ?? ''}` },
      enquiryId: row.enquiry_id ?? undefined,
      checks: countOf(checks.filter((check) => check.contact_id === row.id)),
      earlier: earlierCount(
        earlier.filter((one) => one.contact_id === row.id),
        row.told_on,
        window.months,
      ),
      decided: own.every((child) => decided.has(child.id)),
    };
  });
}

function unanswered(db: Db) {
  return (
    db
      .selectFrom('contact as c')
      .leftJoinLateral(
        (from) =>
          from
            .selectFrom('contact_rating as r')
            .whereRef('r.contact_id', '=', 'c.id')
            .select('r.colour')
            .orderBy('r.rated_at', 'desc')
            .orderBy('r.recorded_at', 'desc')
            .limit(1)
            .as('rating'),
        (join) => join.onTrue(),
      )
      .leftJoin('contact_taking as t', (join) =>
        join.onRef('t.contact_id', '=', 'c.id').on('t.released_at', 'is', null),
      )
      .leftJoin('staff as s', 's.id', 't.taken_by')
      .leftJoin('mash_enquiry as m', 'm.contact_id', 'c.id')
      .where('c.answered_at', 'is', null)
      .select([
        'c.id',
        'c.reference',
        'c.told_at',
        'c.told_on',
        'c.source',
        'c.summary',
        'c.referrer_level',
        'rating.colour',
        't.taken_by',
        's.given_name',
        's.family_name',
        'm.id as enquiry_id',
      ])
      // A list needs a line of what was said; the whole may be many pages.
      .select(sql<string>`left(c.words, 400)`.as('words'))
      .orderBy('c.told_at')
  );
}

function childrenOf(db: Db, ids: readonly Id[]) {
  return db
    .selectFrom('contact_child')
    .where('contact_id', '=', anyOf(ids))
    .select(['id', 'contact_id', 'person_id', 'given_name', 'family_name', 'born_on', 'due_on', 'age_said'])
    .orderBy('position')
    .execute();
}

function childFrom(row: Awaited<ReturnType<typeof childrenOf>>[number]): BoardChild {
  return {
    givenName: row.given_name ?? undefined,
    familyName: row.family_name ?? undefined,
    bornOn: row.born_on ?? undefined,
    dueOn: row.due_on ?? undefined,
    ageSaid: row.age_said ?? undefined,
  };
}

function referrersOf(db: Db, ids: readonly Id[]) {
  return db
    .selectFrom('contact_referrer')
    .leftJoin('agency', 'agency.id', 'contact_referrer.agency_id')
    .where('contact_referrer.contact_id', '=', anyOf(ids))
    .select([
      'contact_referrer.contact_id',
      'contact_referrer.kind',
      'contact_referrer.name',
      'contact_referrer.agency_named',
      'contact_referrer.relation_to_child',
      'agency.title',
    ])
    .execute();
}

/** A professional by name and place of work; anybody else by what they are to the child, because a list needs no more. */
function byInWords(
  source: string,
  referrer: Awaited<ReturnType<typeof referrersOf>>[number] | undefined,
): string {
  const label = labelOf(CONTACT_SOURCES, source);
  if (referrer === undefined) return label;
  if (referrer.kind !== 'professional') return referrer.relation_to_child ?? label;
  return [referrer.title ?? referrer.agency_named ?? label, referrer.name].filter(Boolean).join(', ');
}

function checksOf(db: Db, ids: readonly Id[]) {
  return db
    .selectFrom('partner_check')
    .leftJoin('partner_answer', 'partner_answer.partner_check_id', 'partner_check.id')
    .where('partner_check.contact_id', '=', anyOf(ids))
    .where('partner_check.withdrawn_at', 'is', null)
    .select(['partner_check.contact_id', 'partner_answer.id as answer_id'])
    .execute();
}

function countOf(checks: readonly { readonly answer_id: Id | null }[]): BoardRow['checks'] {
  return { asked: checks.length, back: checks.filter((check) => check.answer_id !== null).length };
}

/** The children who have a decision in force; one that a manager must sign is in force when it is signed. */
async function decidedChildren(db: Db, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await db
    .selectFrom('decision')
    .where('contact_id', '=', anyOf(ids))
    .where('withdrawn_at', 'is', null)
    .where((where) =>
      where.or([where('authorisation_asked', '=', false), where('authorised_at', 'is not', null)]),
    )
    .select('contact_child_id')
    .execute();
  return new Set(rows.map((row) => row.contact_child_id));
}

/** What an empty board has to tell: when the last contact was answered, and how many came today. */
export async function lately(
  db: Db,
  today: Day,
): Promise<{ lastAnsweredAt: Date | undefined; cameToday: number }> {
  const last = await db
    .selectFrom('contact')
    .where('told_on', '>=', addDays(today, -31))
    .where('answered_at', 'is not', null)
    .select('answered_at')
    .orderBy('answered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const came = await db
    .selectFrom('contact')
    .where('told_on', '=', today)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirst();
  return { lastAnsweredAt: last?.answered_at ?? undefined, cameToday: Number(came?.count ?? 0) };
}
