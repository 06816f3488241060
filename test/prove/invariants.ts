import type pg from 'pg';

/** Facts that were recorded and the lines that say so, child by child: there are as many of one as of the other. */
const unaudited = (facts: string, act: string) =>
  `select f.person_id from (select person_id, count(*) from (${facts}) as each_fact group by person_id) f
   where f.count <> (select count(*) from audit a where a.act = '${act}' and a.ground is null and a.allowed and f.person_id = any (a.persons))`;

const twice = (table: string, columns: string, where = 'true') =>
  `select ${columns} from ${table} where ${where} group by ${columns} having count(*) > 1`;

const orphan = (table: string, column: string, of: string) =>
  `select t.id from ${table} t where t.${column} is not null and not exists (select from ${of} o where o.id = t.${column})`;

/**
 * What is always so of a record, however the program ended: each asks for the rows of which it is not. Some the database holds by itself;
 * they stand here too, so that a constraint that went missing is seen.
 */
// biome-ignore format: a table reads as a table
export const INVARIANTS: Readonly<Record<string, string>> = {
  'a child has one worker at a time': twice('allocation', 'person_id', "kind = 'worker' and ended_on is null"),
  'nobody has a child twice': twice('allocation', 'person_id, staff_id, kind', 'ended_on is null'),
  'a child is open once for each kind of service': twice('period_of_service', 'person_id, kind', 'ended_on is null'),
  'a period that ended has its reason': 'select id from period_of_service where (ended_on is null) <> (ended_reason is null)',
  'a period ends on or after its beginning': 'select id from period_of_service where ended_on < began_on',
  'nobody works with a child who is open nowhere': 'select id from allocation a where ended_on is null and exists (select from period_of_service p where p.person_id = a.person_id) and not exists (select from period_of_service p where p.person_id = a.person_id and p.ended_on is null)',
  'a worker sees the child they work with': "select id from allocation a where a.ended_on is null and not exists (select from sight s where s.person_id = a.person_id and s.principal = a.staff_id and s.ground = 'allocation' and s.until > now())",
  'nobody sees a child by an allocation when all of them have ended': "select person_id from sight s where s.ground = 'allocation' and s.until = 'infinity' and not exists (select from allocation a where a.person_id = s.person_id and a.ended_on is null)",
  'a handover that was accepted has its new worker': "select id from handover h where accepted_at is not null and to_staff_id is not null and not exists (select from allocation a where a.person_id = h.person_id and a.staff_id = h.to_staff_id)",
  'a handover that was accepted has ended the old worker': "select id from handover h where accepted_at is not null and from_staff_id is not null and exists (select from allocation a where a.person_id = h.person_id and a.staff_id = h.from_staff_id and a.kind = 'worker' and a.ended_on is null)",
  'a handover is answered once': 'select id from handover where num_nonnulls(accepted_at, declined_at, withdrawn_at) > 1',
  'a child is offered once at a time': twice('handover', 'person_id', 'num_nonnulls(accepted_at, declined_at, withdrawn_at) = 0'),
  'a handover that was answered says by whom': 'select id from handover where (accepted_at is not null or declined_at is not null) and answered_by is null',
  'a closing that was authorised has ended its period': 'select c.id from closing c join period_of_service p on p.id = c.period_of_service_id where c.authorised_at is not null and p.ended_on is null',
  'a period that was closed has one closing in force': twice('closing', 'period_of_service_id', 'authorised_at is not null'),
  'one closing of a period waits at a time': twice('closing', 'period_of_service_id', 'num_nonnulls(authorised_at, returned_at, withdrawn_at) = 0'),
  'nobody authorises what they proposed': 'select id from closing where authorised_by = proposed_by',
  'a closing has the view of the child and of a parent, or why not': "select id from closing c where not (select coalesce(array_agg(v.whose), '{}') @> array['child', 'parent'] from closing_view v where v.closing_id = c.id)",
  'a closing is of the child of its period': 'select c.id from closing c join period_of_service p on p.id = c.period_of_service_id where p.person_id <> c.person_id',
  'a closing that was authorised tells each it must tell once': twice('closing_letter', 'closing_id, reader_id', 'reader_id is not null'),
  'a visit is of somebody': 'select id from visit v where not exists (select from visit_child c where c.visit_id = v.id)',
  'a child stands in a visit once': twice('visit_child', 'visit_id, person_id'),
  'seen alone is seen': 'select id from visit_child where alone and not seen',
  'where nobody was in, nobody was seen': 'select c.id from visit_child c join visit v on v.id = c.visit_id where v.nobody_in and c.seen',
  'a visit belongs to a child': orphan('visit_child', 'person_id', 'person'),
  'a correction has its visit': orphan('visit_correction', 'visit_child_id', 'visit_child'),
  'a rating is followed once': twice('case_rating', 'follows', 'follows is not null'),
  'a child has one first rating': twice('case_rating', 'person_id', 'follows is null'),
  'a rating follows one of the same child': 'select r.id from case_rating r join case_rating f on f.id = r.follows where f.person_id <> r.person_id',
  'a rating is later than the one it follows': 'select r.id from case_rating r join case_rating f on f.id = r.follows where f.rated_at > r.rated_at',
  'a rating exercise has each child once': twice('rating_case', 'exercise_id, person_id'),
  'one exercise goes on at a time': "select closed_at from rating_exercise where closed_at is null group by closed_at having count(*) > 1",
  'a contact has its reference to itself': twice('contact', 'reference'),
  'a contact has somebody it is about': 'select id from contact c where not exists (select from contact_child k where k.contact_id = c.id)',
  'a child has one decision in force': twice('decision', 'contact_child_id', 'withdrawn_at is null'),
  'who is found by a contact is who stands in it': 'select k.id from contact_child k where k.person_id is not null and not exists (select from contact_person p where p.contact_id = k.contact_id and p.person_id = k.person_id)',
  'what was kept of a key has its answer': "select key_hash from submission where reply = '{}'",
  'each letter left once at most': "select id from outbox where sent_at is not null and cancelled_at is not null",
  'each rating has its line in the audit': unaudited('select person_id from case_rating', 'case rating: make'),
  'each visit has its line in the audit': unaudited('select person_id from visit_child', 'visit: record'),
  'each handover has its line in the audit': unaudited('select person_id from handover', 'handover: offer'),
  'each closing has its line in the audit': unaudited('select person_id from closing', 'closing: propose'),
  'what was sealed of the audit is there': 'select s.n from audit_seal s, unnest(s.ids) as sealed(id) where not exists (select from audit a where a.id = sealed.id)',
  'a line of the audit is sealed once': 'select sealed.id from audit_seal s, unnest(s.ids) as sealed(id) group by 1 having count(*) > 1',
  'each seal goes on from the one before': 'select s.n from audit_seal s join audit_seal p on p.n = s.n - 1 where s.previous <> p.hash',
  'no seal is missing': 'select n from audit_seal s where n > 1 and not exists (select from audit_seal p where p.n = s.n - 1)',
};

/** Asks each of them of the authority on the path, past every wall, and says which do not hold. */
export async function brokenInvariants(client: Pick<pg.Client, 'query'>): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(INVARIANTS)) {
    const { rows } = await client.query(`select count(*)::int as count from (${sql}) as of_which_not`);
    if (rows[0].count > 0) broken.push(`${name}: not so of ${rows[0].count}`);
  }
  return broken;
}
