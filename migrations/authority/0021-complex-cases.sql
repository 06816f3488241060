-- The register of complex cases: a child stands on it from a manager's decision until another's, with who leads, which agencies take part,
-- the thinking time that was booked and held, and the reviews.
create table complex_case (
  id uuid primary key,
  person_id uuid not null references person,
  entered_on date not null,
  entered_by uuid not null references staff,
  entered_why text not null check (length(entered_why) between 1 and 4000),
  lead_id uuid not null references staff,
  left_on date check (left_on >= entered_on),
  left_by uuid references staff,
  left_why text check (length(left_why) between 1 and 4000),
  unique (id, person_id),
  check (num_nonnulls(left_on, left_by, left_why) in (0, 3)),
  -- The day on which a child leaves the register may be the day of entering it again.
  constraint complex_case_one_at_a_time exclude using gist (person_id with =, daterange(entered_on, left_on) with &&)
);
create unique index complex_case_one_open on complex_case (person_id) where left_on is null;
create index complex_case_person on complex_case (person_id);

create table complex_case_agency (
  id uuid primary key,
  complex_case_id uuid not null,
  person_id uuid not null,
  agency_id uuid references agency,
  named text check (length(named) between 1 and 200),
  who text check (length(who) between 1 and 200),
  foreign key (complex_case_id, person_id) references complex_case (id, person_id),
  check (num_nonnulls(agency_id, named) = 1)
);
create index complex_case_agency_case on complex_case_agency (complex_case_id);
create index complex_case_agency_person on complex_case_agency (person_id);

-- An hour to think, booked and then held, or not held and why.
create table thinking_time (
  id uuid primary key,
  complex_case_id uuid not null,
  person_id uuid not null,
  booked_on date not null,
  booked_minutes integer not null check (booked_minutes between 5 and 600),
  booked_by uuid not null references staff,
  who text not null check (length(who) between 1 and 1000),
  held_on date,
  held_minutes integer check (held_minutes between 5 and 600),
  not_held_why text check (length(not_held_why) between 1 and 2000),
  ended_by uuid references staff,
  foreign key (complex_case_id, person_id) references complex_case (id, person_id),
  check ((held_on is null) = (held_minutes is null)),
  check (held_on is null or not_held_why is null),
  check ((ended_by is null) = (held_on is null and not_held_why is null))
);
create index thinking_time_case on thinking_time (complex_case_id);
create index thinking_time_person on thinking_time (person_id);

create table complex_case_review (
  id uuid primary key,
  complex_case_id uuid not null,
  person_id uuid not null,
  reviewed_on date not null,
  reviewed_by uuid not null references staff,
  words text not null check (length(words) between 1 and 60000),
  foreign key (complex_case_id, person_id) references complex_case (id, person_id)
);
create index complex_case_review_case on complex_case_review (complex_case_id, reviewed_on);
create index complex_case_review_person on complex_case_review (person_id);

do $$ declare name text; begin
  foreach name in array array['complex_case', 'complex_case_agency', 'thinking_time', 'complex_case_review'] loop
    call versioned(name);
    call walled(name, 'person_id');
  end loop;
end $$;
create trigger set_once before update on complex_case for each row execute function set_once('left_on', 'left_by', 'left_why');
create trigger set_once before update on thinking_time for each row
  execute function set_once('held_on', 'held_minutes', 'not_held_why', 'ended_by');
create trigger not_of_tomorrow before insert or update on complex_case for each row execute function not_of_tomorrow('entered_on');
create trigger left_not_tomorrow before insert or update on complex_case for each row execute function not_of_tomorrow('left_on');
create trigger not_of_tomorrow before insert or update on thinking_time for each row execute function not_of_tomorrow('held_on');
create trigger not_of_tomorrow before insert or update on complex_case_review for each row execute function not_of_tomorrow('reviewed_on');

-- Nothing more is booked or reviewed of what has left the register; the row is held, so that it does not leave meanwhile.
create function on_the_register() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform from complex_case c where c.id = new.complex_case_id and c.left_on is null for share;
  if not found then raise exception '% of what is not on the register', tg_table_name using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger on_the_register before insert on thinking_time for each row execute function on_the_register();
create trigger on_the_register before insert on complex_case_review for each row execute function on_the_register();
create trigger on_the_register before insert on complex_case_agency for each row execute function on_the_register();
