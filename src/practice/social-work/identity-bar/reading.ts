import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { Db } from '../../../platform/database/db.ts';
import type { Context } from '../../../platform/web/context.ts';
import { type Allocated, allocatedTo } from '../../people/allocation/index.ts';
import { careOf } from '../../people/childhood/index.ts';
import { guardedAmong, openPeriods, type Person, personById } from '../../people/person/index.ts';
import { safeContactOf } from '../../people/reach/index.ts';
import { alertsStanding } from '../../people/record-alert/index.ts';
import { type NextVisit, nextVisit, sightOfEach } from '../next-visit/index.ts';
import type { Facts, Risk } from './rules.ts';

/** What the bar knows of somebody, as far as this viewer may read it. */
export type Known = Facts & {
  readonly person: Person;
  readonly care: Awaited<ReturnType<typeof careOf>>;
};

const KNOWN = new WeakMap<Db, Map<Id, Promise<Known | undefined>>>();

/** What the bar knows, asked once in a transaction however many parts of a page show it. Nothing where the viewer may not see them. */
export function knownOf(context: Context, personId: Id): Promise<Known | undefined> {
  const asked = KNOWN.get(context.db) ?? new Map<Id, Promise<Known | undefined>>();
  KNOWN.set(context.db, asked);
  const known = asked.get(personId) ?? read(context, personId);
  asked.set(personId, known);
  return known;
}

async function read(context: Context, id: Id): Promise<Known | undefined> {
  const { db, viewer } = context;
  const mayRead = (permission: 'visit: read' | 'contact: read') => viewer.permissions.has(permission);
  const [person, open, care, allocated, visits, safe, guarded, walls, alerts, risks] = await Promise.all([
    personById(db, id),
    openPeriods(db, [id]),
    careOf(db, id),
    allocatedTo(db, id),
    mayRead('visit: read') ? visitsOf(context, id) : undefined,
    safeContactOf(db, id),
    guardedAmong(db, [id]),
    wallsOf(db, id),
    alertsStanding(db, id),
    mayRead('contact: read') ? risksOf(db, id) : [],
  ]);
  if (person === undefined) return undefined;
  return {
    person,
    care,
    open: open.get(id) ?? [],
    inCare: care.periods.find(({ endedOn }) => endedOn === undefined),
    onPlan: care.plans.find(({ endedOn }) => endedOn === undefined),
    worker: workerFrom(allocated),
    visits,
    safeContact: safe,
    addressIsGuarded: guarded.has(id),
    walls,
    alerts,
    risks,
  };
}

function workerFrom(allocated: Allocated | undefined): Facts['worker'] {
  return allocated && { name: allocated.worker.name, fromOn: allocated.fromOn };
}

/** When they were last seen and are to be seen next, where anything is open. */
async function visitsOf({ db, profile }: Context, id: Id): Promise<Facts['visits']> {
  const sight = (await sightOfEach(db, [id])).get(id);
  if (sight === undefined) return undefined;
  const next: NextVisit | undefined = nextVisit(sight, profile);
  return { openedOn: sight.openedOn, bornAfterOn: sight.bornAfterOn, lastSeen: sight.lastSeen, next };
}

/** Walls round the record that let the viewer in: whoever reads it is to know that others may not. */
async function wallsOf(db: Db, id: Id): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('wall')
    .select('kind')
    .distinct()
    .where('person_id', '=', id)
    .where(sql<boolean>`until > (select instant())`)
    .execute();
  return rows.map(({ kind }) => kind);
}

const MOST_RISKS = 3;

/** What was said of risk to staff in contacts about them, the latest first. */
async function risksOf(db: Db, id: Id): Promise<readonly Risk[]> {
  const rows = await db
    .selectFrom('contact_child as about')
    .innerJoin('contact_family_member as member', 'member.contact_id', 'about.contact_id')
    .where('about.person_id', '=', id)
    .where('member.risk_to_staff', 'is not', null)
    .select(['member.contact_id', 'member.risk_to_staff'])
    .orderBy('member.recorded_at', 'desc')
    .limit(MOST_RISKS)
    .execute();
  return rows.map((row) => ({ contactId: row.contact_id, words: row.risk_to_staff ?? '' }));
}
