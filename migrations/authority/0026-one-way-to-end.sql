-- A period of service ends in one way: by a closing that was discussed with the family and authorised, or for a reason that needs none, since
-- something else ended it. What began it, a referral or an offer of early help, ends with it. Only what never became work ends by itself, with
-- a plain reason: it was opened in error, or it is the same as another that is open. What was written before, and what a generator or an
-- import writes, stands as it stands.
do $$ declare name text; begin
  foreach name in array array['referral', 'early_help_episode'] loop
    execute format('alter table %I add column ended_reason text check (ended_reason in (''in error'', ''duplicate'')),
      add column ended_words text check (length(ended_words) between 1 and 4000),
      add check ((ended_reason is null) = (ended_words is null)), add check (ended_reason is null or ended_on is not null)', name);
    call versioned(name);
  end loop;
end $$;
drop trigger set_once on referral;
create trigger set_once before update on referral for each row execute function
  set_once('accepted_on', 'declined_on', 'ended_on', 'ended_by', 'ended_reason', 'ended_words', 'withdrawn_at', 'withdrawn_by');
drop trigger set_once on early_help_episode;
create trigger set_once before update on early_help_episode for each row execute function
  set_once('began_on', 'ended_on', 'ended_by', 'ended_reason', 'ended_words', 'withdrawn_at', 'withdrawn_by');

-- A visit, a plan or care since a period began is work: it was not opened in error.
create function became_work(period uuid) returns boolean stable language sql as $$
  select exists (select from period_of_service p where p.id = period and (
    exists (select from visit_child c join visit v on v.id = c.visit_id where c.person_id = p.person_id and v.visited_on >= p.began_on)
    or exists (select from protection_plan n where n.person_id = p.person_id and n.began_on >= p.began_on)
    or exists (select from period_of_care n where n.person_id = p.person_id and n.began_on >= p.began_on)))
$$;

-- The reasons that need no closing stand here too; any other, also one that is added to the list, needs one.
create function ends_with_the_family() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.ended_on is null or old.ended_on is not null or current_setting('app.provenance', true) in ('generator', 'import') then return new; end if;
  if new.ended_reason in ('goes on as another', 'moved away', 'adult care', 'residence order', 'adopted', 'died') then return new; end if;
  if new.ended_reason = 'in error' then
    if became_work(new.id) then raise exception 'what became work was not opened in error' using errcode = 'check_violation'; end if;
  elsif not exists (select from closing c where c.period_of_service_id = new.id and c.authorised_at is not null) then
    raise exception 'a period of service ends with the family, by a closing that was authorised' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ends_with_the_family before update on period_of_service for each row execute function ends_with_the_family();

create or replace function period_of_referral() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if current_setting('app.provenance', true) = 'generator' or new.accepted_on is null then return null; end if;
  if tg_op = 'UPDATE' and new.person_id <> old.person_id then
    delete from period_of_service p where p.referral_id = new.id and p.ended_on is null
      and exists (select from period_of_service o where o.person_id = new.person_id and o.kind = p.kind and o.ended_on is null);
    update period_of_service set person_id = new.person_id where referral_id = new.id;
    insert into period_of_service (id, person_id, kind, basis, referral_id, team_id, began_on, began_by)
      select gen_random_uuid(), person_id, 'assessment', 'referral accepted', id, team_id, accepted_on, accepted_by from referral
      where person_id = old.person_id and accepted_on is not null and ended_on is null order by accepted_on limit 1
      on conflict do nothing;
  end if;
  if new.ended_on is null then
    if exists (select from period_of_service where new.id in (id, referral_id)) then return null; end if;
    insert into period_of_service as p (id, person_id, kind, basis, referral_id, team_id, began_on, began_by)
      values (new.id, new.person_id, 'assessment', 'referral accepted', new.id, new.team_id, new.accepted_on, new.accepted_by)
      on conflict (person_id, kind) where ended_on is null do update
      set referral_id = excluded.referral_id, began_on = excluded.began_on, began_by = excluded.began_by
      where p.referral_id is not null and (excluded.began_on < p.began_on
        or excluded.began_on = p.began_on and new.referred_at < (select r.referred_at from referral r where r.id = p.referral_id));
  elsif tg_op = 'INSERT' then
    insert into period_of_service (id, person_id, kind, basis, referral_id, team_id, began_on, began_by, ended_on, ended_by, ended_reason)
      values (new.id, new.person_id, 'assessment', 'referral accepted', new.id, new.team_id, new.accepted_on, new.accepted_by,
        new.ended_on, new.ended_by, 'work done') on conflict do nothing;
  elsif old.ended_on is null and exists (select from period_of_service p
      where p.person_id = new.person_id and p.kind = 'assessment' and p.referral_id is not null and p.ended_on is null) then
    if new.ended_reason is null then raise exception 'a referral that became work ends with its period of service' using errcode = 'check_violation'; end if;
    if not exists (select from referral where person_id = new.person_id and accepted_on is not null and ended_on is null) then
      update period_of_service set ended_on = new.ended_on, ended_by = new.ended_by, ended_reason = new.ended_reason, ended_words = new.ended_words
        where person_id = new.person_id and kind = 'assessment' and referral_id is not null and ended_on is null;
    end if;
  end if;
  return null;
end $$;

create or replace function period_of_episode() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if current_setting('app.provenance', true) = 'generator' or new.began_on is null then return null; end if;
  if tg_op = 'UPDATE' and new.person_id <> old.person_id then
    delete from period_of_service p where p.early_help_episode_id = new.id and p.ended_on is null
      and exists (select from period_of_service o where o.person_id = new.person_id and o.kind = p.kind and o.ended_on is null);
    update period_of_service set person_id = new.person_id where early_help_episode_id = new.id;
    insert into period_of_service (id, person_id, kind, basis, early_help_episode_id, team_id, began_on)
      select gen_random_uuid(), person_id, 'early help', 'early help begun', id, team_id, began_on from early_help_episode
      where person_id = old.person_id and began_on is not null and ended_on is null order by began_on limit 1
      on conflict do nothing;
  end if;
  if new.ended_on is null then
    if exists (select from period_of_service where new.id in (id, early_help_episode_id)) then return null; end if;
    insert into period_of_service as p (id, person_id, kind, basis, early_help_episode_id, team_id, began_on, began_by)
      values (new.id, new.person_id, 'early help', 'early help begun', new.id, new.team_id, new.began_on, actor())
      on conflict (person_id, kind) where ended_on is null do update
      set early_help_episode_id = excluded.early_help_episode_id, began_on = excluded.began_on
      where p.early_help_episode_id is not null and excluded.began_on < p.began_on;
  elsif tg_op = 'INSERT' then
    insert into period_of_service (id, person_id, kind, basis, early_help_episode_id, team_id, began_on, ended_on, ended_by, ended_reason)
      values (new.id, new.person_id, 'early help', 'early help begun', new.id, new.team_id, new.began_on, new.ended_on, new.ended_by, 'work done')
      on conflict do nothing;
  elsif old.ended_on is null and exists (select from period_of_service p
      where p.person_id = new.person_id and p.kind = 'early help' and p.early_help_episode_id is not null and p.ended_on is null) then
    if new.ended_reason is null then raise exception 'early help that became work ends with its period of service' using errcode = 'check_violation'; end if;
    if not exists (select from early_help_episode where person_id = new.person_id and began_on is not null and ended_on is null) then
      update period_of_service set ended_on = new.ended_on, ended_by = new.ended_by, ended_reason = new.ended_reason, ended_words = new.ended_words
        where person_id = new.person_id and kind = 'early help' and early_help_episode_id is not null and ended_on is null;
    end if;
  end if;
  return null;
end $$;
