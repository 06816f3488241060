-- Two records that are of one person. No fact is moved: each stays under the record it was written under, and both are read as one for as long
-- as the merge stands, by whoever sees both. What each table has to do with it stands in merge_rule; a test holds it to the catalogue.

create table merge (
  id uuid primary key,
  -- The record that is kept, and the other, which leads to it.
  person_id uuid not null references person,
  other_id uuid not null references person,
  proposal_id uuid not null references duplicate_proposal,
  identifiers text[] not null check (cardinality(identifiers) >= 2),
  reason text not null check (length(reason) between 1 and 2000),
  merged_at timestamptz not null,
  merged_by uuid not null references staff,
  -- By the database's own clock: what is recorded later was written while they were one.
  stands_since timestamptz not null default clock_timestamp(),
  reviewed_at timestamptz check (reviewed_at >= merged_at),
  reviewed_by uuid references staff check (reviewed_by <> merged_by),
  review_words text check (length(review_words) between 1 and 2000),
  undone_at timestamptz check (undone_at >= merged_at),
  undone_by uuid references staff,
  undone_why text check (length(undone_why) between 1 and 2000),
  check (person_id <> other_id),
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (review_words is null)),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_why is null))
);
create unique index merge_once on merge (other_id) where undone_at is null;
create index merge_person on merge (person_id);
create index merge_proposal on merge (proposal_id);
create index merge_unreviewed on merge (merged_at) where reviewed_at is null and undone_at is null;
create trigger set_once before update on merge for each row
  execute function set_once('reviewed_at', 'reviewed_by', 'review_words', 'undone_at', 'undone_by', 'undone_why');

-- To which of the two somebody gave a fact that was written while they were one.
create table merge_assignment (
  id uuid primary key,
  merge_id uuid not null references merge,
  relation text not null,
  fact_id uuid not null,
  person_id uuid not null references person,
  unique (merge_id, relation, fact_id)
);
call versioned('merge');
call versioned('merge_assignment');
-- It names two persons, and is behind the walls of both; figures count one person once for everybody.
call walled_by('merge', 'exists (select from person p where p.id = {table}.person_id) and exists (select from person p where p.id = {table}.other_id)');
call walled_by('merge_assignment', 'exists (select from merge m where m.id = {table}.merge_id)');
create policy totalled on merge for select to continuum_app using ((select counting()));
create policy totalled on merge_history for select to continuum_app using ((select counting()));
create index merge_assignment_merge on merge_assignment (merge_id);

-- What a merge does to each table that names a person. Assigned: a fact of somebody's life, given to one of the two by a person when the merge is
-- undone. Follows: goes along with the fact it belongs to. Derived: made again from others. Mirrored: stands on both while they are one. Stays: with
-- the record it was written under, for good. What is `to_kept` is work that goes on: it is begun on the record that is kept and on no other.
create table merge_rule (
  relation text primary key,
  answer text not null check (answer in ('assigned', 'follows', 'derived', 'mirrored', 'stays')),
  to_kept boolean not null default false,
  -- Only facts that fulfil it are assigned; the others follow.
  only_where text,
  -- What it goes along with, and by which column, where no key takes it along by itself.
  follows text,
  follows_by text
);
insert into merge_rule (relation, answer, to_kept, only_where, follows, follows_by) values
  ('person', 'stays', false, null, null, null),
  ('person_name', 'assigned', false, null, null, null),
  ('person_name_word', 'derived', false, null, null, null),
  ('person_language', 'assigned', false, null, null, null),
  ('household_membership', 'assigned', false, null, null, null),
  ('address', 'assigned', false, null, null, null),
  ('guarded_person', 'derived', false, null, null, null),
  ('contact_details', 'assigned', false, null, null, null),
  ('safe_contact', 'assigned', false, null, null, null),
  ('relationship', 'assigned', false, null, null, null),
  ('attendance', 'assigned', false, null, null, null),
  ('allocation', 'assigned', true, null, null, null),
  ('handover', 'assigned', true, null, null, null),
  ('early_help_episode', 'assigned', true, null, null, null),
  ('referral', 'assigned', true, null, null, null),
  ('period_of_service', 'assigned', true, $$t.basis = 'decided'$$, null, null),
  ('period_of_care', 'assigned', true, null, null, null),
  ('protection_plan', 'assigned', true, null, null, null),
  ('contact_child', 'assigned', false, null, null, null),
  ('contact_person', 'derived', false, null, null, null),
  ('police_notification', 'assigned', false, null, null, null),
  ('visit_child', 'assigned', false, null, null, null),
  ('visit_withheld', 'follows', false, null, 'visit_child', 'id'),
  ('visit_correction', 'follows', false, null, 'visit_child', 'visit_child_id'),
  ('case_note_child', 'assigned', false, null, null, null),
  ('case_note_withheld', 'follows', false, null, 'case_note_child', 'id'),
  ('case_note_correction', 'follows', false, null, 'case_note_child', 'case_note_child_id'),
  ('child_statement', 'assigned', false, null, null, null),
  ('case_rating', 'assigned', false, null, null, null),
  ('rating_case', 'stays', false, null, null, null),
  ('closing', 'follows', false, null, 'period_of_service', null),
  ('closing_view', 'follows', false, null, 'closing', null),
  ('closing_letter', 'follows', false, null, 'closing', null),
  ('management_decision', 'assigned', false, null, null, null),
  ('management_decision_action', 'follows', false, null, 'management_decision', null),
  ('management_decision_correction', 'follows', false, null, 'management_decision', 'management_decision_id'),
  ('complex_case', 'assigned', true, null, null, null),
  ('complex_case_agency', 'follows', false, null, 'complex_case', null),
  ('thinking_time', 'follows', false, null, 'complex_case', null),
  ('complex_case_review', 'follows', false, null, 'complex_case', null),
  ('restriction', 'assigned', false, null, null, null),
  ('restriction_name', 'follows', false, null, 'restriction', 'restriction_id'),
  ('restriction_lifting', 'follows', false, null, 'restriction', 'restriction_id'),
  ('wall', 'mirrored', false, null, null, null),
  ('barred', 'mirrored', false, null, null, null),
  ('sight', 'mirrored', false, null, null, null),
  ('own_or_relative', 'assigned', false, null, null, null),
  ('sharing_consent', 'assigned', false, null, null, null),
  ('share', 'assigned', false, null, null, null),
  ('share_ground', 'follows', false, null, 'share', 'id'),
  ('share_message', 'follows', false, null, 'share', 'share_id'),
  ('emergency_access', 'stays', false, null, null, null),
  ('look_review', 'stays', false, null, null, null),
  ('duplicate_proposal', 'stays', false, null, null, null),
  ('merge', 'stays', false, null, null, null),
  ('merge_assignment', 'stays', false, null, null, null);
grant select on merge_rule to continuum_app;

-- What belongs to a fact goes along with it by its key, as closings already do.
do $$ declare one record; begin
  for one in
    select k.conname as name, k.conrelid::regclass as child, k.confrelid::regclass as parent,
      (select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) as column_name
    from pg_constraint k where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and cardinality(k.conkey) = 2 and k.confupdtype <> 'c'
      and (k.conrelid, k.confrelid) in (('management_decision_action'::regclass, 'management_decision'::regclass), ('complex_case_agency'::regclass, 'complex_case'::regclass),
        ('thinking_time'::regclass, 'complex_case'::regclass), ('complex_case_review'::regclass, 'complex_case'::regclass))
  loop
    execute format('alter table %1$s drop constraint %2$I, add constraint %2$I foreign key (%3$I, person_id) references %4$s (id, person_id) on update cascade',
      one.child, one.name, one.column_name, one.parent);
  end loop;
end $$;

-- While facts are given to one of two records whose merge is undone, nothing else about them changes; only the owner's own function does it.
create function assigning() returns boolean stable language sql as $$
  select coalesce(current_setting('app.assigning', true), '') = 'on'
    and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = to_regclass('merge_rule'))
$$;
create or replace function set_once() returns trigger language plpgsql as $$
declare name text;
begin
  foreach name in array tg_argv loop
    if to_jsonb(old) -> name <> 'null'::jsonb and to_jsonb(old) -> name is distinct from to_jsonb(new) -> name
      and not (name = 'person_id' and assigning()) then
      raise exception '% of % is set once', name, tg_table_name using errcode = 'check_violation';
    end if;
  end loop;
  return new;
end $$;
create or replace function append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) ? 'person_id' and assigning() then return new; end if;
  raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create or replace function visit_fits() returns trigger language plpgsql security definer set search_path from current as $$
declare kept visit; problem text;
begin
  if assigning() then return null; end if;
  select * into kept from visit where id = case tg_table_name when 'visit' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'visit_id' end::uuid;
  if kept.visited_on > (instant() at time zone 'Europe/Jersey')::date then
    raise exception 'a visit in the future' using errcode = 'check_violation';
  end if;
  select visit_problem(c.person_id, c.seen, c.bedroom_seen, kept.visited_on, kept.place, kept.nobody_in) as said into problem
    from visit_child c where c.visit_id = kept.id
    order by said nulls last limit 1;
  if problem is not null then raise exception 'a visit: %', problem using errcode = 'check_violation'; end if;
  return null;
end $$;

-- Whoever is one with somebody now.
create function one_with(person uuid) returns setof uuid stable language sql security definer set search_path from current as $$
  with kept as (select coalesce((select m.person_id from merge m where m.other_id = person and m.undone_at is null), person) as id)
  select id from kept where id <> person
  union all
  select m.other_id from kept join merge m on m.person_id = kept.id where m.undone_at is null and m.other_id <> person
$$;
revoke execute on function one_with(uuid) from public;

-- What stands in the way: work that goes on with the other record is ended, or that one is kept; and how to reach somebody safely, or that their
-- address is guarded, is said of the record that is kept, since letters ask that one.
create function merge_conflict(kept uuid, of_person uuid) returns setof text stable language sql as $$
  select 'period of service' where exists (select from period_of_service where person_id = of_person and ended_on is null)
  union all select 'referral' where exists (select from referral where person_id = of_person and ended_on is null and declined_on is null and withdrawn_at is null)
  union all select 'early help' where exists (select from early_help_episode where person_id = of_person and ended_on is null and withdrawn_at is null and reply <> 'declined')
  union all select 'allocation' where exists (select from allocation where person_id = of_person and ended_on is null)
  union all select 'handover' where exists (select from handover where person_id = of_person and accepted_at is null and declined_at is null and withdrawn_at is null)
  union all select 'protection plan' where exists (select from protection_plan where person_id = of_person and ended_on is null)
  union all select 'period of care' where exists (select from period_of_care where person_id = of_person and ended_on is null)
  union all select 'complex case' where exists (select from complex_case where person_id = of_person and left_on is null)
  union all select 'thing to do' where exists (select from management_decision_action where person_id = of_person and ended_at is null)
  union all select 'wall' where exists (select from restriction where person_id = of_person and second_id is not null and answered_at is null and lifted_at is null)
    or exists (select from restriction_lifting where person_id = of_person and answered_at is null)
  union all select 'safe contact' where exists (select from safe_contact s where s.person_id = of_person and s.until_on is null
    and not exists (select from safe_contact k where k.person_id = kept and k.until_on is null and k.recorded_at > s.recorded_at))
  union all select 'guarded address' where exists (select from guarded_person g where g.person_id = of_person)
    and not exists (select from guarded_person g where g.person_id = kept)
$$;

create function merge_fits() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform hold_records(array[new.person_id, new.other_id]);
  if exists (select from merge m where m.undone_at is null and (m.other_id = new.person_id or new.other_id in (m.person_id, m.other_id))) then
    raise exception 'one of the two is merged already' using errcode = 'check_violation';
  end if;
  if exists (select from merge_conflict(new.person_id, new.other_id)) then
    raise exception 'work goes on with the record that is not kept' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger merge_fits before insert on merge for each row execute function merge_fits();

-- Work that begins with the other record begins with the one that is kept. The lock waits for a merge that is being made.
create function begins_with_kept() returns trigger language plpgsql security definer set search_path from current as $$
declare kept uuid;
begin
  if assigning() or new.person_id is null then return new; end if;
  perform from person where id = new.person_id for key share;
  select m.person_id into kept from merge m where m.other_id = new.person_id and m.undone_at is null;
  new.person_id := coalesce(kept, new.person_id);
  return new;
end $$;
do $$ declare name text; begin
  for name in select relation from merge_rule where to_kept loop
    -- Named so that it comes before every other.
    execute format('create trigger a_begins_with_kept before insert on %I for each row execute function begins_with_kept()', name);
  end loop;
end $$;

-- A wall round one of them stands round all of them, with the same names; so does what shuts out somebody whose relative it is.
alter table wall add column mirrors uuid references wall;
create index wall_mirrors on wall (mirrors) where mirrors is not null;
alter table barred add column through_id uuid;
create function mirror_wall(given wall, onto uuid) returns void language plpgsql security definer set search_path from current as $$
declare made uuid := gen_random_uuid();
begin
  insert into wall (id, person_id, kind, reason, began_at, until, decided_by, mirrors)
    values (made, onto, given.kind, given.reason, given.began_at, given.until, given.decided_by, given.id);
  insert into wall_name (wall_id, staff_id, until) select made, n.staff_id, n.until from wall_name n where n.wall_id = given.id;
end $$;
revoke execute on function mirror_wall(wall, uuid) from public;
create function wall_mirrored() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    update wall set until = new.until where mirrors = new.id and until > new.until;
  elsif new.mirrors is null then
    perform mirror_wall(new, one) from one_with(new.person_id) one;
  end if;
  return null;
end $$;
create trigger wall_mirrored after insert or update of until on wall for each row execute function wall_mirrored();
create function wall_name_mirrored() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into wall_name (wall_id, staff_id, until) select w.id, new.staff_id, new.until from wall w where w.mirrors = new.wall_id
    on conflict (wall_id, staff_id) do update set until = greatest(wall_name.until, excluded.until);
  return null;
end $$;
create trigger wall_name_mirrored after insert or update on wall_name for each row execute function wall_name_mirrored();
create function barred_mirrored() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into barred (staff_id, person_id, said_id, through_id) select new.staff_id, one, new.said_id, new.person_id from one_with(new.person_id) one
    on conflict do nothing;
  return null;
end $$;
create trigger barred_mirrored after insert on barred for each row when (new.through_id is null) execute function barred_mirrored();

-- Once somebody else has reviewed a merge, whoever works with one of the two sees what stands under the other, too.
create function see_as_one(given uuid) returns void language plpgsql security definer set search_path from current as $$
declare of merge;
begin
  select * into of from merge where id = given;
  delete from sight where person_id in (of.person_id, of.other_id) and ground = 'merge ' || given;
  if of.reviewed_at is null or of.undone_at is not null then return; end if;
  insert into sight (principal, person_id, until, ground)
    select s.principal, case s.person_id when of.person_id then of.other_id else of.person_id end, max(s.until), 'merge ' || given
    from sight s where s.person_id in (of.person_id, of.other_id) and s.ground not like 'merge %' group by 1, 2;
end $$;
revoke execute on function see_as_one(uuid) from public;
create function sight_mirrored() returns trigger language plpgsql security definer set search_path from current as $$
declare given uuid;
begin
  for given in select id from merge where coalesce(new.person_id, old.person_id) in (person_id, other_id) and reviewed_at is not null and undone_at is null loop
    perform see_as_one(given);
  end loop;
  return null;
end $$;
create trigger sight_mirrored after insert or update on sight for each row when (new.ground not like 'merge %') execute function sight_mirrored();
create trigger sight_taken_mirrored after delete on sight for each row when (old.ground not like 'merge %') execute function sight_mirrored();

-- What was first written of either of the two while they were one.
create function facts_between(given uuid) returns table (relation text, fact_id uuid, person_id uuid, recorded_at timestamptz, recorded_by uuid)
language plpgsql stable security definer set search_path from current as $$
declare of merge; rule merge_rule;
begin
  select * into of from merge m where m.id = given;
  for rule in select * from merge_rule r where r.answer = 'assigned' order by r.relation loop
    return query execute format(
      'select %1$L::text, t.id, t.person_id, t.recorded_at, t.recorded_by from %1$I t where t.person_id in ($1, $2) and t.recorded_at > $3 and %3$s
         and not exists (select from %2$I h where h.id = t.id and h.person_id = t.person_id and h.recorded_at <= $3)',
      rule.relation, rule.relation || '_history', coalesce(rule.only_where, 'true')) using of.person_id, of.other_id, of.stands_since;
  end loop;
end $$;
revoke execute on function facts_between(uuid) from public;
grant execute on function facts_between(uuid) to continuum_app;

-- Waits for whatever is being written of these persons, and keeps more from being written until the transaction ends.
create function hold_records(ids uuid[]) returns void language sql security definer set search_path from current as $$
  select p.id from person p where p.id = any (ids) order by p.id for update
$$;
revoke execute on function hold_records(uuid[]) from public;
grant execute on function hold_records(uuid[]) to continuum_app;

-- A rating follows one of the same child: one that goes is taken out of its row and put at the end of the other.
create function give_rating(given uuid, from_person uuid, to_person uuid) returns void language plpgsql security definer set search_path from current as $$
declare was uuid;
begin
  select follows into was from case_rating where id = given;
  update case_rating set person_id = to_person, follows = (select r.id from case_rating r where r.person_id = to_person
    and not exists (select from case_rating later where later.person_id = to_person and later.follows = r.id) limit 1) where id = given;
  update case_rating set follows = was where follows = given and person_id = from_person;
end $$;
revoke execute on function give_rating(uuid, uuid, uuid) from public;

create function give_fact(rule merge_rule, given uuid, from_person uuid, to_person uuid) returns void language plpgsql security definer set search_path from current as $$
declare along merge_rule; old_one record;
begin
  if rule.relation = 'relationship' then
    select * into old_one from relationship where id = given;
    delete from sight where person_id = old_one.other_id and ground = 'carer of ' || from_person;
    update relationship r set other_id = to_person where r.person_id = old_one.other_id and r.other_id = from_person
      and abs(extract(epoch from r.recorded_at - old_one.recorded_at)) < 1;
  end if;
  if rule.relation = 'case_rating' then
    perform give_rating(given, from_person, to_person);
  else
    execute format('update %I set person_id = $1 where id = $2', rule.relation) using to_person, given;
  end if;
  for along in select * from merge_rule r where r.follows = rule.relation and r.follows_by is not null loop
    execute format('update %I set person_id = $1 where %I = $2', along.relation, along.follows_by) using to_person, given;
  end loop;
  case rule.relation
    when 'person_name' then
      update person_name_word set person_id = to_person where name_id = given;
    when 'address' then
      delete from guarded_person where person_id = from_person;
      insert into guarded_person select distinct a.person_id from address a where a.person_id = from_person and a.guarded and a.until_on is null;
    when 'relationship' then perform carers_sight(from_person);
    when 'allocation' then perform sight_by_allocation(from_person);
    when 'handover' then
      delete from sight where person_id = from_person and ground = 'handover';
      insert into sight (principal, person_id, ground) select coalesce(to_staff_id, to_team_id), person_id, 'handover' from handover
        where person_id = from_person and accepted_at is null and declined_at is null and withdrawn_at is null;
    when 'own_or_relative' then delete from barred where said_id = given and person_id = from_person;
    when 'restriction' then
      delete from wall_name n using wall w where n.wall_id = w.id and w.mirrors = given;
      delete from wall where mirrors = given;
      update wall set person_id = to_person where id = given;
      delete from sight where person_id = from_person and ground = 'restriction';
      insert into sight (principal, person_id, ground) select distinct n.staff_id, r.person_id, 'restriction' from restriction r join restriction_name n on n.restriction_id = r.id
        where r.person_id in (from_person, to_person) and n.staff_id is not null and r.lifted_at is null and r.agreed is not false on conflict do nothing;
    else null;
  end case;
end $$;
revoke execute on function give_fact(merge_rule, uuid, uuid, uuid) from public;

-- Whoever is barred from one of these, by what was said of them alone.
create function bar_again(persons uuid[]) returns void language sql security definer set search_path from current as $$
  insert into barred (staff_id, person_id, said_id)
  select o.staff_id, o.person_id, o.id from own_or_relative o where o.person_id = any (persons) and o.ended_at is null
  union
  select o.staff_id, p.id, o.id from person p join person_name n on n.person_id = p.id
    join own_or_relative o on o.born_on = p.born_on and o.folded = n.folded and o.ended_at is null and o.person_id is null
    where p.id = any (persons)
  on conflict do nothing
$$;
revoke execute on function bar_again(uuid[]) from public;

-- Each fact goes where it was given to, in the order in which they were written. Returns the first that cannot stand there, and then none went.
create function give_facts(given uuid, is_trial boolean) returns uuid language plpgsql security definer set search_path from current as $$
declare one record; at uuid;
begin
  perform set_config('app.assigning', 'on', true);
  for one in select r as rule, f.fact_id, f.person_id, a.person_id as to_person
    from facts_between(given) f join merge_rule r on r.relation = f.relation
    join merge_assignment a on a.merge_id = given and a.relation = f.relation and a.fact_id = f.fact_id
    where a.person_id <> f.person_id order by f.recorded_at
  loop
    at := one.fact_id;
    perform give_fact(one.rule, one.fact_id, one.person_id, one.to_person);
  end loop;
  set constraints all immediate;
  set constraints all deferred;
  perform set_config('app.assigning', '', true);
  if is_trial then raise exception 'it all fits' using errcode = 'CT001'; end if;
  return null;
exception
  when sqlstate 'CT001' then return null;
  when integrity_constraint_violation then return at;
end $$;
revoke execute on function give_facts(uuid, boolean) from public;
create function fact_that_does_not_fit(given uuid) returns uuid language sql security definer set search_path from current as
  $$ select give_facts(given, true) $$;
revoke execute on function fact_that_does_not_fit(uuid) from public;
grant execute on function fact_that_does_not_fit(uuid) to continuum_app;

-- A merge that is undone: every fact written meanwhile has been given to one of the two, by a person; then each stands where it was given to.
create function undo_merge(of merge) returns void language plpgsql security definer set search_path from current as $$
begin
  perform hold_records(array[of.person_id, of.other_id]);
  if exists (select from facts_between(of.id) f where not exists (select from merge_assignment a
      where a.merge_id = of.id and a.relation = f.relation and a.fact_id = f.fact_id and a.person_id in (of.person_id, of.other_id))) then
    raise exception 'something written while they were one was given to neither' using errcode = 'check_violation';
  end if;
  if give_facts(of.id, false) is not null then
    raise exception 'something was given to a record on which it cannot stand' using errcode = 'check_violation';
  end if;
  -- Mirrored walls come down; what was never one with the other again stands alone.
  update wall set until = least(wall.until, of.undone_at) from wall source where wall.mirrors = source.id and wall.until > of.undone_at
    and wall.person_id <> source.person_id and of.other_id in (wall.person_id, source.person_id);
  delete from barred where through_id is not null and of.other_id in (person_id, through_id);
  perform bar_again(array[of.person_id, of.other_id]);
  perform see_as_one(of.id);
end $$;
revoke execute on function undo_merge(merge) from public;

create function merge_works() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    if new.undone_at is not null and old.undone_at is null then perform undo_merge(new);
    elsif new.reviewed_at is not null and old.reviewed_at is null then perform see_as_one(new.id);
    end if;
    return null;
  end if;
  perform mirror_wall(w, one) from wall w, one_with(w.person_id) one
    where w.mirrors is null and w.until > new.merged_at and w.person_id in (select new.other_id union all select * from one_with(new.other_id))
      and new.other_id in (w.person_id, one);
  insert into barred (staff_id, person_id, said_id, through_id) select b.staff_id, one, b.said_id, b.person_id from barred b, one_with(b.person_id) one
    where b.through_id is null and b.person_id in (select new.other_id union all select * from one_with(new.other_id)) and new.other_id in (b.person_id, one)
    on conflict do nothing;
  return null;
end $$;
create trigger merge_works after insert or update on merge for each row execute function merge_works();

-- The records that lead to another now, as far as the asker sees both.
create function merged_away() returns uuid[] stable language sql as
  $$ select coalesce(array_agg(other_id), '{}') from merge where undone_at is null $$;
create function merged_away_known() returns uuid[] stable language sql as
  $$ select coalesce(array_agg(other_id), '{}') from merge_known where undone_at is null $$;

-- A second schema in which each table that names a person is a view of the same name: what stands under a record that leads to another stands
-- there under that other. Nothing else differs, and the policies are those of the tables. A transaction that reads two records as one has it first
-- in its path (src/platform/database/one-record.ts); it is made again after every migration.
create procedure one_record() language plpgsql as $$
declare home text := current_schema(); shade text := current_schema() || '_one'; one record; known text; own text; its text; body text;
begin
  execute format('drop schema if exists %I cascade', shade);
  execute format('create schema %I', shade);
  execute format('grant usage on schema %I to continuum_app', shade);
  for one in
    select c.oid, c.relname as name, a.attnotnull as always from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
    where c.relnamespace = home::regnamespace and c.relkind = 'r' and c.relname not like '%\_history'
      and c.relname not in (select relation from merge_rule where answer in ('mirrored', 'stays'))
  loop
    select string_agg('t.' || quote_ident(attname), ', ' order by attnum), string_agg(case
        when attname = 'person_id' then 'm.person_id'
        -- The names in use are those of the record that is kept.
        when one.name = 'person_name' and attname = 'kind' then $sql$case t.kind when 'former' then t.kind else 'also known as' end as kind$sql$
        else 't.' || quote_ident(attname) end, ', ' order by attnum)
      into own, its from pg_attribute where attrelid = one.oid and attnum > 0 and not attisdropped;
    foreach known in array array['', '_known'] loop
      if to_regclass(format('%I.%I', home, one.name || known)) is null then continue; end if;
      execute format('create view %1$I.%2$I with (security_invoker = true) as
        select %3$s from %4$I.%2$I t where %5$s t.person_id <> all ((select %4$I.merged_away%6$s())::uuid[])
        union all select %7$s from %4$I.merge%6$s m join %4$I.%2$I t on t.person_id = m.other_id where m.undone_at is null',
        shade, one.name || known, own, home, case when one.always then '' else 't.person_id is null or' end, known, its);
      execute format('grant select on %I.%I to continuum_app', shade, one.name || known);
    end loop;
  end loop;
  foreach known in array array['', '_known'] loop
    execute format('create view %1$I.%2$I with (security_invoker = true) as select t.* from %3$I.%2$I t where t.id <> all ((select %3$I.merged_away%4$s())::uuid[])',
      shade, 'person' || known, home, known);
    execute format('grant select on %I.%I to continuum_app', shade, 'person' || known);
  end loop;
  -- Views over them, written anew where the names they use lead to the views above.
  for one in
    select c.oid, c.relname as name, pg_get_viewdef(c.oid) as body from pg_class c where c.relnamespace = home::regnamespace and c.relkind = 'v'
      and (c.relname not like '%\_known' or to_regclass(format('%I.%I', home, left(c.relname, -6) || '_history')) is null) order by c.oid
  loop
    perform set_config('search_path', format('%I, %I, extensions', shade, home), true);
    execute format('create view %I.%I with (security_invoker = true) as %s', shade, one.name, one.body);
    execute format('grant select on %I.%I to continuum_app', shade, one.name);
    perform set_config('search_path', format('%I, extensions', home), true);
  end loop;
end $$;
