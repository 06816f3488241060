import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import { anyOf } from '../../../platform/database/any-of.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { RatingColour } from '../../../profile/code-sets/rating-colours.ts';
import { type ChildName, childrenNamed, lineOf } from '../contact/index.ts';
import { type ContactClock, clockOf, colourFrom } from '../triage/index.ts';

/** A contact that can be taken in a meeting: nobody is answered yet, and a child has no decision. */
export type ReadyContact = {
  readonly id: Id;
  readonly reference: string;
  readonly persons: readonly Id[];
  readonly children: string;
  readonly line: string;
  readonly colour: RatingColour | undefined;
  readonly clock: ContactClock;
  /** Partner agencies that were asked and have not answered. */
  readonly waitingFor: number;
};

/** Every contact that can be taken now, the one that is due first at the top. */
export async function readyContacts({ db, profile }: Context): Promise<readonly ReadyContact[]> {
  const rows = await unansweredContacts(db);
  const children = await childrenOf(
    db,
    rows.map((row) => row.id),
  );
  const ready = rows.flatMap((row) => {
    const own = children.get(row.id) ?? [];
    const colour = row.colour === null ? undefined : colourFrom(row.colour);
    if (own.every((child) => child.isDecided)) return [];
    return [
      {
        id: row.id,
        reference: row.reference,
        persons: own.flatMap((child) => child.personId ?? []),
        children: childrenNamed(own),
        line: lineOf({ summary: row.summary ?? undefined, words: row.words }),
        colour,
        clock: clockOf(profile, { toldAt: row.told_at }, { colour, decided: false }),
        waitingFor: Number(row.waiting ?? 0),
      },
    ];
  });
  return ready.sort((one, other) => endOf(one.clock) - endOf(other.clock));
}

/** What has no clock stands last. */
function endOf({ due }: ContactClock): number {
  return due?.at.getTime() ?? Number.MAX_SAFE_INTEGER;
}

function unansweredContacts(db: Db) {
  return db
    .selectFrom('contact')
    .where('contact.answered_at', 'is', null)
    .select((select) => [
      'contact.id',
      'contact.reference',
      'contact.told_at',
      'contact.summary',
      sql<string>`left(contact.words, 400)`.as('words'),
      select
        .selectFrom('contact_rating')
        .whereRef('contact_rating.contact_id', '=', 'contact.id')
        .select('contact_rating.colour')
        .orderBy('contact_rating.rated_at', 'desc')
        .orderBy('contact_rating.recorded_at', 'desc')
        .limit(1)
        .as('colour'),
      select
        .selectFrom('partner_check')
        .leftJoin('partner_answer', 'partner_answer.partner_check_id', 'partner_check.id')
        .whereRef('partner_check.contact_id', '=', 'contact.id')
        .where('partner_check.withdrawn_at', 'is', null)
        .where('partner_answer.id', 'is', null)
        .select((count) => count.fn.countAll<string>().as('count'))
        .as('waiting'),
    ])
    .orderBy('contact.told_at')
    .limit(300)
    .execute();
}

type NamedChild = ChildName & { readonly personId: Id | undefined; readonly isDecided: boolean };

async function childrenOf(db: Db, contacts: readonly Id[]): Promise<ReadonlyMap<Id, readonly NamedChild[]>> {
  if (contacts.length === 0) return new Map();
  const rows = await db
    .selectFrom('contact_child')
    .leftJoin('decision', (join) =>
      join
        .onRef('decision.contact_child_id', '=', 'contact_child.id')
        .on('decision.withdrawn_at', 'is', null),
    )
    .where('contact_child.contact_id', '=', anyOf(contacts))
    .select([
      'contact_child.contact_id',
      'contact_child.person_id',
      'contact_child.given_name',
      'contact_child.family_name',
      'contact_child.due_on',
      'contact_child.age_said',
      'decision.id as decision_id',
    ])
    .orderBy('contact_child.position')
    .execute();
  const named = rows.map((row) => ({
    contactId: row.contact_id,
    personId: row.person_id ?? undefined,
    givenName: row.given_name ?? undefined,
    familyName: row.family_name ?? undefined,
    dueOn: row.due_on ?? undefined,
    ageSaid: row.age_said ?? undefined,
    isDecided: row.decision_id !== null,
  }));
  return Map.groupBy(named, (child) => child.contactId);
}

/** Who may be chosen as sitting: whoever holds a post today with a role that screens. */
export async function whoMaySit({
  db,
  profile,
  today,
}: Context): Promise<readonly { readonly id: Id; readonly name: string; readonly title: string }[]> {
  const roles = profile.permissions['screening meeting: hold'];
  const rows = await db
    .selectFrom('post_holding')
    .innerJoin('post', 'post.id', 'post_holding.post_id')
    .innerJoin('staff', 'staff.id', 'post_holding.staff_id')
    .where('post.role', 'in', roles)
    .where('post_holding.from_on', '<=', today)
    .where((where) =>
      where.or([where('post_holding.until_on', 'is', null), where('post_holding.until_on', '>=', today)]),
    )
    .where('staff.left_on', 'is', null)
    .select(['staff.id', 'staff.given_name', 'staff.family_name', 'post.title'])
    .orderBy('staff.family_name')
    .orderBy('staff.given_name')
    .execute();
  const once = new Map(rows.map((row) => [row.id, row]));
  return [...once.values()].map((row) => ({
    id: row.id,
    name: `${row.given_name} ${row.family_name}`,
    title: row.title,
  }));
}
