-- Two facts of a child, from when until when: in care, and on a protection plan. Each ends once; two of one kind never stand together.
create table period_of_care (
  id uuid primary key,
  person_id uuid not null references person,
  began_on date not null,
  basis text not null,
  placement text not null,
  on_island boolean not null,
  decided_by text not null check (length(decided_by) between 1 and 200),
  ended_on date check (ended_on >= began_on),
  end_decided_by text check (length(end_decided_by) between 1 and 200),
  check ((ended_on is null) = (end_decided_by is null)),
  -- The day of an end may be the day of the next beginning.
  constraint period_of_care_one_at_a_time exclude using gist (person_id with =, daterange(began_on, ended_on) with &&)
);
create table protection_plan (
  id uuid primary key,
  person_id uuid not null references person,
  began_on date not null,
  category text not null,
  decided_by text not null check (length(decided_by) between 1 and 200),
  ended_on date check (ended_on >= began_on),
  end_decided_by text check (length(end_decided_by) between 1 and 200),
  check ((ended_on is null) = (end_decided_by is null)),
  constraint protection_plan_one_at_a_time exclude using gist (person_id with =, daterange(began_on, ended_on) with &&)
);
create index period_of_care_person on period_of_care (person_id);
create index protection_plan_person on protection_plan (person_id);
call versioned('period_of_care');
call versioned('protection_plan');
call walled('period_of_care', 'person_id');
call walled('protection_plan', 'person_id');
create trigger set_once before update on period_of_care for each row execute function set_once('ended_on', 'end_decided_by');
create trigger set_once before update on protection_plan for each row execute function set_once('ended_on', 'end_decided_by');

-- Nothing of this begins before a child is born, nor from the day of turning eighteen. A plan may begin while the child is expected: so
-- many days before the birth as are named. The words for people stand in src/practice/people/childhood/rules.ts.
create function within_childhood() returns trigger language plpgsql as $$
declare life record; first_day date;
begin
  select born_on, due_on, died_on, born_on_certainty into life from person where id = new.person_id;
  if not found then raise exception 'nobody is on record here' using errcode = 'check_violation'; end if;
  if life.born_on is null and life.due_on is not null and tg_argv[0] = '0' then
    raise exception '% of a child who is not born', tg_table_name using errcode = 'check_violation';
  end if;
  if life.born_on_certainty <> 'known' then return new; end if;
  first_day := coalesce(life.born_on, life.due_on) - tg_argv[0]::integer;
  if new.began_on < first_day then raise exception '% before birth', tg_table_name using errcode = 'check_violation'; end if;
  if new.began_on >= life.born_on + interval '18 years' then
    raise exception '% of an adult', tg_table_name using errcode = 'check_violation';
  end if;
  if new.began_on > life.died_on then raise exception '% after death', tg_table_name using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger within_childhood before insert or update of began_on, person_id on period_of_care for each row execute function within_childhood('0');
create trigger within_childhood before insert or update of began_on, person_id on protection_plan for each row execute function within_childhood('280');

-- How many are in care and on a plan is counted past the walls, as every figure is (0006-figures.sql).
do $$ declare name text; target text; begin
  foreach name in array array['period_of_care', 'protection_plan'] loop
    foreach target in array array[name, name || '_history'] loop
      execute format('create policy totalled on %I for select to continuum_app using ((select counting()))', target);
    end loop;
  end loop;
end $$;

-- The rows of clocks are what due dates are reckoned by, so a row that says no whole time is refused.
alter table timescale add check (amount >= 1), add check ((unit = 'none') = (amount is null));
