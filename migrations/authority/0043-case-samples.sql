-- A sample of cases for an adviser from outside: chosen by one person, confirmed by another, read without names, and over on its day.

create table case_sample (
  id uuid primary key,
  adviser_id uuid not null references staff,
  purpose text not null check (length(purpose) between 1 and 2000),
  population text not null check (length(population) between 1 and 100),
  size integer not null check (size between 1 and 100),
  -- Who chose by chance kept the seed: with it the same cases are chosen again out of as many.
  seed text check (length(seed) between 1 and 40),
  out_of integer not null check (out_of >= size),
  chosen_by uuid not null references staff check (chosen_by <> adviser_id),
  chosen_at timestamptz not null,
  until_at timestamptz not null check (until_at > chosen_at and until_at <= chosen_at + interval '400 days'),
  second_id uuid not null references staff check (second_id <> chosen_by and second_id <> adviser_id),
  answered_at timestamptz check (answered_at >= chosen_at),
  agreed boolean,
  why_not text check (length(why_not) between 1 and 2000),
  ended_at timestamptz check (ended_at >= chosen_at),
  ended_by uuid references staff,
  ended_why text check (length(ended_why) between 1 and 2000),
  check ((answered_at is null) = (agreed is null)),
  check ((agreed is false) = (why_not is not null)),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_why is null))
);
create index case_sample_adviser on case_sample (adviser_id, until_at);
create table case_sample_case (
  id uuid primary key,
  case_sample_id uuid not null references case_sample,
  person_id uuid not null references person,
  number integer not null check (number between 1 and 100),
  unique (case_sample_id, number),
  unique (case_sample_id, person_id)
);
create index case_sample_case_person on case_sample_case (person_id);
create table case_sample_comment (
  id uuid primary key,
  case_sample_case_id uuid not null references case_sample_case,
  words text not null check (length(words) between 1 and 8000),
  written_by uuid not null references staff,
  written_at timestamptz not null
);
create index case_sample_comment_case on case_sample_comment (case_sample_case_id);
-- Chosen was that record, and a merge changes nothing of what was chosen.
insert into merge_rule (relation, answer) values ('case_sample_case', 'stays');
do $$ declare name text; begin
  foreach name in array array['case_sample', 'case_sample_case', 'case_sample_comment'] loop
    call versioned(name);
  end loop;
end $$;
create trigger set_once before update on case_sample for each row
  execute function set_once('adviser_id', 'until_at', 'answered_at', 'agreed', 'why_not', 'ended_at', 'ended_by', 'ended_why');
create trigger append_only before update or delete on case_sample_case for each row execute function append_only();
create trigger append_only before update or delete on case_sample_comment for each row execute function append_only();

-- Whether a case reaches the adviser who asks, at this instant: their own sample, confirmed, neither over nor ended, and no wall in between.
create function case_reaches(of_case uuid) returns boolean stable language sql security definer set search_path from current as $$
  select exists (
    select from case_sample_case c join case_sample s on s.id = c.case_sample_id
    where c.id = of_case and s.adviser_id = (select actor()) and s.agreed and s.ended_at is null
      and s.chosen_at <= (select instant()) and s.until_at > (select instant())
      and not exists (select from wall w where w.person_id = c.person_id and w.until > (select instant()))
      and c.person_id <> all ((select barred_from())::uuid[]))
$$;
revoke execute on function case_reaches(uuid) from public;
grant execute on function case_reaches(uuid) to continuum_app;
-- The same for whoever is about to write: an end that is being written at that moment is waited for.
create function case_held(of_case uuid) returns boolean volatile language plpgsql security definer set search_path from current as $$
begin
  perform from case_sample s where s.id = (select case_sample_id from case_sample_case where id = of_case) for share;
  return case_reaches(of_case);
end $$;
revoke execute on function case_held(uuid) from public;
grant execute on function case_held(uuid) to continuum_app;

-- The adviser opens none of these rows but their own comments; whoever chooses and confirms opens the cases that they may open anyway.
call walled_by('case_sample', $rule$ (select may_read('case sample')) $rule$);
call walled_by('case_sample_case', $rule$ (select may_read('case sample')) and exists (select from person p where p.id = {table}.person_id) $rule$);
call walled_by('case_sample_comment', $rule$ ({table}.written_by = (select actor()) and case_reaches({table}.case_sample_case_id))
  or exists (select from case_sample_case c where c.id = {table}.case_sample_case_id) $rule$);

-- What an adviser is told of their samples, and of the cases in them. Whom a case is about goes into the audit and onto no page.
create function sampled_cases() returns table (id uuid, case_sample_id uuid, person_id uuid, number integer, purpose text, until_at timestamptz, chosen_by text)
  stable rows 30 language sql security definer set search_path from current as $$
  select c.id, s.id, c.person_id, c.number, s.purpose, s.until_at, w.given_name || ' ' || w.family_name
  from case_sample s join case_sample_case c on c.case_sample_id = s.id join staff w on w.id = s.chosen_by
  where s.adviser_id = (select actor()) and case_reaches(c.id)
$$;
revoke execute on function sampled_cases() from public;
grant execute on function sampled_cases() to continuum_app;

-- A case without a name: ages and not births, weeks before the choosing and not days, codes and counts and not a word that somebody wrote. A code
-- that fewer than five children have is not told (the rule of public figures), since whoever knows of it would know the child.
create function sampled_facts(of_case uuid) returns table (part text, code text, weeks integer, weeks_to integer, n integer)
  stable rows 30 language sql security definer set search_path from current as $$
  with one as (select c.person_id, (s.chosen_at at time zone 'Europe/Jersey')::date as on_day
    from case_sample_case c join case_sample s on s.id = c.case_sample_id where c.id = of_case and case_reaches(c.id))
  select 'age', case when p.born_on is null then 'not known' when p.born_on > one.on_day - interval '1 year' then 'under 1' when p.born_on > one.on_day - interval '5 years' then '1 to 4'
      when p.born_on > one.on_day - interval '10 years' then '5 to 9' when p.born_on > one.on_day - interval '16 years' then '10 to 15' else '16 and over' end, null::integer, null::integer, null::integer
    from one join person p on p.id = one.person_id
  union all
  select 'contact', case when (select count(*) from (select distinct k2.person_id from decision d2 join contact_child k2 on k2.id = d2.contact_child_id
        where d2.outcome = d.outcome and d2.withdrawn_at is null and k2.person_id is not null limit 5) few) >= 5 then d.outcome end,
      (one.on_day - c.told_on) / 7, (one.on_day - (c.answered_at at time zone 'Europe/Jersey')::date) / 7, d.level_of_need
    from one join contact_child k on k.person_id = one.person_id join contact c on c.id = k.contact_id
    join decision d on d.contact_child_id = k.id and d.withdrawn_at is null where c.told_on <= one.on_day
  union all
  select 'service', v.kind, (one.on_day - v.began_on) / 7, (one.on_day - v.ended_on) / 7, null from one join period_of_service v on v.person_id = one.person_id
    where (select count(*) from (select distinct o.person_id from period_of_service o where o.kind = v.kind limit 5) few) >= 5 and v.began_on <= one.on_day
  union all
  select 'plan', case when (select count(*) from (select distinct o.person_id from protection_plan o where o.category = l.category limit 5) few) >= 5 then l.category end,
      (one.on_day - l.began_on) / 7, (one.on_day - l.ended_on) / 7, null from one join protection_plan l on l.person_id = one.person_id where l.began_on <= one.on_day
  union all
  select 'care', case when (select count(*) from (select distinct o.person_id from period_of_care o where o.basis = k.basis limit 5) few) >= 5 then k.basis end,
      (one.on_day - k.began_on) / 7, (one.on_day - k.ended_on) / 7, null from one join period_of_care k on k.person_id = one.person_id where k.began_on <= one.on_day
  union all
  select 'rating', r.harm || ', ' || r.breakdown, (one.on_day - (r.rated_at at time zone 'Europe/Jersey')::date) / 7, null, null
    from one join case_rating r on r.person_id = one.person_id where (r.rated_at at time zone 'Europe/Jersey')::date <= one.on_day
  union all
  select 'visits', null, null, null, count(*) filter (where c.seen and v.visited_on > one.on_day - 182)::integer
    from one left join visit_child c on c.person_id = one.person_id left join visit v on v.id = c.visit_id and v.visited_on <= one.on_day group by one.on_day
  union all
  select 'seen alone', null, (one.on_day - max(v.visited_on) filter (where c.seen and c.alone)) / 7, null, count(*) filter (where c.seen and c.alone and v.visited_on > one.on_day - 182)::integer
    from one left join visit_child c on c.person_id = one.person_id left join visit v on v.id = c.visit_id and v.visited_on <= one.on_day group by one.on_day
  union all
  select 'workers', null, null, null, count(distinct a.staff_id)::integer
    from one left join allocation a on a.person_id = one.person_id and a.kind = 'worker' and a.from_on <= one.on_day and (a.ended_on is null or a.ended_on > one.on_day - 365) group by one.on_day
  union all
  select 'decisions', null, (one.on_day - max(m.decided_on)) / 7, null, count(*) filter (where m.decided_on > one.on_day - 365)::integer
    from one left join management_decision m on m.person_id = one.person_id and m.decided_on <= one.on_day group by one.on_day
  union all
  select 'own words', null, null, null, count(t.id)::integer
    from one left join child_statement t on t.person_id = one.person_id and t.kind in ('proud', 'worries me', 'trust') and t.stated_on <= one.on_day group by one.on_day
$$;
revoke execute on function sampled_facts(uuid) from public;
grant execute on function sampled_facts(uuid) to continuum_app;

-- Whoever was asked confirms, and nobody else.
create function case_sample_confirmed() returns trigger language plpgsql as $$
begin
  if new.agreed is not null and old.agreed is null and actor() is distinct from new.second_id then
    raise exception 'a sample is confirmed by whoever was asked' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger case_sample_confirmed before update on case_sample for each row execute function case_sample_confirmed();

create function case_sample_ended() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.ended_at is not null and old.ended_at is null then
    delete from draft where subject_id in (select c.id from case_sample_case c where c.case_sample_id = new.id);
  end if;
  return null;
end $$;
create trigger case_sample_ended after update on case_sample for each row execute function case_sample_ended();
create or replace function forget_drafts(saved_before timestamptz) returns bigint language sql security definer set search_path from current as $$
  with gone as (delete from draft where saved_at < saved_before
    or exists (select from share s where s.id = draft.subject_id and (s.ended_at is not null or s.until_at <= instant()))
    or exists (select from case_sample_case c join case_sample s on s.id = c.case_sample_id
      where c.id = draft.subject_id and (s.ended_at is not null or s.until_at <= instant())) returning 1)
  select count(*) from gone
$$;
