-- What a decision of the hub opens: an early-help episode, or a referral to social care. "Open" is defined here, once.
create table early_help_episode (
  id uuid primary key,
  person_id uuid not null references person,
  contact_id uuid,
  decision_id uuid,
  team_id uuid references team,
  offered_on date not null,
  reply text not null check (reply in ('accepted', 'declined', 'not answered yet')),
  -- The day on which the family said what stands in "reply".
  replied_on date check (replied_on >= offered_on),
  declined_reason text check (length(declined_reason) <= 2000),
  what_was_said text not null check (length(what_was_said) <= 60000),
  began_on date check (began_on >= offered_on),
  ended_on date check (ended_on >= began_on),
  ended_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  check (reply = 'accepted' or began_on is null),
  check (reply <> 'declined' or declined_reason is not null),
  check (withdrawn_at is null or began_on is null)
);
create table referral (
  id uuid primary key,
  person_id uuid not null references person,
  contact_id uuid,
  decision_id uuid,
  team_id uuid references team,
  referred_at timestamptz not null,
  referred_on date not null,
  source text not null,
  what_was_said text not null check (length(what_was_said) <= 60000),
  reason text not null check (length(reason) between 1 and 4000),
  level_of_need integer check (level_of_need between 1 and 4),
  discussion_wanted_today boolean not null default false,
  accepted_on date check (accepted_on >= referred_on),
  accepted_by uuid,
  declined_on date check (declined_on >= referred_on),
  declined_by uuid,
  declined_reason text check (length(declined_reason) <= 2000),
  ended_on date check (ended_on >= accepted_on),
  ended_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  check (accepted_on is null or declined_on is null),
  check (declined_on is null or declined_reason is not null),
  check (ended_on is null or accepted_on is not null),
  check (withdrawn_at is null or (accepted_on is null and declined_on is null))
);
create index referral_referred_on on referral (referred_on);
create index referral_undecided on referral (referred_on) where accepted_on is null and declined_on is null and withdrawn_at is null;
call versioned('early_help_episode');
call versioned('referral');
call walled('early_help_episode', 'person_id');
call walled('referral', 'person_id');
create index early_help_episode_person on early_help_episode (person_id);
create index referral_person on referral (person_id);
create index early_help_episode_open on early_help_episode (person_id) where began_on is not null and ended_on is null;
create index referral_open on referral (person_id) where accepted_on is not null and ended_on is null;
create trigger set_once before update on early_help_episode for each row execute function set_once('began_on', 'ended_on', 'ended_by', 'withdrawn_at', 'withdrawn_by');
create trigger set_once before update on referral for each row execute function set_once('accepted_on', 'declined_on', 'ended_on', 'ended_by', 'withdrawn_at', 'withdrawn_by');

-- The team that something was opened for sees the child while it waits or goes on. Kept in the transaction that opens or ends it.
create function team_sight() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from sight where person_id = new.person_id and ground = 'what follows';
  insert into sight (principal, person_id, ground)
  select distinct team_id, new.person_id, 'what follows' from (
    select team_id from referral where person_id = new.person_id and withdrawn_at is null and declined_on is null and ended_on is null
    union all
    select team_id from early_help_episode where person_id = new.person_id and withdrawn_at is null and reply <> 'declined' and ended_on is null
  ) open where team_id is not null;
  return null;
end $$;
create trigger team_sight after insert or update on referral for each row execute function team_sight();
create trigger team_sight after insert or update on early_help_episode for each row execute function team_sight();

-- Open: a referral accepted or a period of service begun, and not ended.
create view open_period with (security_invoker = true) as
  select person_id, 'referral' as kind, id, accepted_on as began_on, ended_on from referral where accepted_on is not null
  union all
  select person_id, 'early help' as kind, id, began_on, ended_on from early_help_episode where began_on is not null;
create view open_period_known with (security_invoker = true) as
  select person_id, 'referral' as kind, id, accepted_on as began_on, ended_on from referral_known where accepted_on is not null
  union all
  select person_id, 'early help' as kind, id, began_on, ended_on from early_help_episode_known where began_on is not null;
grant select on open_period, open_period_known to continuum_app;
