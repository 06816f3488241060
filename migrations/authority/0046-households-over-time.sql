-- Households over time: who came to live in one and when, how sure that is, who said so and why; and in the same way who left. What turns out to be
-- wrong is taken back with its reason, and said anew. Whoever asks who lives there now asks for what has not ended, as before: what was taken back
-- has ended in any case.
alter table household_membership
  -- Nothing where nobody said whether somebody has another home: so it was recorded before this was asked, and so a contact records it.
  add column kind text,
  add column days text[] not null default '{}',
  add column days_words text,
  add column from_about boolean not null default false,
  add column until_about boolean not null default false,
  add column came_why text,
  add column left_why text,
  add column until_provenance text,
  add column corrects uuid,
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_why text;
-- Every row that is there fulfils these, since the columns are new: they need not be read for it.
alter table household_membership
  add constraint household_membership_kind check (kind in ('home', 'part of the time')) not valid,
  add constraint household_membership_days check (days <@ array['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    and length(days_words) between 1 and 200 and (kind = 'part of the time' or (days = '{}' and days_words is null))) not valid,
  add constraint household_membership_about check ((not from_about or from_on is not null) and (not until_about or until_on is not null)) not valid,
  add constraint household_membership_words check (length(came_why) between 1 and 2000 and length(left_why) between 1 and 2000
    and length(withdrawn_why) between 1 and 2000) not valid,
  add constraint household_membership_until_provenance check (until_provenance in ('worker', 'child', 'family', 'referrer', 'partner agency', 'import', 'generator', 'system')) not valid,
  add constraint household_membership_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null)
    and (withdrawn_at is null or until_on is not null)) not valid,
  add constraint household_membership_corrects foreign key (corrects) references household_membership not valid,
  add constraint household_membership_withdrawn_by foreign key (withdrawn_by) references staff not valid;
-- One home at a time; and nobody is in one household twice at a time. In two, somebody lives part of the time. While it serves: both are empty when
-- they are made.
alter table household_membership
  add constraint household_membership_one_home exclude using gist (person_id with =, daterange(from_on, until_on) with &&)
    where (kind = 'home' and withdrawn_at is null),
  add constraint household_membership_once exclude using gist (person_id with =, household_id with =, daterange(from_on, until_on) with &&)
    where (kind is not null and withdrawn_at is null);
-- While it serves: empty when it is made.
create index household_membership_corrected on household_membership (corrects) where corrects is not null;
call versioned('household_membership');
create trigger set_once before update on household_membership for each row execute function set_once('person_id', 'household_id', 'kind', 'days', 'from_on', 'until_on',
  'came_why', 'left_why', 'until_provenance', 'corrects', 'withdrawn_at', 'withdrawn_by', 'withdrawn_why');

-- Where somebody lived, and how sure the days are.
alter table address
  add column from_about boolean not null default false,
  add column until_about boolean not null default false,
  add column why text;
alter table address
  add constraint address_about check ((not from_about or from_on is not null) and (not until_about or until_on is not null) and length(why) between 1 and 2000) not valid;
call versioned('address');

-- Somebody lives somewhere within their life, and no move lies ahead. An unborn child lives with whoever carries it.
create function household_membership_fits() returns trigger language plpgsql security definer set search_path from current as $$
declare life person; today date := (instant() at time zone 'Europe/Jersey')::date;
begin
  select * into life from person where id = new.person_id;
  if new.kind is not null and (new.from_on > today or new.from_on > life.died_on
    or new.from_on < coalesce(life.due_on - 280, case when life.born_on_certainty = 'known' then life.born_on end)) then
    raise exception 'somebody moves within their life, and not ahead of today' using errcode = 'check_violation';
  end if;
  if new.until_on > today or (new.until_on > life.died_on and new.withdrawn_at is null) then
    raise exception 'somebody leaves within their life, and not ahead of today' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger fits before insert or update on household_membership for each row execute function household_membership_fits();
