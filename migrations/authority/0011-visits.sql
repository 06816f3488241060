-- A visit: somebody went to see a child, or rang. Children who were visited together share one visit; what is written of each child stands
-- apart, in that child's file alone, and what the others must not know stands apart once more.
create table visit (
  id uuid primary key,
  visited_on date not null,
  visited_time time,
  place text not null check (place in ('home', 'school', 'video', 'telephone', 'elsewhere')),
  manner text not null check (manner in ('planned', 'unannounced')),
  nobody_in boolean not null default false,
  visited_by uuid not null references staff,
  companions text check (length(companions) between 1 and 200),
  -- Stands in the file of every child of the visit.
  words text check (length(words) <= 60000),
  agreed text check (length(agreed) <= 60000),
  version integer not null default 1 check (version >= 1)
);
create table visit_child (
  id uuid primary key,
  visit_id uuid not null references visit,
  person_id uuid not null references person,
  seen boolean not null,
  alone boolean not null,
  bedroom_seen boolean not null,
  said text check (length(said) <= 60000),
  words text check (length(words) <= 60000),
  unique (visit_id, person_id),
  check (seen or not alone)
);
create index visit_child_person on visit_child (person_id);
-- Under the id of the child of the visit. A row without words says that there were some before.
create table visit_withheld (
  id uuid primary key references visit_child,
  person_id uuid not null references person,
  words text check (length(words) between 1 and 60000)
);
create index visit_withheld_person on visit_withheld (person_id);
-- Why what stands in the file of a child is another than before. The words before stand in the history.
create table visit_correction (
  id uuid primary key,
  visit_child_id uuid not null references visit_child,
  person_id uuid not null references person,
  reason text not null check (length(reason) between 1 and 2000),
  corrected_at timestamptz not null,
  corrected_by uuid not null references staff
);
create index visit_correction_child on visit_correction (visit_child_id);

do $$ declare name text; begin
  foreach name in array array['visit', 'visit_child', 'visit_withheld', 'visit_correction'] loop
    call versioned(name);
  end loop;
  foreach name in array array['visit_child', 'visit_withheld', 'visit_correction'] loop
    call walled(name, 'person_id');
  end loop;
end $$;
call walled_by('visit', 'exists (select from visit_child c where c.visit_id = {table}.id)');
create trigger append_only before update or delete on visit_correction for each row execute function append_only();

-- What is wrong with such a visit to this child, in the words that the form knows; nothing where it may stand.
create function visit_problem(child uuid, seen boolean, bedroom_seen boolean, day date, place text, nobody_in boolean)
returns text stable language sql as $$
  select case
    when exists (select from person p where p.id = child and p.born_on_certainty = 'known' and p.born_on > day) then 'before birth'
    when not exists (select from open_period o where o.person_id = child and o.began_on <= day and coalesce(o.ended_on, day) >= day) then 'nothing open'
    when seen and nobody_in then 'nobody in'
    when seen and place = 'telephone' then 'not seen by telephone'
    when bedroom_seen and (nobody_in or place <> 'home') then 'not at home'
  end
$$;

-- Children of one visit share its day and place, also those whom the asker may not see: asked past their sight, it says yes or no.
create function visit_fits_the_others(child_of_visit uuid, day date, place text, nobody_in boolean) returns boolean
stable language sql security definer set search_path from current as $$
  select not exists (select from visit_child own join visit_child other on other.visit_id = own.visit_id and other.id <> own.id
    where own.id = child_of_visit and visit_problem(other.person_id, other.seen, other.bedroom_seen, day, place, nobody_in) is not null)
$$;
revoke execute on function visit_fits_the_others(uuid, date, text, boolean) from public;
grant execute on function visit_fits_the_others(uuid, date, text, boolean) to continuum_app;

-- At the end of the transaction, when the visit and all its children stand as they are to stand.
create function visit_fits() returns trigger language plpgsql security definer set search_path from current as $$
declare kept visit; problem text;
begin
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
create constraint trigger visit_fits after insert or update on visit deferrable initially deferred for each row execute function visit_fits();
create constraint trigger visit_fits after insert or update on visit_child deferrable initially deferred for each row execute function visit_fits();
