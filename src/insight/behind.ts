import { sql } from 'kysely';
import { compareDays } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Db } from '../platform/database/db.ts';
import { withoutNulls } from '../platform/database/without-nulls.ts';
import type { Context } from '../platform/web/context.ts';
import { childNamed } from '../practice/hub/contact/index.ts';
import { personBriefs } from '../practice/people/person/index.ts';
import { staffNamed } from '../practice/people/staff/index.ts';
import { workersIn } from '../practice/social-work/caseload/index.ts';
import type { Line, Listed } from './measure.ts';

/** A line that the viewer may see: who it is, and where the rest stands. */
export type SeenLine = {
  readonly line: Line;
  readonly name: string;
  readonly note: string;
  readonly href: string | undefined;
  readonly personId: Id | undefined;
};

/** What is read of a line through the viewer's sight. */
type Sighted = Omit<SeenLine, 'line'>;

/**
 * Finds the lines behind a figure again through the viewer's own sight.
 *
 * The figure counted everyone; of a line that the viewer may not see nothing comes back, not even its id, only that there is one.
 */
export async function seenBehind(
  context: Viewing,
  kind: Listed['kind'],
  lines: readonly Line[],
): Promise<readonly SeenLine[]> {
  const ids = lines.map(({ subject }) => subject);
  const seen = ids.length === 0 ? new Map<Id, Sighted>() : await SIGHT[kind](context, ids);
  return lines.flatMap((line) => {
    const sighted = seen.get(line.subject);
    return sighted === undefined ? [] : [{ line, ...sighted }];
  });
}

/** The same lines with the name under which each child is known now, where they are on record. Only for the lines of one page. */
export async function withNames(db: Db, lines: readonly SeenLine[]): Promise<readonly SeenLine[]> {
  const persons = lines.flatMap(({ personId }) => personId ?? []);
  const briefs = await personBriefs(db, persons);
  return lines.map((line) => {
    const name = line.personId === undefined ? undefined : briefs.get(line.personId)?.name;
    return name === undefined ? line : { ...line, name };
  });
}

/** Of the context of a page, what decides which lines are seen. */
type Viewing = Pick<Context, 'db' | 'today' | 'viewer'>;

type Sight = (context: Viewing, ids: readonly Id[]) => Promise<ReadonlyMap<Id, Sighted>>;

const SIGHT: Readonly<Record<Listed['kind'], Sight>> = {
  'child of a contact': contactChildren,
  referral: referralsMade,
  child: children,
  worker: workers,
};

const NOT_NAMED = 'A child on record';

async function contactChildren({ db }: Viewing, ids: readonly Id[]): Promise<ReadonlyMap<Id, Sighted>> {
  const rows = await db
    .selectFrom('contact_child')
    .innerJoin('contact', 'contact.id', 'contact_child.contact_id')
    .where(sql<boolean>`contact_child.id = any (${[...ids]}::uuid[])`)
    .select([
      'contact_child.id',
      'contact_child.person_id as personId',
      'contact_child.given_name as givenName',
      'contact_child.family_name as familyName',
      'contact_child.due_on as dueOn',
      'contact_child.age_said as ageSaid',
      'contact.id as contactId',
      'contact.reference',
    ])
    .execute();
  return new Map(
    rows.map(withoutNulls).map(({ id, personId, contactId, reference, ...child }) => {
      return [id, { name: childNamed(child), note: reference, href: `/contacts/${contactId}`, personId }];
    }),
  );
}

async function referralsMade({ db }: Viewing, ids: readonly Id[]): Promise<ReadonlyMap<Id, Sighted>> {
  const rows = await db
    .selectFrom('referral')
    .where(sql<boolean>`referral.id = any (${[...ids]}::uuid[])`)
    .select(['id', 'person_id as personId'])
    .execute();
  return new Map(
    rows.map(({ id, personId }) => [id, { name: NOT_NAMED, note: '', href: `/referrals/${id}`, personId }]),
  );
}

async function children({ db }: Viewing, ids: readonly Id[]): Promise<ReadonlyMap<Id, Sighted>> {
  const rows = await db
    .selectFrom('person')
    .where(sql<boolean>`person.id = any (${[...ids]}::uuid[])`)
    .select(['id', 'number'])
    .execute();
  return new Map(
    rows.map(({ id, number }) => [
      id,
      { name: NOT_NAMED, note: number, href: `/people/${id}`, personId: id },
    ]),
  );
}

// A caseload is seen with its worker's team, or by whoever sees everyone; who no longer has children there has a name and no page.
async function workers(
  { db, today, viewer }: Viewing,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Sighted>> {
  const here = await workersIn(db, today, viewer.wide ? undefined : viewer.teams);
  const named = viewer.wide ? await staffNamed(db, ids) : new Map<Id, string>();
  const gone = [...named].map(([id, name]): [Id, Sighted] => [
    id,
    { name, note: 'Has no caseload today', href: undefined, personId: undefined },
  ]);
  return new Map([
    ...gone,
    ...here.map(({ id, name, postTitle, teamTitle }): [Id, Sighted] => [
      id,
      { name, note: `${postTitle}, ${teamTitle}`, href: `/caseloads/${id}`, personId: undefined },
    ]),
  ]);
}

/** Lines for reading: what was not met first, then what was, then what was not counted; the oldest day first, of a day the most. */
export function inReadingOrder<Some extends { readonly line: Line }>(
  lines: readonly Some[],
): readonly Some[] {
  const place = ({ met }: Line) => (met === null ? 2 : Number(met));
  return lines.toSorted(
    (one, other) =>
      place(one.line) - place(other.line) ||
      compareDays(one.line.happenedOn, other.line.happenedOn) ||
      (other.line.value ?? 0) - (one.line.value ?? 0),
  );
}
