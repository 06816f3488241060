-- Looks at records are gone through each day and judged by somebody; who looked is answered by index; searches stand in no address; and what a
-- letter may not hold is asked only of what its writer may read.

-- Rows of the audit come in the order of their instants, and only grow: a small index finds those of a day.
create index audit_at on audit using brin (at);

-- Who may know who looked at a record: whoever reads the audit, and whoever has the record in sight; never past a wall that does not name
-- them, nor of their own or a relative's record.
create function may_see_looks(of_person uuid) returns boolean stable language sql security definer set search_path from current as $$
  select (may_read('audit') or exists (select from sight s where s.person_id = of_person and s.principal = any (principals()) and s.until > instant()))
    and exists (select from person p where p.id = of_person)
    and not exists (select from wall w where w.person_id = of_person and w.until > instant()
      and not exists (select from wall_name n where n.wall_id = w.id and n.staff_id = any (named_as()) and n.until > instant()))
    and of_person <> all (barred_from())
$$;
revoke execute on function may_see_looks(uuid) from public;
grant execute on function may_see_looks(uuid) to continuum_app;

-- The number of a record of which somebody may know who looked, also for those who may not read the record itself.
create function number_of_looked(of_person uuid) returns text stable language sql security definer set search_path from current as $$
  select p.number from person p where p.id = of_person and may_see_looks(of_person)
$$;
create function looked_with_number(asked text) returns uuid stable language sql security definer set search_path from current as $$
  select p.id from person p where p.number = upper(asked) and may_see_looks(p.id)
$$;

-- The record and those that are one with it, as far as the asker may know of their looks.
create function looked_with(of_person uuid) returns uuid[] stable language sql security definer set search_path from current as $$
  select array_agg(id) from (select of_person as id union select one_with(of_person)) one where may_see_looks(id)
$$;
revoke execute on function looked_with(uuid) from public;

-- The looks at one record, the latest first, ten thousand at most. Asked as the owner, so that the index is used: a policy would have to be
-- asked of every row of the audit before it. That a look was judged is told to nobody but those who judge.
create function looks_at(of_person uuid, lists_too boolean, most_of_one_family integer, by_staff uuid, size integer, past integer)
returns table (id uuid, at timestamptz, actor uuid, act text, ground text, persons integer, total bigint)
stable rows 50 language sql security definer set search_path from current as $$
  select *, count(*) over () from (
    select a.id, a.at, a.actor, a.act, a.ground, cardinality(a.persons) from audit a
    where a.persons && (select looked_with(of_person)) and a.allowed and (a.act <> 'look: review' or may_read('audit'))
      and (lists_too or cardinality(a.persons) <= most_of_one_family) and (by_staff is null or a.actor = by_staff)
    order by a.at desc, a.id limit 10000) found
  order by found.at desc, found.id limit size offset past
$$;
create function lookers_at(of_person uuid, most_of_one_family integer) returns table (actor uuid, looks bigint)
stable rows 50 language sql security definer set search_path from current as $$
  select a.actor, count(*) from audit a
  where a.persons && (select looked_with(of_person)) and a.allowed and a.actor is not null and cardinality(a.persons) <= most_of_one_family
    and (a.act <> 'look: review' or may_read('audit'))
  group by a.actor order by count(*) desc, a.actor limit 100
$$;
revoke execute on function number_of_looked(uuid), looked_with_number(text), looks_at(uuid, boolean, integer, uuid, integer, integer), lookers_at(uuid, integer) from public;
grant execute on function number_of_looked(uuid), looked_with_number(text), looks_at(uuid, boolean, integer, uuid, integer, integer), lookers_at(uuid, integer) to continuum_app;

-- What the reviewer found stands in rows of its own, so that somebody can be asked first and judged afterwards.
drop view look_review_known;
drop trigger set_once on look_review;
drop index look_review_waiting;
alter table look_review drop column is_explained, drop column reviewed_by, drop column reviewed_at, drop column words;
alter table look_review_history drop column is_explained, drop column reviewed_by, drop column reviewed_at, drop column words;
call versioned('look_review');
create index look_review_day on look_review (looked_on);
create table look_answer (
  id uuid primary key,
  review_id uuid not null references look_review,
  answer text not null check (answer in ('lawful', 'ask the person', 'concern raised')),
  words text not null check (length(words) between 1 and 2000),
  answered_by uuid not null references staff,
  answered_at timestamptz not null
);
create index look_answer_of_review on look_answer (review_id, answered_at);
call versioned('look_answer');
call walled_by('look_answer', 'exists (select from look_review r where r.id = {table}.review_id)');
-- The list tells of nobody behind a wall that does not name the reviewer.
do $$ declare target text; policy text; begin
  foreach target in array array['look_review', 'look_review_history'] loop
    foreach policy in array array['seen', 'changed'] loop
      execute format('alter policy %I on %I using ((select may_read(''audit'')) and staff_id <> (select actor()) and may_see_looks(person_id))', policy, target);
    end loop;
  end loop;
end $$;
-- Nobody answers for their own look, whoever writes the row.
create function look_answered_by_another() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if exists (select from look_review r where r.id = new.review_id and r.staff_id = new.answered_by) then
    raise exception 'a look is reviewed by somebody else' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger look_answered_by_another before insert on look_answer for each row execute function look_answered_by_another();

-- The last day whose looks were gone through. Nobody stands in it.
create table look_watch (
  id boolean primary key default true check (id),
  looked_until date not null
);
grant select, insert, update on look_watch to continuum_app;

-- The looks of some hours at records with which whoever looked had nothing to do on that day, each with the signs that speak for asking why.
-- What each sign weighs is the program's to say. For the house itself alone: asked by a member of staff it finds nothing.
create function looks_without_relation(since timestamptz, before timestamptz, as_of date, bounds jsonb)
returns table (staff_id uuid, person_id uuid, looks integer, first_at timestamptz, signs text[])
stable rows 100 language sql security definer set search_path from current as $$
with bound as (
  select (bounds ->> 'ofOneFamily')::integer as of_one_family, (bounds ->> 'afterEndDays')::integer as after_end, (bounds ->> 'contactDays')::integer as contact_days,
    (bounds ->> 'leftDays')::integer as left_days, (bounds ->> 'searches')::integer as searches, (bounds ->> 'records')::integer as records,
    (bounds ->> 'lookers')::integer as lookers, (bounds ->> 'closedDays')::integer as closed_days, (bounds ->> 'fromHour')::integer as from_hour,
    (bounds ->> 'untilHour')::integer as until_hour, bounds ->> 'zone' as zone
), look as materialized (
  select a.actor, o.person_id, a.at, a.act = 'person: search' as is_search
  from bound, audit a cross join lateral unnest(a.persons) as o (person_id)
  where actor() is null and a.at >= since and a.at < before and a.allowed and a.actor is not null and a.ground is distinct from 'emergency access'
    and (a.act = 'person: search' or (a.act like '%: read' and a.act not in ('audit: read', 'emergency access: read') and cardinality(a.persons) <= of_one_family and (a.subject_kind is distinct from 'person' or a.subject_id is null or a.subject_id = o.person_id)))
), pair as materialized (
  select look.actor, look.person_id, count(*) filter (where not is_search) as looks, count(*) filter (where is_search) as searches,
    coalesce(min(at) filter (where not is_search), min(at)) as first_at,
    bool_or(not is_search and (extract(hour from at at time zone zone) < from_hour or extract(hour from at at time zone zone) >= until_hour
        or extract(isodow from at at time zone zone) > 5)
      and not exists (select from duty d where d.staff_id = look.actor and d.from_at <= look.at and d.until_at > look.at)) as is_odd_hour
  from look, bound group by look.actor, look.person_id
  having count(*) filter (where not is_search) > 0 or count(*) filter (where is_search) >= min(bound.searches)
), near as materialized (
  select distinct person_id, person_id as near_id from pair
  union select p.person_id, r.other_id from pair p join relationship r on r.person_id = p.person_id
  union select p.person_id, r.person_id from pair p join relationship r on r.other_id = p.person_id
  union select p.person_id, o.person_id from pair p join household_membership m on m.person_id = p.person_id and m.until_on is null
    join household_membership o on o.household_id = m.household_id and o.until_on is null
), place as materialized (
  select h.staff_id, p.team_id, h.until_on is null or h.until_on >= as_of as is_held from post_holding h join post p on p.id = h.post_id
  where p.team_id is not null and h.from_on <= as_of and h.staff_id in (select actor from pair)
), tie as materialized (
  select p.actor, p.person_id from pair p join near n using (person_id) join sight s on s.person_id = n.near_id and s.principal = p.actor and s.until > instant() and s.ground <> 'emergency'
  union select p.actor, p.person_id from pair p join near n using (person_id) join place on place.staff_id = p.actor and place.is_held
    join sight s on s.person_id = n.near_id and s.principal = place.team_id and s.until > instant()
  union select p.actor, p.person_id from bound, pair p join near n using (person_id) join allocation a on a.person_id = n.near_id and a.staff_id = p.actor
    where a.from_on <= as_of and (a.ended_on is null or a.ended_on >= as_of - after_end)
  union select p.actor, p.person_id from bound, pair p join near n using (person_id) join place on place.staff_id = p.actor and place.is_held
    join period_of_service s on s.person_id = n.near_id and s.team_id = place.team_id
    where s.began_on <= as_of and (s.ended_on is null or s.ended_on >= as_of - after_end)
  union select p.actor, p.person_id from bound, pair p join near n using (person_id) join contact_person cp on cp.person_id = n.near_id join contact c on c.id = cp.contact_id
    where c.told_on between as_of - contact_days and as_of + 1
), stranger as materialized (
  select p.*, count(*) over (partition by p.actor) as records, count(*) over (partition by p.person_id) as lookers
  from pair p where not exists (select from tie where tie.actor = p.actor and tie.person_id = p.person_id)
)
select o.actor, o.person_id, greatest(o.looks, 1)::integer, o.first_at, array_remove(array[
  'no relation',
  case when exists (select from person_name n join staff s on s.id = o.actor where n.person_id = o.person_id and fold_name(n.family_name) = fold_name(s.family_name)) then 'same family name' end,
  case when exists (select from address a join staff_home h on h.staff_id = o.actor where a.person_id = o.person_id and a.until_on is null
    and position(' ' || fold_name(h.street) || ' ' in ' ' || fold_name(a.lines) || ' ') > 0) then 'same street' end,
  case when exists (select from allocation a where a.person_id = o.person_id and a.staff_id = o.actor and a.ended_on < as_of - after_end and a.ended_on >= as_of - left_days)
    or exists (select from place join period_of_service s on s.team_id = place.team_id where place.staff_id = o.actor and not place.is_held and s.person_id = o.person_id
      and s.began_on <= as_of and (s.ended_on is null or s.ended_on >= as_of - left_days)) then 'after leaving' end,
  case when o.searches >= bound.searches then 'searched often' end,
  case when o.is_odd_hour then 'outside hours' end,
  case when o.records >= bound.records then 'many at once' end,
  case when o.lookers >= bound.lookers then 'much looked at' end,
  case when exists (select from barred b where b.person_id = o.person_id and b.staff_id <> o.actor) then 'of a colleague' end,
  case when not exists (select from period_of_service s where s.person_id = o.person_id and s.began_on <= as_of and (s.ended_on is null or s.ended_on >= as_of))
    and not exists (select from referral r where r.person_id = o.person_id and r.withdrawn_at is null and r.declined_on is null and r.referred_on <= as_of and (r.ended_on is null or r.ended_on >= as_of))
    and not exists (select from contact_person cp join contact c on c.id = cp.contact_id where cp.person_id = o.person_id and c.told_on between as_of - closed_days and as_of + 1) then 'nothing open' end
], null)
from stranger o, bound
$$;
-- Keeps those that are to be reviewed, each once for a member of staff, a record and a day.
create function keep_look_reviews(found jsonb) returns bigint language sql security definer set search_path from current as $$
  with kept as (
    insert into look_review (id, staff_id, person_id, looked_on, reasons, score, looks, first_at, found_at)
    select f.id, f.staff_id, f.person_id, f.looked_on, array(select jsonb_array_elements_text(f.reasons)), f.score, f.looks, f.first_at, greatest(f.found_at, f.first_at)
    from jsonb_to_recordset(found) as f (id uuid, staff_id uuid, person_id uuid, looked_on date, reasons jsonb, score integer, looks integer, first_at timestamptz, found_at timestamptz)
    where actor() is null
    on conflict (staff_id, person_id, looked_on) do nothing returning 1)
  select count(*) from kept
$$;
revoke execute on function looks_without_relation(timestamptz, timestamptz, date, jsonb), keep_look_reviews(jsonb) from public;
grant execute on function looks_without_relation(timestamptz, timestamptz, date, jsonb), keep_look_reviews(jsonb) to continuum_app;

-- What somebody looked for, under a number of its own, so that no name stands in an address. Private to whoever asked, and kept for a day.
create table kept_search (
  id uuid primary key,
  staff_id uuid not null references staff,
  words text not null check (length(words) between 1 and 200),
  asked_at timestamptz not null default clock_timestamp()
);
create index kept_search_asked on kept_search (asked_at);
alter table kept_search enable row level security;
alter table kept_search force row level security;
create policy own on kept_search for all to continuum_app using (staff_id = (select actor())) with check (staff_id = (select actor()));
create policy kept on kept_search to current_user using (true) with check (true);
grant select, insert, delete on kept_search to continuum_app;
create function forget_searches(asked_before timestamptz) returns bigint language sql security definer set search_path from current as $$
  with gone as (delete from kept_search where asked_at < least(asked_before, clock_timestamp() - interval '1 hour') returning 1) select count(*) from gone
$$;
revoke execute on function forget_searches(timestamptz) from public;
grant execute on function forget_searches(timestamptz) to continuum_app;

-- Whether words hold a guarded address is asked of what the writer may read; asked past that, it let whoever writes a letter try addresses out.
alter function names_guarded_address(uuid, text) security invoker;
create function guarded_near(about_contact uuid) returns boolean stable language sql as $$
  with near as (
    select person_id from contact_person where contact_id = about_contact
    union select r.other_id from relationship r join contact_person p on p.person_id = r.person_id where p.contact_id = about_contact
    union select r.person_id from relationship r join contact_person p on p.person_id = r.other_id where p.contact_id = about_contact
    union select other.person_id from household_membership own join contact_person p on p.person_id = own.person_id
      join household_membership other on other.household_id = own.household_id where p.contact_id = about_contact
  )
  select exists (select from guarded_person g join near on near.person_id = g.person_id)
$$;
