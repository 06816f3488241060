-- A rating exercise: every case that is open at an instant, to be rated by the managers. One goes on at a time.
create table rating_exercise (
  id uuid primary key,
  title text not null check (length(title) between 1 and 200),
  frozen_at timestamptz not null,
  frozen_by uuid not null references staff,
  closed_at timestamptz check (closed_at >= frozen_at),
  closed_by uuid,
  closed_note text check (length(closed_note) <= 4000),
  check ((closed_at is null) = (closed_by is null))
);
create unique index rating_exercise_one_open on rating_exercise ((true)) where closed_at is null;
call versioned('rating_exercise');
create trigger set_once before update on rating_exercise for each row execute function set_once('closed_at', 'closed_by', 'closed_note');

-- A case as it stood at the instant: what was open, who worked with the child, which team had the child. Then whom it was dealt to, and
-- whether it lies on the table to be talked over. How it was rated stands in case_rating.
create table rating_case (
  id uuid primary key,
  exercise_id uuid not null references rating_exercise,
  person_id uuid not null references person,
  opened_on date not null,
  kinds text[] not null,
  worker_id uuid references staff,
  co_worker_ids uuid[] not null default '{}',
  team_id uuid references team,
  -- The same for brothers and sisters, so that they are rated one after the other.
  family uuid not null,
  dealt_to uuid references staff,
  dealt_by uuid references staff,
  dealt_at timestamptz,
  dealt_why text check (length(dealt_why) <= 2000),
  table_at timestamptz,
  table_by uuid references staff,
  table_question text check (length(table_question) between 1 and 2000),
  unique (exercise_id, person_id),
  check (num_nonnulls(dealt_to, dealt_by, dealt_at) in (0, 3)),
  check (num_nonnulls(table_at, table_by, table_question) in (0, 3))
);
create index rating_case_person on rating_case (person_id);
create index rating_case_dealt_to on rating_case (exercise_id, dealt_to);
call versioned('rating_case');
call walled('rating_case', 'person_id');
-- Nobody adds a case to an exercise: the freezing does.
drop policy added on rating_case;

create function rating_case_stands() returns trigger language plpgsql as $$
begin
  if (new.id, new.exercise_id, new.person_id, new.opened_on, new.kinds, new.worker_id, new.co_worker_ids, new.team_id, new.family)
    is distinct from (old.id, old.exercise_id, old.person_id, old.opened_on, old.kinds, old.worker_id, old.co_worker_ids, old.team_id, old.family) then
    raise exception 'what was frozen stands' using errcode = 'check_violation';
  end if;
  perform from rating_exercise e where e.id = new.exercise_id and e.closed_at is null for share;
  if not found then raise exception 'the exercise is closed' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger rating_case_stands before update on rating_case for each row execute function rating_case_stands();

-- Every open case is in it, also one that whoever froze it may not see: they are told how many, and not which.
create function freeze_open_cases() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into rating_case (id, exercise_id, person_id, opened_on, kinds, worker_id, co_worker_ids, team_id, family)
  select gen_random_uuid(), new.id, open.person_id, open.opened_on, open.kinds,
    (select a.staff_id from allocation a where a.person_id = open.person_id and a.kind = 'worker' and a.ended_on is null),
    array(select a.staff_id from allocation a where a.person_id = open.person_id and a.kind = 'co-worker' and a.ended_on is null),
    (select p.team_id from period_of_service p where p.person_id = open.person_id and p.ended_on is null and p.team_id is not null order by p.began_on limit 1),
    coalesce(
      (select m.household_id from household_membership m where m.person_id = open.person_id and m.until_on is null order by m.recorded_at desc limit 1),
      (select least(r.other_id, open.person_id) from relationship r where r.person_id = open.person_id
        and r.kind in ('brother or sister', 'half-brother or half-sister', 'stepbrother or stepsister') order by r.other_id limit 1),
      open.person_id)
  from (select o.person_id, min(o.began_on) as opened_on, array_agg(distinct o.kind) as kinds from open_period o
    where o.ended_on is null and o.began_on is not null group by o.person_id) open;
  return null;
end $$;
create trigger freeze_open_cases after insert on rating_exercise for each row execute function freeze_open_cases();

-- To rate a case one must see whom it is about: whoever it is dealt to sees the child while the exercise goes on, and no longer. A wall
-- stands above it, as above every sight.
create function rating_sight() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_table_name = 'rating_exercise' then
    delete from sight where ground = 'rating' and person_id in (select person_id from rating_case where exercise_id = new.id);
    return null;
  end if;
  delete from sight where person_id = new.person_id and ground = 'rating';
  insert into sight (principal, person_id, ground)
  select c.dealt_to, c.person_id, 'rating' from rating_case c join rating_exercise e on e.id = c.exercise_id
    where c.person_id = new.person_id and c.dealt_to is not null and e.closed_at is null;
  return null;
end $$;
create trigger rating_sight_first after insert on rating_case for each row when (new.dealt_to is not null) execute function rating_sight();
create trigger rating_sight after update of dealt_to on rating_case for each row execute function rating_sight();
create trigger rating_sight after update of closed_at on rating_exercise for each row execute function rating_sight();

-- A rating knows the case of the exercise in which it was made.
alter table case_rating add column rating_case_id uuid references rating_case;
create index case_rating_case on case_rating (rating_case_id) where rating_case_id is not null;
call versioned('case_rating');

create function rating_case_problem(place uuid, child uuid, rater uuid) returns text stable language sql as $$
  select case
    when c.id is null then 'another child'
    when e.closed_at is not null then 'exercise closed'
    when rater = c.worker_id or rater = any (c.co_worker_ids) then 'own case then'
  end
  from (select 1) one left join rating_case c on c.id = place and c.person_id = child left join rating_exercise e on e.id = c.exercise_id
$$;
create or replace function case_rating_fits() returns trigger language plpgsql security definer set search_path from current as $$
declare problem text := case_rating_problem(new.person_id, new.rated_by);
begin
  if new.rating_case_id is not null then
    perform from rating_exercise e join rating_case c on c.exercise_id = e.id where c.id = new.rating_case_id for share of e;
    problem := coalesce(rating_case_problem(new.rating_case_id, new.person_id, new.rated_by), problem);
  end if;
  if problem is not null then raise exception 'a rating: %', problem using errcode = 'check_violation'; end if;
  if new.follows is not null and not exists (select from case_rating r where r.id = new.follows and r.person_id = new.person_id) then
    raise exception 'a rating follows one of the same child' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- How far an exercise is: every case counts, also one that the asker may not see, and nothing says which it is.
create function rating_progress(exercise uuid) returns table (dealt_to uuid, cases bigint, rated bigint, ended bigint, on_table bigint)
  language sql stable security definer set search_path from current as $$
  select dealt_to, count(*), count(*) filter (where rated_at is not null), count(*) filter (where rated_at is null and not is_open),
    count(*) filter (where is_open and table_at > coalesce(rated_at, '-infinity'))
  from (
    select c.dealt_to, c.table_at, (select max(r.rated_at) from case_rating r where r.rating_case_id = c.id) as rated_at,
      exists (select from open_period o where o.person_id = c.person_id and o.ended_on is null) as is_open
    from rating_case c where c.exercise_id = exercise
  ) frozen group by dealt_to
$$;
revoke execute on function rating_progress(uuid) from public;
grant execute on function rating_progress(uuid) to continuum_app;
