-- Two records that somebody chose to compare are a pair like any other: the same page, the same answers, the same rules of a merge.
alter table duplicate_proposal drop constraint duplicate_proposal_occasion_check;
alter table duplicate_proposal add constraint duplicate_proposal_occasion_check check (occasion in ('put on record', 'at night', 'asked by somebody')) not valid;

-- Who was told of a police notification, and when, stands behind the wall of the notification: whoever sees everyone saw it of a sealed child, too.
do $$ declare name text; rule text; begin
  foreach name in array array['notification_receipt', 'notification_receipt_history'] loop
    rule := format('(%1$I.staff_id = (select actor()) or (select wide())) and exists (select from police_notification n where n.id = %1$I.police_notification_id)', name);
    execute format('alter policy seen on %I using (%s)', name, rule);
    execute format('alter policy changed on %I using (%s)', name, rule);
  end loop;
end $$;

-- Whether words of a share hold a guarded address is asked of what the writer may read, as in 0044-looks-reviewed.sql: asked past that, it let
-- whoever shares try addresses out. Where an agency reads, it is asked past the agency's sight still, from within shared_facts.
alter function gives_away_place(uuid, text) security invoker;
-- Whether somebody, a relative or somebody of the household has a guarded address, as far as the asker may know of it.
create function guarded_near_person(about uuid) returns boolean stable language sql as $$
  with near as (
    select about as person_id
    union select r.other_id from relationship r where r.person_id = about
    union select r.person_id from relationship r where r.other_id = about
    union select other.person_id from household_membership own join household_membership other on other.household_id = own.household_id where own.person_id = about
  )
  select exists (select from guarded_person g join near on near.person_id = g.person_id)
$$;
