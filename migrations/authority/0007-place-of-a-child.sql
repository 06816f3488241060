-- Where a child of a contact was said to live, learn and see a doctor: apart from the child, behind a wall of its own. One row a child, under
-- the child's own id; none where nothing was said.
create table contact_child_place (
  id uuid primary key references contact_child,
  contact_id uuid not null references contact,
  school text check (length(school) <= 200),
  general_practice text check (length(general_practice) <= 200),
  address text check (length(address) <= 500),
  parish text
);
create index contact_child_place_contact on contact_child_place (contact_id);
call versioned('contact_child_place');

-- What stood on the child until now, with every version of it and when each was recorded and by whom.
alter table contact_child_place disable trigger user;
create temporary table placed on commit drop as
  select id from contact_child where coalesce(school, general_practice, address, parish) is not null
  union select id from contact_child_history where coalesce(school, general_practice, address, parish) is not null;
insert into contact_child_place (id, contact_id, school, general_practice, address, parish, recorded_at, recorded_by, provenance, legacy_id)
  select id, contact_id, school, general_practice, address, parish, recorded_at, recorded_by, provenance, legacy_id
  from contact_child where id in (select id from placed);
insert into contact_child_place_history (id, contact_id, school, general_practice, address, parish, recorded_at, recorded_by, provenance, legacy_id, superseded_at)
  select id, contact_id, school, general_practice, address, parish, recorded_at, recorded_by, provenance, legacy_id, superseded_at
  from contact_child_history where id in (select id from placed);
alter table contact_child_place enable trigger user;

drop view contact_child_known;
alter table contact_child drop column school, drop column general_practice, drop column address, drop column parish;
alter table contact_child_history drop column school, drop column general_practice, drop column address, drop column parish;
call versioned('contact_child');

-- Children of one contact mostly live together: where one of them lives at a guarded address, the place of none of them is shown. Asked past
-- the asker's own sight, because they may see a contact through another of its children.
create function place_is_guarded(of_contact uuid) returns boolean stable language sql security definer set search_path from current as $$
  select exists (select from contact_person p join guarded_person g on g.person_id = p.person_id where p.contact_id = of_contact)
$$;
revoke execute on function place_is_guarded(uuid) from public;
grant execute on function place_is_guarded(uuid) to continuum_app;
call walled_by('contact_child_place', $rule$ exists (select from contact c where c.id = {table}.contact_id)
  and ((select may_read('guarded address')) or not place_is_guarded({table}.contact_id)) $rule$);

-- A correction repeats what it said before and says now: of a place it stands behind the same wall, as well as its own.
alter table correction add column of_place boolean not null default false;
call versioned('correction');
alter table correction disable trigger user;
update correction set of_place = true where what like '%: School';
update correction_history set of_place = what like '%: School';
alter table correction enable trigger user;
do $$ declare target text; begin
  foreach target in array array['correction', 'correction_history'] loop
    execute format('create policy placed on %1$I as restrictive for select to continuum_app
      using (not of_place or (select may_read(''guarded address'')) or not place_is_guarded(contact_id))', target);
  end loop;
end $$;

-- A contact about a child who is open already goes to whoever works with the child: a line for each person told, until they say they read it.
create table contact_notice (
  id uuid primary key,
  contact_id uuid not null references contact,
  contact_child_id uuid not null references contact_child,
  decision_id uuid not null references decision,
  staff_id uuid not null references staff,
  sent_at timestamptz not null,
  acknowledged_at timestamptz check (acknowledged_at >= sent_at),
  withdrawn_at timestamptz,
  withdrawn_by uuid
);
create unique index contact_notice_once on contact_notice (decision_id, staff_id) where withdrawn_at is null;
create index contact_notice_waiting on contact_notice (staff_id) where acknowledged_at is null and withdrawn_at is null;
call versioned('contact_notice');
call walled_by('contact_notice', 'exists (select from contact c where c.id = {table}.contact_id) and ({table}.staff_id = (select actor()) or (select wide()))');
create trigger set_once before update on contact_notice for each row execute function set_once('acknowledged_at', 'withdrawn_at', 'withdrawn_by');

-- What was opened may turn out to be about somebody else: then the team loses the child it was opened for, and gains the other.
create or replace function team_sight() returns trigger language plpgsql security definer set search_path from current as $$
declare persons uuid[] := array[new.person_id];
begin
  if tg_op = 'UPDATE' and old.person_id <> new.person_id then persons := persons || old.person_id; end if;
  delete from sight where person_id = any (persons) and ground = 'what follows';
  insert into sight (principal, person_id, ground)
  select distinct team_id, person_id, 'what follows' from (
    select team_id, person_id from referral where person_id = any (persons) and withdrawn_at is null and declined_on is null and ended_on is null
    union all
    select team_id, person_id from early_help_episode where person_id = any (persons) and withdrawn_at is null and reply <> 'declined' and ended_on is null
  ) open where team_id is not null;
  return null;
end $$;
