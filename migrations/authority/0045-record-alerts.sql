-- Alerts of a record: what nobody who meets the person may overlook. Each has a day on which somebody looks at it again; it ends by a decision.
create table record_alert (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (length(kind) between 1 and 100),
  words text not null check (length(words) between 1 and 300),
  -- Whether they were told, or whoever answers for a child; where not, why.
  told boolean not null,
  told_words text check (length(told_words) between 1 and 2000),
  put_by uuid not null references staff,
  put_at timestamptz not null,
  review_on date not null,
  ended_at timestamptz check (ended_at >= put_at),
  ended_by uuid references staff,
  ended_why text check (length(ended_why) between 1 and 2000),
  check (told or told_words is not null),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_why is null)),
  unique (id, person_id)
);
create index record_alert_person on record_alert (person_id);
-- Somebody looked at it again, and it goes on.
create table record_alert_review (
  id uuid primary key,
  alert_id uuid not null,
  person_id uuid not null references person,
  words text not null check (length(words) between 1 and 2000),
  next_on date not null,
  reviewed_by uuid not null references staff,
  reviewed_at timestamptz not null,
  foreign key (alert_id, person_id) references record_alert (id, person_id) on update cascade
);
create index record_alert_review_alert on record_alert_review (alert_id);
create index record_alert_review_person on record_alert_review (person_id);

do $$ declare name text; begin
  foreach name in array array['record_alert', 'record_alert_review'] loop
    call versioned(name);
    call walled(name, 'person_id');
  end loop;
end $$;
create trigger set_once before update on record_alert for each row
  execute function set_once('person_id', 'kind', 'words', 'told', 'told_words', 'put_by', 'put_at', 'ended_at', 'ended_by', 'ended_why');
create trigger set_once before update on record_alert_review for each row
  execute function set_once('person_id', 'alert_id', 'words', 'next_on', 'reviewed_by', 'reviewed_at');

-- What ended is not looked at again; and the day moves with a review and with nothing else.
create function record_alert_looked_at() returns trigger language plpgsql as $$
begin
  update record_alert set review_on = new.next_on where id = new.alert_id and ended_at is null;
  if not found then
    raise exception 'an alert that has ended is not looked at again' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger looked_at after insert on record_alert_review for each row execute function record_alert_looked_at();
create function record_alert_day_moves() returns trigger language plpgsql as $$
begin
  if new.review_on <> old.review_on and pg_trigger_depth() < 2 then
    raise exception 'the day moves when somebody has looked at it again' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger day_moves before update of review_on on record_alert for each row execute function record_alert_day_moves();

insert into merge_rule (relation, answer, follows) values ('record_alert', 'assigned', null), ('record_alert_review', 'follows', 'record_alert');
