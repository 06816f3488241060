-- Agencies, teams, posts and the people in them; who is on duty; who is allocated to which child. Dated rows, never a flag.
create table agency (
  id uuid primary key,
  kind text not null,
  title text not null check (length(title) between 1 and 200),
  ended_on date
);
create table team (
  id uuid primary key,
  title text not null unique check (length(title) between 1 and 200),
  service text not null,
  ended_on date
);
create table staff (
  id uuid primary key,
  given_name text not null check (length(given_name) between 1 and 100),
  family_name text not null check (length(family_name) between 1 and 100),
  agency_id uuid references agency,
  email text check (length(email) <= 254),
  telephone text check (length(telephone) <= 40),
  registration_number text check (length(registration_number) <= 12),
  keys_off boolean not null default false,
  theme text not null default 'light' check (theme in ('light', 'dark', 'as the device')),
  started_on date not null,
  left_on date check (left_on >= started_on)
);
create table post (
  id uuid primary key,
  team_id uuid references team,
  agency_id uuid references agency,
  role text not null,
  title text not null check (length(title) between 1 and 200),
  managed_by uuid references post,
  check ((team_id is null) <> (agency_id is null))
);
create table post_holding (
  id uuid primary key,
  post_id uuid not null references post,
  staff_id uuid not null references staff,
  from_on date not null,
  until_on date check (until_on >= from_on)
);
create index post_holding_staff on post_holding (staff_id);
create table duty (
  id uuid primary key,
  kind text not null check (kind in ('hub', 'out of hours')),
  staff_id uuid not null references staff,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at)
);
create index duty_until on duty (until_at);
create table allocation (
  id uuid primary key,
  person_id uuid not null,
  staff_id uuid not null references staff,
  team_id uuid references team,
  kind text not null check (kind in ('worker', 'co-worker')),
  from_on date not null,
  ended_on date check (ended_on >= from_on),
  ended_by uuid
);
create unique index allocation_one_worker on allocation (person_id) where kind = 'worker' and ended_on is null;
create index allocation_staff on allocation (staff_id) where ended_on is null;
create index allocation_person on allocation (person_id) where ended_on is null;

do $$ declare name text; begin
  foreach name in array array['agency', 'team', 'staff', 'post', 'post_holding', 'duty', 'allocation'] loop
    call versioned(name);
  end loop;
end $$;
create trigger set_once before update on allocation for each row execute function set_once('ended_on', 'ended_by');

-- Who sees a child because of an allocation: the worker, and the worker's manager. Kept in the transaction of the allocation.
create function allocation_sight() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from sight where person_id = new.person_id and ground = 'allocation';
  insert into sight (principal, person_id, until, ground)
  select distinct principal, new.person_id, 'infinity'::timestamptz, 'allocation' from (
    select a.staff_id as principal from allocation a where a.person_id = new.person_id and a.ended_on is null
    union all
    select manager.staff_id from allocation a
      join post_holding held on held.staff_id = a.staff_id and held.until_on is null
      join post on post.id = held.post_id
      join post_holding manager on manager.post_id = post.managed_by and manager.until_on is null
      where a.person_id = new.person_id and a.ended_on is null
  ) seen;
  perform carers_sight(new.person_id);
  return null;
end $$;
create trigger allocation_sight after insert or update on allocation for each row execute function allocation_sight();
call walled('allocation', 'person_id');
