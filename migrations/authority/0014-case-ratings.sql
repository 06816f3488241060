-- A rating of an open case: the risk of harm and the risk that the family breaks down, why, and what will be done. It is never changed: a
-- later one is put over it and names the one that it follows, so that nobody's rating is covered unseen.
create table case_rating (
  id uuid primary key,
  person_id uuid not null references person,
  harm text not null check (harm in ('green', 'amber', 'red')),
  breakdown text not null check (breakdown in ('green', 'amber', 'red')),
  why text not null check (length(why) between 1 and 4000),
  to_do text not null check (length(to_do) between 1 and 4000),
  -- The day that the manager chose. Without one it is looked at again when the clock of its colour says.
  look_again_on date,
  proposes_closing boolean not null default false,
  rated_by uuid not null references staff,
  rated_at timestamptz not null,
  follows uuid references case_rating,
  check (not proposes_closing or (harm = 'green' and breakdown = 'green')),
  check (look_again_on >= (rated_at at time zone 'Europe/Jersey')::date),
  check (follows <> id)
);
-- One first rating of a child, and one after each: of two at the same moment the second is told of the first.
create unique index case_rating_follows on case_rating (person_id, coalesce(follows, person_id));
create index case_rating_person on case_rating (person_id, rated_at desc);
call versioned('case_rating');
call walled('case_rating', 'person_id');
create trigger append_only before update or delete on case_rating for each row execute function append_only();

-- What is wrong with such a rating, in the words that the form knows; nothing where it may stand.
create function case_rating_problem(child uuid, rater uuid) returns text stable language sql as $$
  select case
    when not exists (select from open_period o where o.person_id = child and o.ended_on is null) then 'nothing open'
    when exists (select from allocation a where a.person_id = child and a.staff_id = rater and a.ended_on is null) then 'own case'
  end
$$;
create function case_rating_fits() returns trigger language plpgsql security definer set search_path from current as $$
declare problem text := case_rating_problem(new.person_id, new.rated_by);
begin
  if problem is not null then raise exception 'a rating: %', problem using errcode = 'check_violation'; end if;
  if new.follows is not null and not exists (select from case_rating r where r.id = new.follows and r.person_id = new.person_id) then
    raise exception 'a rating follows one of the same child' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger case_rating_fits before insert on case_rating for each row execute function case_rating_fits();
