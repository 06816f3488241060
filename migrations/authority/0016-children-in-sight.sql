-- When somebody last saw a child is asked of every open child at once, so it is found by an index and not through all visits there ever
-- were. It is the day and time of the visit, copied to the line of the child: by these triggers and by nobody else.
alter table visit_child add column seen_at timestamp;
call versioned('visit_child');
alter table visit_child disable trigger user;
update visit_child c set seen_at = v.visited_on + coalesce(v.visited_time, '00:00') from visit v where v.id = c.visit_id and c.seen;
alter table visit_child enable trigger user;
update visit_child_history c set seen_at = (
    select v.visited_on + coalesce(v.visited_time, '00:00') from (
      select id, visited_on, visited_time, recorded_at, 'infinity'::timestamptz as superseded_at from visit
      union all select id, visited_on, visited_time, recorded_at, superseded_at from visit_history) v
    where v.id = c.visit_id and v.superseded_at > c.recorded_at order by v.recorded_at limit 1)
  where c.seen;
create index visit_child_seen on visit_child (person_id, seen_at desc) where seen_at is not null;

create function seen_when_visited() returns trigger language plpgsql security definer set search_path from current as $$
begin
  new.seen_at := case when new.seen then (select visited_on + coalesce(visited_time, '00:00') from visit where id = new.visit_id) end;
  return new;
end $$;
create trigger seen_when_visited before insert or update on visit_child for each row execute function seen_when_visited();
-- A corrected day moves all children of the visit, also those whom the asker may not see.
create function visit_moved() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update visit_child set seen_at = new.visited_on + coalesce(new.visited_time, '00:00') where visit_id = new.id and seen
    and seen_at is distinct from new.visited_on + coalesce(new.visited_time, '00:00');
  return null;
end $$;
create trigger visit_moved after update of visited_on, visited_time on visit for each row execute function visit_moved();

-- A declared period: from a day on, children are to be seen within another time than the profile asks, because something has changed for
-- them all (schools are closed). It says nothing about any child. On the day of its end it stands no longer.
create table declared_period (
  id uuid primary key,
  title text not null check (length(title) between 1 and 80),
  reason text not null check (length(reason) between 1 and 2000),
  -- Whom it is for: everybody who is open, or those who are visited by one of the rules.
  for_whom text not null check (for_whom in ('all', 'protection plan', 'care', 'social care', 'early help')),
  interval_days integer not null check (interval_days between 1 and 365),
  from_on date not null,
  until_on date check (until_on >= from_on),
  declared_by uuid not null references staff,
  ended_on date check (ended_on >= from_on),
  ended_by uuid references staff,
  check ((ended_on is null) = (ended_by is null)),
  -- No child is asked about by two of them: neither two for the same, nor one for all beside one for some.
  constraint declared_once exclude using gist (for_whom with =, daterange(from_on, least(until_on + 1, ended_on), '[)') with &&),
  constraint declared_for_all exclude using gist ((for_whom = 'all') with <>, daterange(from_on, least(until_on + 1, ended_on), '[)') with &&)
);
call versioned('declared_period');
create trigger set_once before update on declared_period for each row execute function set_once('ended_on', 'ended_by');

-- What runs for each open child, and by when it is to be done: one definition for worklists, visible children and the page about the child.
-- A visit goes by the strictest thing that stands (a plan before care, care before other work, early help alone) and runs from when
-- somebody last saw the child, or from when that thing began. A due day is reckoned as src/profile/working-time.ts reckons it.
do $$
declare known text;
  wanted constant text := $view$
  with asked_of as (
    select 'visit' as what, o.person_id, o.opened_on, o.kinds, seen.seen_at, seen.alone, seen.visit_id, pick.for_whom,
      pick.clock, greatest(seen.seen_at::date, pick.began_on) as from_on
    from (select person_id, min(began_on) as opened_on, array_agg(kind order by began_on, kind) as kinds,
        min(began_on) filter (where kind <> 'early help') as social_on
      from period_of_service{known} period_of_service where ended_on is null group by person_id) o
    left join protection_plan{known} plan on plan.person_id = o.person_id and plan.ended_on is null
    left join period_of_care{known} care on care.person_id = o.person_id and care.ended_on is null
    cross join lateral (select * from (values
        ('protection plan', 'child on a plan visited', plan.began_on),
        ('care', 'child in care visited', care.began_on),
        ('social care', 'child visited', o.social_on),
        ('early help', 'child visited in early help', o.opened_on)) rule (for_whom, clock, began_on)
      where began_on is not null limit 1) pick
    left join lateral (select c.seen_at, c.alone, c.visit_id from visit_child{known} c
      where c.person_id = o.person_id and c.seen_at is not null order by c.seen_at desc limit 1) seen on true
    union all
    select 'assessment', person_id, began_on, array[kind], null, null, null, null, 'assessment completed', began_on
    from period_of_service{known} period_of_service where ended_on is null and kind = 'assessment'
  )
  select a.what, a.person_id, a.opened_on, a.kinds, a.seen_at, a.seen_at::date as seen_on, a.alone as seen_alone, a.visit_id, a.clock,
    case when declared.due_on < coalesce(ordinary.due_on, 'infinity') then greatest(a.from_on, declared.from_on) else a.from_on end as from_on,
    least(ordinary.due_on, declared.due_on) as due_on, declared.id as declared_id, declared.from_on as declared_from_on,
    coalesce(declared.due_on < coalesce(ordinary.due_on, 'infinity'), false) as is_declared
  from asked_of a
  left join lateral (select amount, unit, runs_at_night from timescale t where t.clock = a.clock and t.since <= a.from_on
    order by t.since desc limit 1) rule on true
  cross join lateral (select case
      when rule.unit = 'working days' then (select w.date from working_day w where w.is_working
        and w.ordinal = (select f.ordinal from working_day f where f.date = a.from_on) + rule.amount)
      when rule.unit = 'working hours' and not rule.runs_at_night then (select w.date from working_day w where w.is_working and w.minutes_before <
        (select f.minutes_before from working_day f where f.date = a.from_on) + rule.amount * 60 order by w.date desc limit 1)
      when rule.unit in ('days', 'months', 'hours', 'working hours') and rule.runs_at_night then rough.end_at::date
      when rule.unit = 'hours' then (select w.date from working_day w where w.is_working
        and w.date >= rough.end_at::date and (w.date > rough.end_at::date or rough.end_at::time <= w.closes) order by w.date limit 1)
      when rule.unit in ('days', 'months') then (select w.date from working_day w where w.is_working
        and w.date >= rough.end_at::date order by w.date limit 1)
      end as due_on
    from (select a.from_on::timestamp + make_interval(months => case rule.unit when 'months' then rule.amount else 0 end,
      days => case rule.unit when 'days' then rule.amount else 0 end,
      hours => case when rule.unit in ('hours', 'working hours') then rule.amount else 0 end) as end_at) rough) ordinary
  left join lateral (select d.id, d.from_on, (select w.date from working_day w where w.is_working
        and w.date >= greatest(a.from_on, d.from_on) + d.interval_days order by w.date limit 1) as due_on
    from declared_period{known} d
    where a.what = 'visit' and d.for_whom in ('all', a.for_whom) and d.from_on <= (select (instant() at time zone 'Europe/Jersey')::date)
      and coalesce(least(d.until_on + 1, d.ended_on), 'infinity') > (select (instant() at time zone 'Europe/Jersey')::date)) declared on true
  $view$;
begin
  foreach known in array array['', '_known'] loop
    execute format('create view %I with (security_invoker = true) as %s', 'child_clock' || known, replace(wanted, '{known}', known));
    execute format('grant select on %I to continuum_app', 'child_clock' || known);
  end loop;
end $$;
-- What has ended is not looked through for it.
create index protection_plan_open on protection_plan (person_id) where ended_on is null;
create index period_of_care_open on period_of_care (person_id) where ended_on is null;
create index period_of_service_team on period_of_service (team_id) where ended_on is null;
