-- What a page asks for again and again, without reading what has ended. Early help that goes on, and of that what has not begun, by their order.
create index early_help_episode_going_on on early_help_episode (offered_on, recorded_at)
  where ended_on is null and withdrawn_at is null and reply <> 'declined';
create index early_help_episode_not_begun on early_help_episode (offered_on, recorded_at)
  where ended_on is null and withdrawn_at is null and reply <> 'declined' and began_on is null;
-- Every decision about a child, also those taken back.
create index decision_child on decision (contact_child_id);

-- The view of 0025-visits-after-birth.sql, in which the due day is reckoned once for each child and not in each place where it is used:
-- what has `offset 0` is not written into what asks for it.
do $$
declare known text;
  wanted constant text := $view$
  with asked_of as (
    select 'visit' as what, o.person_id, o.opened_on, o.kinds, seen.seen_at, seen.alone, seen.visit_id, pick.for_whom,
      pick.clock, greatest(seen.seen_at::date, pick.began_on, birth.birth_on) as from_on, birth.birth_on,
      coalesce(birth.birth_on > (select (instant() at time zone 'Europe/Jersey')::date), false) as is_unborn
    from (select person_id, min(began_on) as opened_on, array_agg(kind order by began_on, kind) as kinds,
        min(began_on) filter (where kind <> 'early help') as social_on
      from period_of_service{known} period_of_service where ended_on is null group by person_id) o
    left join (select id, coalesce(born_on, due_on) as birth_on from person{known} person) birth on birth.id = o.person_id
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
    select 'assessment', person_id, began_on, array[kind], null, null, null, null, 'assessment completed', began_on, null, false
    from period_of_service{known} period_of_service where ended_on is null and kind = 'assessment'
  )
  select a.what, a.person_id, a.opened_on, a.kinds, a.seen_at, a.seen_at::date as seen_on, a.alone as seen_alone, a.visit_id, a.clock,
    case when declared.due_on < coalesce(ordinary.due_on, 'infinity') then greatest(a.from_on, declared.from_on) else a.from_on end as from_on,
    least(ordinary.due_on, declared.due_on) as due_on, declared.id as declared_id, declared.from_on as declared_from_on,
    coalesce(declared.due_on < coalesce(ordinary.due_on, 'infinity'), false) as is_declared,
    case when a.birth_on > a.opened_on then a.birth_on end as born_after_on
  from asked_of a
  left join lateral (select amount, unit, runs_at_night from timescale t where t.clock = a.clock and t.since <= a.from_on and not a.is_unborn
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
      hours => case when rule.unit in ('hours', 'working hours') then rule.amount else 0 end) as end_at) rough offset 0) ordinary
  left join lateral (select d.id, d.from_on, (select w.date from working_day w where w.is_working
        and w.date >= greatest(a.from_on, d.from_on) + d.interval_days order by w.date limit 1) as due_on
    from declared_period{known} d
    where a.what = 'visit' and not a.is_unborn and d.for_whom in ('all', a.for_whom) and d.from_on <= (select (instant() at time zone 'Europe/Jersey')::date)
      and coalesce(least(d.until_on + 1, d.ended_on), 'infinity') > (select (instant() at time zone 'Europe/Jersey')::date)) declared on true
  $view$;
begin
  foreach known in array array['', '_known'] loop
    execute format('create or replace view %I with (security_invoker = true) as %s', 'child_clock' || known, replace(wanted, '{known}', known));
  end loop;
end $$;
