-- Administration: who works here, in which posts, teams and agencies, kept by pages; what gives wide sight, by two people.

-- The last day on which it gave anything. What ends at once ends with the day before, also where it began today.
alter table post_holding drop constraint post_holding_check;
alter table post_holding add constraint post_holding_dates check (until_on >= from_on - 1);
alter table post_holding add constraint post_holding_once
  exclude using gist (post_id with =, staff_id with =, daterange(from_on, until_on + 1) with &&);
alter table post_holding add column full_time_share numeric(3, 2) check (full_time_share > 0 and full_time_share <= 1),
  add column newly_qualified boolean not null default false;
create index post_holding_post on post_holding (post_id);
create index post_managed_by on post (managed_by);
alter table agency add column agreed_on date;
alter table agency add constraint agency_dates check (ended_on >= agreed_on - 1);
comment on column agency.agreed_on is 'From when its people may sign in; null where the agreement is older than this record';
comment on column agency.ended_on is 'The last day of the agreement: after it nobody of the agency gets in';

-- A request that somebody else has to agree to: a post with wide sight, or a second step that was lost.
create table right_request (
  id uuid primary key,
  kind text not null check (kind in ('post', 'second step', 'second step and password')),
  staff_id uuid not null references staff,
  post_id uuid references post,
  from_on date,
  until_on date,
  full_time_share numeric(3, 2),
  newly_qualified boolean not null default false,
  reason text not null check (length(reason) between 1 and 2000),
  asked_by uuid not null references staff check (asked_by <> staff_id),
  asked_at timestamptz not null,
  answered_by uuid references staff check (answered_by <> asked_by and answered_by <> staff_id),
  answered_at timestamptz check (answered_at >= asked_at),
  agreed boolean,
  why_not text check (length(why_not) between 1 and 2000),
  check ((kind = 'post') = (post_id is not null) and (kind = 'post') = (from_on is not null)),
  check ((answered_by is null) = (agreed is null) and (answered_by is null) = (answered_at is null)),
  check ((agreed is false) = (why_not is not null))
);
create unique index right_request_once on right_request (staff_id, kind, coalesce(post_id, staff_id)) where answered_at is null;
alter table post_holding add column request_id uuid unique references right_request;

-- What administrators did, and why. The audit says who and when; the words stand here.
create table administrative_act (
  id uuid primary key,
  act text not null check (length(act) between 1 and 500),
  staff_id uuid references staff,
  team_id uuid references team,
  agency_id uuid references agency,
  reason text not null check (length(reason) between 1 and 2000),
  done_by uuid not null references staff check (done_by is distinct from staff_id),
  done_at timestamptz not null,
  check (num_nonnulls(staff_id, team_id, agency_id) = 1)
);
create index administrative_act_staff on administrative_act (staff_id, done_at);

-- The names of a team: what the profile or a letter calls by an earlier one is still this team.
create table team_name (
  id uuid primary key,
  team_id uuid not null references team,
  title text not null check (length(title) between 1 and 200),
  from_on date
);
comment on column team_name.from_on is 'Null for the name that a team began with';
create index team_name_title on team_name (title);

do $$ declare name text; begin
  foreach name in array array['post_holding', 'agency', 'right_request', 'administrative_act', 'team_name'] loop
    call versioned(name);
  end loop;
end $$;
insert into team_name (id, team_id, title) select md5(id || title)::uuid, id, title from team;
create function team_is_named() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into team_name (id, team_id, title) values (md5(new.id || new.title)::uuid, new.id, new.title);
  elsif new.title is distinct from old.title then
    insert into team_name (id, team_id, title, from_on) values (gen_random_uuid(), new.id, new.title, (instant() at time zone 'Europe/Jersey')::date);
  end if;
  return null;
end $$;
create trigger team_is_named after insert or update on team for each row execute function team_is_named();
create trigger set_once before update on right_request for each row execute function set_once('answered_by', 'answered_at', 'agreed', 'why_not');
create trigger append_only before update or delete on administrative_act for each row execute function append_only();
-- Reasons are read by whoever keeps accounts or agrees to rights, and by whom they are about.
call walled_by('right_request', $rule$ {table}.staff_id = (select actor())
  or (select named_as()) && array[role_principal('administrator'), role_principal('head of service'), role_principal('data protection officer')] $rule$);
call walled_by('administrative_act', $rule$ {table}.staff_id = (select actor()) or {table}.staff_id is null
  or (select named_as()) && array[role_principal('administrator'), role_principal('head of service'), role_principal('data protection officer')] $rule$);

-- Roles that see everyone, decide about walls or emergencies, or give rights. A test holds the list to the profile.
create function needs_two(role text) returns boolean immutable language sql as $$
  select role = any (array['early help hub worker', 'social care hub worker', 'MASH decision maker', 'hub manager', 'out-of-hours duty worker',
    'business support', 'team manager', 'head of service', 'data protection officer', 'administrator'])
$$;
-- Nobody gives themselves anything, or takes anything from themselves; and what gives wide sight takes two. The owner, who sets a house up
-- and lets somebody in again when nobody is left, acts without being anybody.
create function post_is_given() returns trigger language plpgsql as $$
declare of post;
begin
  select * into of from post where id = new.post_id;
  if actor() is not null then
    if new.staff_id = actor() then
      raise exception 'nobody changes their own rights' using errcode = 'check_violation';
    end if;
    if tg_op = 'INSERT' and needs_two(of.role) and not exists (
      select from right_request r where r.id = new.request_id and r.kind = 'post' and r.agreed
        and r.staff_id = new.staff_id and r.post_id = new.post_id and r.from_on = new.from_on and r.until_on is not distinct from new.until_on)
      and not exists (
        select from post_holding h where h.post_id = new.post_id and h.staff_id = new.staff_id and h.until_on = new.from_on - 1) then
      raise exception 'a post with wide sight is given by two people' using errcode = 'check_violation';
    end if;
  end if;
  if tg_op = 'INSERT' then
    perform from team t where t.id = of.team_id and t.ended_on < new.from_on for share;
    if found then raise exception 'the team is closed' using errcode = 'check_violation'; end if;
  end if;
  return new;
end $$;
create trigger post_is_given before insert or update on post_holding for each row execute function post_is_given();
create function an_administrator_stays() returns trigger language plpgsql as $$
begin
  if actor() is null or new.until_on is null or not exists (select from post p where p.id = new.post_id and p.role = 'administrator') then return null; end if;
  perform pg_advisory_xact_lock(hashtext('administrators of ' || tg_table_schema));
  if not exists (
    select from post_holding h join post p on p.id = h.post_id join staff s on s.id = h.staff_id
    where p.role = 'administrator' and h.until_on is null and s.left_on is null
      and h.from_on <= (instant() at time zone 'Europe/Jersey')::date) then
    raise exception 'the last administrator stays' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger an_administrator_stays after update on post_holding for each row execute function an_administrator_stays();

-- Who sees a child because of an allocation, as in 0010-periods-of-service.sql; but managers by the days of their posts, and the manager of
-- whoever has left sees the children until they are handed over.
create or replace function sight_by_allocation(child uuid) returns void language sql security definer set search_path from current as $$
  delete from sight where person_id = child and ground = 'allocation';
  with today as materialized (select (instant() at time zone 'Europe/Jersey')::date as on_day),
    working as (select staff_id from allocation where person_id = child and ended_on is null)
  insert into sight (principal, person_id, until, ground)
  select principal, child, max(until), 'allocation' from (
    select staff_id as principal, 'infinity'::timestamptz as until from working
    union all
    select manager.staff_id, coalesce((manager.until_on + 1)::timestamp at time zone 'Europe/Jersey', 'infinity') from today, working
      join post_holding held on held.staff_id = working.staff_id
      join post on post.id = held.post_id
      join post_holding manager on manager.post_id = post.managed_by
      where manager.from_on <= today.on_day and (manager.until_on is null or manager.until_on >= today.on_day)
        and (held.until_on is null or held.until_on >= today.on_day or not exists (
          select from post_holding other where other.staff_id = held.staff_id and coalesce(other.until_on, 'infinity') > held.until_on))
    union all
    select absence.covered_by, absence.until_at from working join absence on absence.staff_id = working.staff_id and absence.ended_at is null
      where absence.until_at > instant()
  ) seen group by principal;
  select carers_sight(child);
$$;
create function sight_of_post() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform sight_by_allocation(person_id) from (
    select distinct a.person_id from allocation a where a.ended_on is null and (a.staff_id = new.staff_id
      or a.staff_id in (select h.staff_id from post_holding h join post p on p.id = h.post_id where p.managed_by = new.post_id))) theirs;
  return null;
end $$;
create trigger sight_of_post after insert or update on post_holding for each row execute function sight_of_post();
create function sight_of_managing() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform sight_by_allocation(person_id) from (
    select distinct a.person_id from allocation a join post_holding h on h.staff_id = a.staff_id where a.ended_on is null and h.post_id = new.id) theirs;
  return null;
end $$;
create trigger sight_of_managing after update on post for each row when (old.managed_by is distinct from new.managed_by) execute function sight_of_managing();
-- Posts that began today, or ended yesterday, as they were written down before. Asked by the house; it shows nothing to anybody.
create function sight_of_the_day() returns bigint language sql security definer set search_path from current as $$
  with today as materialized (select (instant() at time zone 'Europe/Jersey')::date as on_day),
    changed as (select h.staff_id, h.post_id from post_holding h, today where h.from_on = today.on_day or h.until_on = today.on_day - 1),
    theirs as materialized (
      select distinct a.person_id from allocation a where a.ended_on is null and (a.staff_id in (select staff_id from changed)
        or a.staff_id in (select h.staff_id from post_holding h join post p on p.id = h.post_id where p.managed_by in (select post_id from changed)))),
    seen as materialized (select person_id, sight_by_allocation(person_id)::text from theirs)
  select count(*) from seen
$$;
revoke execute on function sight_of_the_day() from public;
grant execute on function sight_of_the_day() to continuum_app;

-- Whoever leaves is on no rota any more, covers for nobody, and takes over no child that was offered to them.
create function staff_leaves() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.left_on is null or old.left_on is not null then return null; end if;
  update duty set until_at = greatest(instant(), from_at + interval '1 microsecond') where staff_id = new.id and until_at > instant();
  update absence set ended_at = greatest(instant(), from_at), ended_by = actor() where covered_by = new.id and ended_at is null;
  update handover set withdrawn_at = greatest(instant(), offered_at), withdrawn_by = actor()
    where to_staff_id = new.id and accepted_at is null and declined_at is null and withdrawn_at is null;
  return null;
end $$;
create trigger staff_leaves after update on staff for each row execute function staff_leaves();

-- How many children somebody still works with, by team. It says of none who it is.
create function children_left_with(staff uuid) returns table (team_id uuid, children bigint)
  language sql stable security definer set search_path from current as $$
  select coalesce(held.team_id, a.team_id), count(distinct a.person_id) from allocation a
  left join lateral (
    select p.team_id from post_holding h join post p on p.id = h.post_id where h.staff_id = a.staff_id and p.team_id is not null
    order by coalesce(h.until_on, 'infinity') desc, h.from_on desc limit 1) held on true
  where a.staff_id = staff and a.ended_on is null group by 1
$$;
revoke execute on function children_left_with(uuid) from public;
grant execute on function children_left_with(uuid) to continuum_app;

-- A team closes when nobody stands in it: no post that is held or is to begin, and no child it works with.
create function stand_in_team(team uuid) returns table (people bigint, children bigint)
  language sql stable security definer set search_path from current as $$
  select (select count(distinct h.staff_id) from post_holding h join post p on p.id = h.post_id
      where p.team_id = team and (h.until_on is null or h.until_on >= (instant() at time zone 'Europe/Jersey')::date)),
    (select count(distinct person_id) from period_of_service s where s.team_id = team and s.ended_on is null)
$$;
revoke execute on function stand_in_team(uuid) from public;
grant execute on function stand_in_team(uuid) to continuum_app;
create function team_closes() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.ended_on is not null and old.ended_on is null and exists (select from stand_in_team(new.id) s where s.people > 0 or s.children > 0) then
    raise exception 'a team closes when nobody stands in it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger team_closes before update on team for each row execute function team_closes();
