-- An island is written when its three years are over, so what it tells of an earlier day is tried as of that day: what was open then, who
-- worked with the child then. Everybody else writes of now, and is tried as of now. Only the role of the generator is believed.
create function tells_of_the_past() returns boolean stable language sql as $$
  select coalesce(current_setting('app.provenance', true), '') = 'generator' and pg_has_role(session_user, 'continuum_generator', 'member')
$$;
create function was_open(child uuid, day date) returns boolean stable language sql as $$
  select exists (select from period_of_service p where p.person_id = child and p.began_on <= day and (p.ended_on is null or p.ended_on >= day))
$$;
create function worked_with(child uuid, worker uuid, day date) returns boolean stable language sql as $$
  select exists (select from allocation a where a.person_id = child and a.staff_id = worker and a.from_on <= day and (a.ended_on is null or a.ended_on > day))
$$;
create function island_day(at timestamptz) returns date immutable language sql as $$ select (at at time zone 'Europe/Jersey')::date $$;

create or replace function closing_in_its_order() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' and tells_of_the_past() then
    if not exists (select from period_of_service p where p.id = new.period_of_service_id and p.person_id = new.person_id
        and p.began_on <= island_day(new.proposed_at) and (p.ended_on is null or p.ended_on >= island_day(new.proposed_at))
        and (new.authorised_at is null or p.ended_on = island_day(new.authorised_at))) then
      raise exception 'a closing of what was not open' using errcode = 'check_violation';
    elsif new.authorised_at is not null and exists (select from allocation a where a.person_id = new.person_id and a.staff_id = new.authorised_by
        and a.from_on <= island_day(new.authorised_at) and (a.ended_on is null or a.ended_on >= island_day(new.authorised_at))) then
      raise exception 'nobody who works with a child authorises their closing' using errcode = 'check_violation';
    end if;
  elsif tg_op = 'INSERT' then
    perform from period_of_service p where p.id = new.period_of_service_id and p.ended_on is null for share;
    if not found then raise exception 'a closing of what is not open' using errcode = 'check_violation'; end if;
  elsif new.authorised_at is not null and old.authorised_at is null and exists (select from allocation a
      where a.person_id = new.person_id and a.staff_id = new.authorised_by and a.ended_on is null) then
    raise exception 'nobody who works with a child authorises their closing' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- An island brings the cases of its exercises with it, as they stood; every other exercise freezes what is open now.
drop trigger freeze_open_cases on rating_exercise;
create trigger freeze_open_cases after insert on rating_exercise for each row when (not tells_of_the_past()) execute function freeze_open_cases();

create or replace function case_rating_fits() returns trigger language plpgsql security definer set search_path from current as $$
declare problem text;
begin
  if tells_of_the_past() then
    problem := case
      when not was_open(new.person_id, island_day(new.rated_at)) then 'nothing open'
      when worked_with(new.person_id, new.rated_by, island_day(new.rated_at)) then 'own case'
      when new.rating_case_id is not null then (select case
          when c.id is null then 'another child'
          when new.rated_at < e.frozen_at or new.rated_at > e.closed_at then 'exercise closed'
          when new.rated_by = c.worker_id or new.rated_by = any (c.co_worker_ids) then 'own case then'
        end from (select 1) one left join rating_case c on c.id = new.rating_case_id and c.person_id = new.person_id
          left join rating_exercise e on e.id = c.exercise_id)
      end;
  else
    problem := case_rating_problem(new.person_id, new.rated_by);
    if new.rating_case_id is not null then
      perform from rating_exercise e join rating_case c on c.exercise_id = e.id where c.id = new.rating_case_id for share of e;
      problem := coalesce(rating_case_problem(new.rating_case_id, new.person_id, new.rated_by), problem);
    end if;
  end if;
  if problem is not null then raise exception 'a rating: %', problem using errcode = 'check_violation'; end if;
  if new.follows is not null and not exists (select from case_rating r where r.id = new.follows and r.person_id = new.person_id) then
    raise exception 'a rating follows one of the same child' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace function on_the_register() returns trigger language plpgsql security definer set search_path from current as $$
declare told jsonb := to_jsonb(new);
begin
  if tells_of_the_past() then
    perform from complex_case c where c.id = new.complex_case_id
      and c.entered_on <= coalesce((told ->> 'booked_on')::date, (told ->> 'reviewed_on')::date, c.entered_on)
      and (c.left_on is null or c.left_on >= coalesce((told ->> 'reviewed_on')::date, (told ->> 'held_on')::date, (told ->> 'booked_on')::date, c.left_on));
  else
    perform from complex_case c where c.id = new.complex_case_id and c.left_on is null for share;
  end if;
  if not found then raise exception '% of what is not on the register', tg_table_name using errcode = 'check_violation'; end if;
  return new;
end $$;

-- Who worked with a child, and what a family said of a closing, is asked by child and by closing, also of what has ended: it was looked through
-- whole.
create index allocation_of_child on allocation (person_id);
create index closing_view_closing on closing_view (closing_id);
-- What has ended when it is written shows nobody to anybody and hides nobody: only what is open, or changes, moves sight.
drop trigger allocation_sight on allocation;
create trigger allocation_sight_first after insert on allocation for each row when (new.ended_on is null) execute function allocation_sight();
create trigger allocation_sight after update on allocation for each row execute function allocation_sight();
drop trigger team_sight on period_of_service;
create trigger team_sight_first after insert on period_of_service for each row when (new.ended_on is null) execute function team_sight();
create trigger team_sight after update on period_of_service for each row execute function team_sight();
-- Who cares for a child is seen with the child; every other relationship moves nobody's sight when it is first written.
create function cares_for(kind text) returns boolean immutable language sql as $$
  select kind in ('mother', 'father', 'parent', 'adoptive parent', 'step-parent', 'guardian', 'foster carer')
$$;
create or replace function carers_sight(child uuid) returns void language sql security definer set search_path from current as $$
  delete from sight s using relationship r where r.person_id = child and s.person_id = r.other_id and s.ground = 'carer of ' || child;
  insert into sight (principal, person_id, until, ground)
  select distinct s.principal, r.other_id, s.until, 'carer of ' || child
  from relationship r join sight s on s.person_id = r.person_id
  where r.person_id = child and s.ground = 'allocation' and r.until_on is null and cares_for(r.kind);
$$;
drop trigger relationship_sight on relationship;
create trigger relationship_sight_first after insert on relationship for each row when (cares_for(new.kind)) execute function relationship_sight();
create trigger relationship_sight after update on relationship for each row execute function relationship_sight();
