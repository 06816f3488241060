-- Who may see: walls put up and taken down by people, with reasons and a second person; and records that are somebody's own or a relative's.

-- A wall names people, or holders of a role, and each for as long as it says. A role stands in the list under a number made from its name,
-- so that whoever holds it today is named, and whoever left it is not.
alter table wall_name add column until timestamptz not null default 'infinity';
create function role_principal(role text) returns uuid immutable strict parallel safe language sql as
  $$ select md5('role: ' || role)::uuid $$;
create function named_as() returns uuid[] stable language sql as $$
  select array_append(coalesce(array_agg(role_principal(p.role)), '{}'), (select actor()))
  from post_holding h join post p on p.id = h.post_id
  where h.staff_id = (select actor()) and h.from_on <= (select (instant() at time zone 'Europe/Jersey')::date)
    and (h.until_on is null or h.until_on >= (select (instant() at time zone 'Europe/Jersey')::date))
$$;

-- Ids only, like sight: whose record a member of staff never opens, whatever their role. Kept from own_or_relative by trigger.
create table barred (
  staff_id uuid not null,
  person_id uuid not null,
  said_id uuid not null,
  primary key (staff_id, person_id, said_id)
);
create index barred_said on barred (said_id);
grant select on barred to continuum_app;
create function barred_from() returns uuid[] stable language sql as
  $$ select coalesce(array_agg(person_id), '{}') from barred where staff_id = (select actor()) $$;

-- The wall of a person, as in 0001-foundations.sql, with names that end and with own and relatives' records. The two lists are asked once a
-- statement, and the first only where a wall stands.
create function wall_rule(person_column text) returns text immutable language sql as $$
  select format('
    (select sending()) or ((select wide()) or exists (select from sight s where s.person_id = {table}.%1$I and s.principal = any ((select principals())::uuid[]) and s.until > (select instant())))
    and not exists (select from wall w where w.person_id = {table}.%1$I and w.until > (select instant())
      and not exists (select from wall_name n where n.wall_id = w.id and n.staff_id = any ((select named_as())::uuid[]) and n.until > (select instant())))
    and {table}.%1$I <> all ((select barred_from())::uuid[])', person_column)
$$;
create or replace procedure walled(name text, person_column text) language plpgsql as $$
begin
  call walled_by(name, wall_rule(person_column));
end $$;
do $$
declare
  found record;
  of_contact text := '
    (select sending()) or ((select wide()) or exists (select from contact_person cp join sight s on s.person_id = cp.person_id
        where cp.contact_id = {table}.id and s.principal = any ((select principals())::uuid[]) and s.until > (select instant())))
    and not exists (select from contact_person cp join wall w on w.person_id = cp.person_id
        where cp.contact_id = {table}.id and w.until > (select instant())
          and not exists (select from wall_name n where n.wall_id = w.id and n.staff_id = any ((select named_as())::uuid[]) and n.until > (select instant())))
    and ((select barred_from()) = ''{}'' or not exists (select from contact_person cp
        where cp.contact_id = {table}.id and cp.person_id = any ((select barred_from())::uuid[])))';
begin
  for found in
    select tablename as name, policyname as policy, (regexp_match(qual, 'w\.person_id = "?\w+"?\.(\w+)'))[1] as person_column from pg_policies
    where schemaname = current_schema() and qual like '%FROM wall w%' and tablename not in ('contact', 'contact_history')
  loop
    if found.person_column is null then raise exception 'the wall of % is not as it was written', found.name; end if;
    execute format('alter policy %I on %I using (%s)', found.policy, found.name, replace(wall_rule(found.person_column), '{table}', quote_ident(found.name)));
  end loop;
  for found in
    select tablename as name, policyname as policy from pg_policies
    where schemaname = current_schema() and policyname in ('seen', 'changed') and tablename in ('contact', 'contact_history')
  loop
    execute format('alter policy %I on %I using (%s)', found.policy, found.name, replace(of_contact, '{table}', quote_ident(found.name)));
  end loop;
end $$;

-- A restriction is the decision behind a wall. It stands from the moment it is asked for; a sealed one comes down again when the second
-- person does not agree, and is lifted only when a second person agrees to that.
create table restriction (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('restricted', 'sealed')),
  reason text not null check (length(reason) between 1 and 2000),
  put_by uuid not null references staff,
  put_at timestamptz not null,
  review_on date not null,
  second_id uuid references staff check (second_id <> put_by),
  answered_at timestamptz check (answered_at >= put_at),
  agreed boolean,
  why_not text check (length(why_not) between 1 and 2000),
  lifted_at timestamptz check (lifted_at >= put_at),
  check ((kind = 'sealed') = (second_id is not null)),
  check ((answered_at is null) = (agreed is null)),
  check (agreed is null or second_id is not null),
  check ((agreed is false) = (why_not is not null))
);
create unique index restriction_once on restriction (person_id) where lifted_at is null and agreed is not false;
create table restriction_name (
  id uuid primary key,
  restriction_id uuid not null references restriction,
  person_id uuid not null references person,
  staff_id uuid references staff,
  role text check (length(role) between 1 and 100),
  check ((staff_id is null) <> (role is null)),
  unique (restriction_id, staff_id),
  unique (restriction_id, role)
);
create table restriction_lifting (
  id uuid primary key,
  restriction_id uuid not null references restriction,
  person_id uuid not null references person,
  reason text not null check (length(reason) between 1 and 2000),
  asked_by uuid not null references staff,
  asked_at timestamptz not null,
  answered_by uuid references staff,
  answered_at timestamptz check (answered_at >= asked_at),
  agreed boolean,
  why_not text check (length(why_not) between 1 and 2000),
  check ((answered_at is null) = (agreed is null)),
  check ((answered_at is null) = (answered_by is null)),
  check ((agreed is false) = (why_not is not null))
);
create unique index restriction_lifting_once on restriction_lifting (restriction_id) where answered_at is null;

create table own_or_relative (
  id uuid primary key,
  staff_id uuid not null references staff,
  kind text not null check (kind in ('own record', 'relative', 'same household', 'close to them')),
  person_id uuid references person,
  given_name text check (length(given_name) between 1 and 100),
  family_name text check (length(family_name) between 1 and 100),
  born_on date,
  folded text generated always as (fold_name(given_name || ' ' || family_name)) stored,
  words text check (length(words) between 1 and 2000),
  said_by uuid not null references staff,
  said_at timestamptz not null,
  ended_at timestamptz check (ended_at >= said_at),
  ended_by uuid references staff check (ended_by <> staff_id),
  ended_why text check (length(ended_why) between 1 and 2000),
  check ((person_id is null) = (born_on is not null and given_name is not null and family_name is not null)),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_why is null))
);
create unique index own_or_relative_once on own_or_relative (staff_id, person_id) where ended_at is null;
create index own_or_relative_person on own_or_relative (person_id);
create index own_or_relative_typed on own_or_relative (born_on, folded) where ended_at is null and person_id is null;

do $$ declare name text; begin
  foreach name in array array['restriction', 'restriction_name', 'restriction_lifting'] loop
    call versioned(name);
    call walled(name, 'person_id');
  end loop;
end $$;
call versioned('own_or_relative');
-- Seen by whoever said it, and by whoever sees the record; what was said of a name alone, also by who answers for looking. Somebody of whom a
-- manager said it does not learn from it that there is a record.
call walled_by('own_or_relative', $rule$ {table}.said_by = (select actor())
  or exists (select from person p where p.id = {table}.person_id) or ({table}.person_id is null and (select may_read('audit'))) $rule$);
create trigger set_once before update on restriction for each row execute function set_once('answered_at', 'agreed', 'why_not', 'lifted_at');
create trigger set_once before update on restriction_lifting for each row execute function set_once('answered_by', 'answered_at', 'agreed', 'why_not');
create trigger set_once before update on own_or_relative for each row execute function set_once('ended_at', 'ended_by', 'ended_why');

-- Whoever puts the wall up, and whoever is to agree, are named by it: what nobody can open, nobody could lift. Who is named as a person
-- also sees the record for as long as the wall stands; a role is named among those who see everybody anyway.
create function restriction_wall() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    insert into wall (id, person_id, kind, reason, began_at, decided_by) values (new.id, new.person_id, new.kind, new.reason, new.put_at, new.put_by);
    insert into wall_name (wall_id, staff_id) select new.id, one from unnest(array[new.put_by, new.second_id]) one where one is not null;
  elsif new.lifted_at is not null or new.agreed is false then
    update wall set until = coalesce(new.lifted_at, new.answered_at) where id = new.id;
    delete from sight where person_id = new.person_id and ground = 'restriction';
  end if;
  return null;
end $$;
create trigger restriction_wall after insert or update on restriction for each row execute function restriction_wall();
create function restriction_names() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into wall_name (wall_id, staff_id) values (new.restriction_id, coalesce(new.staff_id, role_principal(new.role))) on conflict do nothing;
  if new.staff_id is not null then
    insert into sight (principal, person_id, ground) values (new.staff_id, new.person_id, 'restriction') on conflict do nothing;
  end if;
  return null;
end $$;
create trigger restriction_names after insert on restriction_name for each row execute function restriction_names();
-- A sealed record is opened again by two people; a restricted one by whoever asks.
create function restriction_lifted() returns trigger language plpgsql security definer set search_path from current as $$
declare of restriction;
begin
  select * into of from restriction r where r.id = new.restriction_id for update;
  if new.agreed is not null and of.kind = 'sealed' and new.answered_by = new.asked_by then
    raise exception 'a sealed record is lifted by two people' using errcode = 'check_violation';
  end if;
  if new.agreed then update restriction set lifted_at = new.answered_at where id = new.restriction_id; end if;
  return null;
end $$;
create trigger restriction_lifted after insert or update on restriction_lifting for each row execute function restriction_lifted();

-- Somebody may say it before anybody is on record, and nobody learns from it whether somebody is: whoever is on record under that name and
-- day of birth, or comes on record, is barred.
create function bar_as_said() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.ended_at is not null then delete from barred where said_id = new.id; return null; end if;
  insert into barred (staff_id, person_id, said_id)
  select new.staff_id, new.person_id, new.id where new.person_id is not null
  union
  select new.staff_id, p.id, new.id from person p join person_name n on n.person_id = p.id where p.born_on = new.born_on and n.folded = new.folded
  on conflict do nothing;
  return null;
end $$;
create trigger bar_as_said after insert or update on own_or_relative for each row execute function bar_as_said();
create function bar_newcomer() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into barred (staff_id, person_id, said_id)
  select o.staff_id, p.id, o.id from person p join person_name n on n.person_id = p.id
  join own_or_relative o on o.born_on = p.born_on and o.folded = n.folded and o.ended_at is null and o.person_id is null
  where p.id = coalesce((to_jsonb(new) ->> 'person_id')::uuid, new.id)
  on conflict do nothing;
  return null;
end $$;
create trigger bar_newcomer after insert or update of given_name, family_name on person_name for each row execute function bar_newcomer();
create trigger bar_newcomer after update of born_on on person for each row execute function bar_newcomer();
