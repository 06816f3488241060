-- A period of service: what the service does with a child, from when until when, and why. "Open" is defined by it, once.
create table period_of_service (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null,
  -- What began it. One that a referral or an offer of early help began carries the number of that.
  basis text not null check (basis in ('referral accepted', 'early help begun', 'decided')),
  basis_words text check (length(basis_words) <= 2000),
  referral_id uuid references referral,
  early_help_episode_id uuid references early_help_episode,
  team_id uuid references team,
  began_on date not null,
  began_by uuid,
  ended_on date check (ended_on >= began_on),
  ended_by uuid,
  ended_reason text,
  ended_words text check (length(ended_words) <= 4000),
  check ((basis = 'referral accepted') = (referral_id is not null)),
  check ((basis = 'early help begun') = (early_help_episode_id is not null)),
  check (basis <> 'decided' or length(basis_words) > 0),
  check ((ended_on is null) = (ended_reason is null))
);
create unique index period_of_service_one_open on period_of_service (person_id, kind) where ended_on is null;
create index period_of_service_person on period_of_service (person_id);
create index period_of_service_referral on period_of_service (referral_id);
create index period_of_service_episode on period_of_service (early_help_episode_id);
call versioned('period_of_service');
call walled('period_of_service', 'person_id');
create policy totalled on period_of_service for select to continuum_app using ((select counting()));
create policy totalled on period_of_service_history for select to continuum_app using ((select counting()));
create trigger set_once before update on period_of_service for each row
  execute function set_once('ended_on', 'ended_by', 'ended_reason', 'ended_words');

-- What a manager decides begins no earlier than the child was on the way: 280 days before birth or the day on which it is due.
create function period_begins_in_life() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.basis = 'decided' and exists (select from person p where p.id = new.person_id
      and (new.began_on < coalesce(p.due_on - 280, case when p.born_on_certainty = 'known' then p.born_on end) or new.began_on > p.died_on)) then
    raise exception 'a period of service lies within the life of the child' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger period_begins_in_life before insert on period_of_service for each row execute function period_begins_in_life();

-- A referral that is accepted, and early help that begins, begin a period; a second referral joins the one that is open, and is its
-- beginning where it was earlier. It ends with the last of them. The generator of islands makes its periods in the end, with their history.
create function period_of_referral() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if current_setting('app.provenance', true) = 'generator' or new.accepted_on is null then return null; end if;
  if tg_op = 'UPDATE' and new.person_id <> old.person_id then
    delete from period_of_service p where p.referral_id = new.id and p.ended_on is null
      and exists (select from period_of_service o where o.person_id = new.person_id and o.kind = p.kind and o.ended_on is null);
    update period_of_service set person_id = new.person_id where referral_id = new.id;
    insert into period_of_service (id, person_id, kind, basis, referral_id, team_id, began_on, began_by)
      select gen_random_uuid(), person_id, 'assessment', 'referral accepted', id, team_id, accepted_on, accepted_by from referral
      where person_id = old.person_id and accepted_on is not null and ended_on is null order by accepted_on limit 1
      on conflict do nothing;
  end if;
  if new.ended_on is null then
    if exists (select from period_of_service where new.id in (id, referral_id)) then return null; end if;
    insert into period_of_service as p (id, person_id, kind, basis, referral_id, team_id, began_on, began_by)
      values (new.id, new.person_id, 'assessment', 'referral accepted', new.id, new.team_id, new.accepted_on, new.accepted_by)
      on conflict (person_id, kind) where ended_on is null do update
      set referral_id = excluded.referral_id, began_on = excluded.began_on, began_by = excluded.began_by
      where p.referral_id is not null and (excluded.began_on < p.began_on
        or excluded.began_on = p.began_on and new.referred_at < (select r.referred_at from referral r where r.id = p.referral_id));
  elsif tg_op = 'INSERT' then
    insert into period_of_service (id, person_id, kind, basis, referral_id, team_id, began_on, began_by, ended_on, ended_by, ended_reason)
      values (new.id, new.person_id, 'assessment', 'referral accepted', new.id, new.team_id, new.accepted_on, new.accepted_by,
        new.ended_on, new.ended_by, 'work done') on conflict do nothing;
  elsif not exists (select from referral where person_id = new.person_id and accepted_on is not null and ended_on is null) then
    update period_of_service set ended_on = new.ended_on, ended_by = new.ended_by, ended_reason = 'work done'
      where person_id = new.person_id and kind = 'assessment' and referral_id is not null and ended_on is null;
  end if;
  return null;
end $$;
create trigger period_of_referral after insert or update on referral for each row execute function period_of_referral();

create function period_of_episode() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if current_setting('app.provenance', true) = 'generator' or new.began_on is null then return null; end if;
  if tg_op = 'UPDATE' and new.person_id <> old.person_id then
    delete from period_of_service p where p.early_help_episode_id = new.id and p.ended_on is null
      and exists (select from period_of_service o where o.person_id = new.person_id and o.kind = p.kind and o.ended_on is null);
    update period_of_service set person_id = new.person_id where early_help_episode_id = new.id;
    insert into period_of_service (id, person_id, kind, basis, early_help_episode_id, team_id, began_on)
      select gen_random_uuid(), person_id, 'early help', 'early help begun', id, team_id, began_on from early_help_episode
      where person_id = old.person_id and began_on is not null and ended_on is null order by began_on limit 1
      on conflict do nothing;
  end if;
  if new.ended_on is null then
    if exists (select from period_of_service where new.id in (id, early_help_episode_id)) then return null; end if;
    insert into period_of_service as p (id, person_id, kind, basis, early_help_episode_id, team_id, began_on, began_by)
      values (new.id, new.person_id, 'early help', 'early help begun', new.id, new.team_id, new.began_on, actor())
      on conflict (person_id, kind) where ended_on is null do update
      set early_help_episode_id = excluded.early_help_episode_id, began_on = excluded.began_on
      where p.early_help_episode_id is not null and excluded.began_on < p.began_on;
  elsif tg_op = 'INSERT' then
    insert into period_of_service (id, person_id, kind, basis, early_help_episode_id, team_id, began_on, ended_on, ended_by, ended_reason)
      values (new.id, new.person_id, 'early help', 'early help begun', new.id, new.team_id, new.began_on, new.ended_on, new.ended_by, 'work done')
      on conflict do nothing;
  elsif not exists (select from early_help_episode where person_id = new.person_id and began_on is not null and ended_on is null) then
    update period_of_service set ended_on = new.ended_on, ended_by = new.ended_by, ended_reason = 'work done'
      where person_id = new.person_id and kind = 'early help' and early_help_episode_id is not null and ended_on is null;
  end if;
  return null;
end $$;
create trigger period_of_episode after insert or update on early_help_episode for each row execute function period_of_episode();

-- A period that ends takes with it what began it; with the last one of a child, nobody works with the child any longer.
create function period_ended() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.ended_on is null or old.ended_on is not null then return null; end if;
  if new.referral_id is not null then
    update referral set ended_on = greatest(new.ended_on, accepted_on), ended_by = new.ended_by
      where person_id = new.person_id and accepted_on is not null and ended_on is null;
  elsif new.early_help_episode_id is not null then
    update early_help_episode set ended_on = greatest(new.ended_on, began_on), ended_by = new.ended_by
      where person_id = new.person_id and began_on is not null and ended_on is null;
  end if;
  if not exists (select from period_of_service where person_id = new.person_id and ended_on is null) then
    update allocation set ended_on = greatest(new.ended_on, from_on), ended_by = new.ended_by where person_id = new.person_id and ended_on is null;
    update handover set withdrawn_at = instant(), withdrawn_by = new.ended_by
      where person_id = new.person_id and accepted_at is null and declined_at is null and withdrawn_at is null;
  end if;
  return null;
end $$;
create trigger period_ended after update on period_of_service for each row execute function period_ended();

-- What stood before there were periods, with every version of it; and what the generator wrote. Of several that are open, the first stands.
create function periods_of_what_stands() returns void language plpgsql security definer set search_path from current as $$
begin
  alter table period_of_service disable trigger user;
  create temporary table begun on commit drop as
    select id, person_id, 'assessment' as kind, 'referral accepted' as basis, id as referral_id, null::uuid as early_help_episode_id, team_id,
        accepted_on as began_on, accepted_by as began_by, ended_on, ended_by, recorded_at, recorded_by, provenance, legacy_id, null::timestamptz as superseded_at, referred_at as opened_at
      from referral where accepted_on is not null
    union all select id, person_id, 'assessment', 'referral accepted', id, null, team_id,
        accepted_on, accepted_by, ended_on, ended_by, recorded_at, recorded_by, provenance, legacy_id, superseded_at, referred_at
      from referral_history where accepted_on is not null
    union all select id, person_id, 'early help', 'early help begun', null, id, team_id,
        began_on, null, ended_on, ended_by, recorded_at, recorded_by, provenance, legacy_id, null, offered_on
      from early_help_episode where began_on is not null
    union all select id, person_id, 'early help', 'early help begun', null, id, team_id,
        began_on, null, ended_on, ended_by, recorded_at, recorded_by, provenance, legacy_id, superseded_at, offered_on
      from early_help_episode_history where began_on is not null;
  delete from begun where id in (select id from period_of_service) or id in (
    select id from (select id, row_number() over (partition by person_id, kind order by began_on, opened_at, id) as place
      from begun where superseded_at is null and ended_on is null) several where place > 1);
  insert into period_of_service (id, person_id, kind, basis, referral_id, early_help_episode_id, team_id, began_on, began_by, ended_on, ended_by, ended_reason,
      recorded_at, recorded_by, provenance, legacy_id)
    select id, person_id, kind, basis, referral_id, early_help_episode_id, team_id, began_on, began_by, ended_on, ended_by,
      case when ended_on is not null then 'work done' end, recorded_at, recorded_by, provenance, legacy_id from begun where superseded_at is null;
  insert into period_of_service_history (id, person_id, kind, basis, referral_id, early_help_episode_id, team_id, began_on, began_by, ended_on, ended_by,
      ended_reason, recorded_at, recorded_by, provenance, legacy_id, superseded_at)
    select id, person_id, kind, basis, referral_id, early_help_episode_id, team_id, began_on, began_by, ended_on, ended_by,
      case when ended_on is not null then 'work done' end, recorded_at, recorded_by, provenance, legacy_id, superseded_at
    from begun where superseded_at is not null;
  drop table begun;
  alter table period_of_service enable trigger user;
end $$;
revoke execute on function periods_of_what_stands() from public;
grant execute on function periods_of_what_stands() to continuum_generator;
select periods_of_what_stands();

create or replace view open_period with (security_invoker = true) as
  select person_id, kind, coalesce(referral_id, early_help_episode_id, id) as id, began_on, ended_on from period_of_service;
create or replace view open_period_known with (security_invoker = true) as
  select person_id, kind, coalesce(referral_id, early_help_episode_id, id) as id, began_on, ended_on from period_of_service_known;

-- The team of an open period sees the child; before there is one, the team that something was opened for. A transfer moves it at once.
create or replace function team_sight() returns trigger language plpgsql security definer set search_path from current as $$
declare persons uuid[] := array[new.person_id];
begin
  if tg_op = 'UPDATE' and old.person_id <> new.person_id then persons := persons || old.person_id; end if;
  delete from sight where person_id = any (persons) and ground = 'what follows';
  insert into sight (principal, person_id, ground)
  select distinct team_id, person_id, 'what follows' from (
    select r.team_id, r.person_id from referral r
      where r.person_id = any (persons) and r.withdrawn_at is null and r.declined_on is null and r.ended_on is null
      and (r.accepted_on is null or not exists (select from period_of_service p where p.person_id = r.person_id and p.ended_on is null))
    union all
    select e.team_id, e.person_id from early_help_episode e
      where e.person_id = any (persons) and e.withdrawn_at is null and e.reply <> 'declined' and e.ended_on is null
      and (e.began_on is null or not exists (select from period_of_service p where p.person_id = e.person_id and p.ended_on is null))
    union all
    select team_id, person_id from period_of_service where person_id = any (persons) and ended_on is null
  ) open where team_id is not null;
  return null;
end $$;
create trigger team_sight after insert or update on period_of_service for each row execute function team_sight();

-- Who works with a child: nobody who has left, nobody twice; and why somebody was given one more where their load was full.
alter table allocation add column full_reason text check (length(full_reason) <= 2000);
alter table allocation add column allocated_by uuid;
call versioned('allocation');
create unique index allocation_co_worker_once on allocation (person_id, staff_id) where kind = 'co-worker' and ended_on is null;
create function allocated_to_staff() returns trigger language plpgsql as $$
begin
  if exists (select from staff s where s.id = new.staff_id and s.left_on < new.from_on) then
    raise exception 'nobody who has left is allocated' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger allocated_to_staff before insert on allocation for each row execute function allocated_to_staff();

-- A handover: a child is offered to another worker or another team. Until it is accepted, the first worker keeps the child.
create table handover (
  id uuid primary key,
  person_id uuid not null references person,
  from_staff_id uuid references staff,
  from_team_id uuid references team,
  to_staff_id uuid references staff,
  to_team_id uuid references team,
  note text not null check (length(note) between 1 and 4000),
  offered_at timestamptz not null,
  offered_by uuid not null references staff,
  accepted_at timestamptz check (accepted_at >= offered_at),
  declined_at timestamptz check (declined_at >= offered_at),
  answered_by uuid,
  declined_reason text check (length(declined_reason) <= 2000),
  withdrawn_at timestamptz check (withdrawn_at >= offered_at),
  withdrawn_by uuid,
  check ((to_staff_id is null) <> (to_team_id is null)),
  check (from_staff_id <> to_staff_id),
  check (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1),
  check (declined_at is null or declined_reason is not null)
);
create unique index handover_one_open on handover (person_id) where accepted_at is null and declined_at is null and withdrawn_at is null;
create index handover_person on handover (person_id);
call versioned('handover');
call walled('handover', 'person_id');
create trigger set_once before update on handover for each row
  execute function set_once('accepted_at', 'declined_at', 'answered_by', 'declined_reason', 'withdrawn_at', 'withdrawn_by');

-- To say yes or no, one must see whom it is about: as long as the offer stands, and no longer.
create function handover_sight() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from sight where person_id = new.person_id and ground = 'handover';
  insert into sight (principal, person_id, ground)
  select coalesce(to_staff_id, to_team_id), person_id, 'handover' from handover
    where person_id = new.person_id and accepted_at is null and declined_at is null and withdrawn_at is null;
  return null;
end $$;
create trigger handover_sight after insert or update on handover for each row execute function handover_sight();

-- An absence, and who covers it: from when it is said until its end, which may be brought forward.
create table absence (
  id uuid primary key,
  staff_id uuid not null references staff,
  covered_by uuid not null references staff,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  said_by uuid,
  ended_at timestamptz check (ended_at >= from_at),
  ended_by uuid,
  check (staff_id <> covered_by)
);
create unique index absence_one_open on absence (staff_id, covered_by) where ended_at is null;
create index absence_covered_by on absence (covered_by) where ended_at is null;
call versioned('absence');
create trigger set_once before update on absence for each row execute function set_once('ended_at', 'ended_by');

-- Who sees a child because of an allocation: worker and co-worker, the managers of their posts, and whoever covers for them.
create function sight_by_allocation(child uuid) returns void language sql security definer set search_path from current as $$
  delete from sight where person_id = child and ground = 'allocation';
  with working as (select staff_id from allocation where person_id = child and ended_on is null)
  insert into sight (principal, person_id, until, ground)
  select principal, child, max(until), 'allocation' from (
    select staff_id as principal, 'infinity'::timestamptz as until from working
    union all
    select manager.staff_id, 'infinity' from working
      join post_holding held on held.staff_id = working.staff_id and held.until_on is null
      join post on post.id = held.post_id
      join post_holding manager on manager.post_id = post.managed_by and manager.until_on is null
    union all
    select absence.covered_by, absence.until_at from working join absence on absence.staff_id = working.staff_id and absence.ended_at is null
      where absence.until_at > instant()
  ) seen group by principal;
  select carers_sight(child);
$$;
revoke execute on function sight_by_allocation(uuid) from public;
create or replace function allocation_sight() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform sight_by_allocation(new.person_id);
  return null;
end $$;
create function absence_sight() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform sight_by_allocation(person_id) from (select distinct person_id from allocation where staff_id = new.staff_id and ended_on is null) theirs;
  return null;
end $$;
create trigger absence_sight after insert or update on absence for each row execute function absence_sight();

-- A caseload counts every child, also one whom the asker may not see, and says of none who it is: families are numbers from 1.
create function caseload_of(workers uuid[]) returns table (staff_id uuid, family bigint, kinds text[])
  language sql stable security definer set search_path from current as $$
  select a.staff_id, dense_rank() over (partition by a.staff_id order by coalesce(lives.household_id, a.person_id)),
    array(select distinct p.kind from period_of_service p where p.person_id = a.person_id and p.ended_on is null)
  from allocation a left join lateral (
    select m.household_id from household_membership m where m.person_id = a.person_id and m.until_on is null order by m.recorded_at desc limit 1
  ) lives on true
  where a.staff_id = any (workers) and a.kind = 'worker' and a.ended_on is null
$$;
revoke execute on function caseload_of(uuid[]) from public;
grant execute on function caseload_of(uuid[]) to continuum_app;
