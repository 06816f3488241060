-- Sharing with partner agencies: who agreed, what is shared with whom, why and until when; and how the agency reads it, past every other rule.

-- Somebody said that one agency may know something of a child. Withdrawing it ends what stands on it, at that instant.
create table sharing_consent (
  id uuid primary key,
  person_id uuid not null references person,
  agency_id uuid not null references agency,
  said_by text not null check (length(said_by) between 1 and 100),
  said_name text not null check (length(said_name) between 1 and 200),
  said_on date not null,
  way text not null check (length(way) between 1 and 100),
  words text not null check (length(words) between 1 and 2000),
  heard_by uuid not null references staff,
  heard_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= heard_at),
  withdrawn_by uuid references staff,
  withdrawn_words text check (length(withdrawn_words) between 1 and 2000),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_words is null))
);
create index sharing_consent_person on sharing_consent (person_id);

-- What the agency may read of the share itself. Nothing is shared by default; what is of a class of its own has a reason of its own.
create table share (
  id uuid primary key,
  person_id uuid not null references person,
  agency_id uuid not null references agency,
  staff_id uuid references staff,
  purpose text not null check (length(purpose) between 1 and 100),
  purpose_words text not null check (length(purpose_words) between 1 and 2000),
  parts text[] not null check (cardinality(parts) between 1 and 30),
  words text check (length(words) between 1 and 8000),
  shared_by uuid not null references staff,
  shared_at timestamptz not null,
  until_at timestamptz not null check (until_at > shared_at and until_at <= shared_at + interval '400 days'),
  ended_at timestamptz check (ended_at >= shared_at),
  ended_by uuid references staff,
  ended_why text check (length(ended_why) between 1 and 2000),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_why is null))
);
create index share_person on share (person_id);
create index share_agency on share (agency_id, until_at);
-- Under the id of the share: on what ground, which the agency never reads.
create table share_ground (
  id uuid primary key references share,
  person_id uuid not null references person,
  basis text not null check (length(basis) between 1 and 100),
  basis_words text check (length(basis_words) between 1 and 2000),
  consent_id uuid references sharing_consent,
  parts_words text check (length(parts_words) between 1 and 2000),
  check ((basis = 'consent') = (consent_id is not null)),
  check (basis = 'consent' or basis_words is not null)
);
create index share_ground_consent on share_ground (consent_id);
create index share_ground_person on share_ground (person_id);
-- What somebody of the agency tells whoever works with the child.
create table share_message (
  id uuid primary key,
  share_id uuid not null references share,
  person_id uuid not null references person,
  words text not null check (length(words) between 1 and 8000),
  written_by uuid not null references staff,
  written_at timestamptz not null
);
create index share_message_share on share_message (share_id);
create index share_message_person on share_message (person_id);

do $$ declare name text; begin
  foreach name in array array['sharing_consent', 'share', 'share_ground', 'share_message'] loop
    call versioned(name);
  end loop;
  foreach name in array array['sharing_consent', 'share_ground'] loop
    call walled(name, 'person_id');
  end loop;
end $$;
create trigger set_once before update on sharing_consent for each row execute function set_once('withdrawn_at', 'withdrawn_by', 'withdrawn_words');
create trigger set_once before update on share for each row
  execute function set_once('person_id', 'agency_id', 'staff_id', 'parts', 'until_at', 'ended_at', 'ended_by', 'ended_why');
create trigger append_only before update or delete on share_message for each row execute function append_only();

-- Whether a share reaches whoever asks, at this instant: of their agency, theirs where it names somebody, neither ended nor run out, with the
-- consent it stands on, and no wall of any kind in between. Asked past the asker's own sight, it says yes or no.
create function share_reaches(of_share uuid) returns boolean stable language sql security definer set search_path from current as $$
  select exists (
    select from share s join agency a on a.id = s.agency_id
    where s.id = of_share and s.agency_id = (select agency()) and (s.staff_id is null or s.staff_id = (select actor()))
      and s.shared_at <= (select instant()) and s.until_at > (select instant()) and s.ended_at is null
      and (a.ended_on is null or a.ended_on >= (select (instant() at time zone 'Europe/Jersey')::date))
      and exists (select from share_ground g left join sharing_consent c on c.id = g.consent_id where g.id = s.id and c.withdrawn_at is null)
      and not exists (select from wall w where w.person_id = s.person_id and w.until > (select instant()))
      and s.person_id <> all ((select barred_from())::uuid[]))
$$;
revoke execute on function share_reaches(uuid) from public;
grant execute on function share_reaches(uuid) to continuum_app;
-- The same for whoever is about to write: an end that is being written at that moment is waited for.
create function share_held(of_share uuid) returns boolean volatile language plpgsql security definer set search_path from current as $$
begin
  perform from share where id = of_share for share;
  perform from sharing_consent where id = (select consent_id from share_ground where id = of_share) for share;
  return share_reaches(of_share);
end $$;
revoke execute on function share_held(uuid) from public;
grant execute on function share_held(uuid) to continuum_app;

call walled_by('share', $rule$ exists (select from person p where p.id = {table}.person_id)
  or ({table}.agency_id = (select agency()) and share_reaches({table}.id)) $rule$);
call walled_by('share_message', $rule$ exists (select from person p where p.id = {table}.person_id)
  or ((select agency()) is not null and share_reaches({table}.share_id)) $rule$);
-- The agency reads; it ends nothing.
do $$ declare target text; begin
  foreach target in array array['share', 'share_history'] loop
    execute format('alter policy changed on %1$I using (exists (select from person p where p.id = %1$I.person_id))', target);
  end loop;
end $$;

-- A share fits its agency and its consent, and a message its share, whoever writes.
create function share_fits() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from agency a where a.id = new.agency_id and (a.ended_on is null or a.ended_on >= (instant() at time zone 'Europe/Jersey')::date)) then
    raise exception 'an agency that has ended is given nothing' using errcode = 'check_violation';
  end if;
  if new.staff_id is not null and not exists (select from staff s where s.id = new.staff_id and s.agency_id = new.agency_id) then
    raise exception 'whoever a share names works for its agency' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger share_fits before insert on share for each row execute function share_fits();
create function share_ground_fits() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from share s where s.id = new.id and s.person_id = new.person_id) then
    raise exception 'the ground of a share is about the same child' using errcode = 'check_violation';
  end if;
  if exists (select from share s where s.id = new.id and s.parts && array['health', 'police', 'family']) and new.parts_words is null then
    raise exception 'a part of a class of its own has its reason' using errcode = 'check_violation';
  end if;
  if new.consent_id is not null then
    perform from sharing_consent c join share s on s.person_id = c.person_id and s.agency_id = c.agency_id
      where c.id = new.consent_id and s.id = new.id and c.withdrawn_at is null for share of c;
    if not found then raise exception 'a share stands on consent to that agency, which still holds' using errcode = 'check_violation'; end if;
  end if;
  return new;
end $$;
create trigger share_ground_fits before insert or update on share_ground for each row execute function share_ground_fits();

-- Ended is gone: what its readers had begun to write goes with it. And consent that is withdrawn ends what stands on it.
create function share_ended() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.ended_at is not null and old.ended_at is null then delete from draft where subject_id = new.id; end if;
  return null;
end $$;
create trigger share_ended after update on share for each row execute function share_ended();
create function consent_withdrawn() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.withdrawn_at is not null and old.withdrawn_at is null then
    update share s set ended_at = new.withdrawn_at, ended_by = new.withdrawn_by, ended_why = 'Consent was withdrawn: ' || left(new.withdrawn_words, 1900)
      from share_ground g where g.id = s.id and g.consent_id = new.id and s.ended_at is null;
  end if;
  return null;
end $$;
create trigger consent_withdrawn after update on sharing_consent for each row execute function consent_withdrawn();
-- What ran out by itself: its drafts are forgotten by the program's daily work, whatever their age.
create or replace function forget_drafts(saved_before timestamptz) returns bigint language sql security definer set search_path from current as $$
  with gone as (delete from draft where saved_at < saved_before
    or exists (select from share s where s.id = draft.subject_id and (s.ended_at is not null or s.until_at <= instant())) returning 1)
  select count(*) from gone
$$;

-- Whom a share is about, as its reader is told: the name they go by and when they were born.
create function shared_person(of_share uuid) returns table (given_name text, family_name text, born_on date, due_on date, born_on_certainty text)
  stable rows 1 language sql security definer set search_path from current as $$
  select coalesce(n.given_name, ''), coalesce(n.family_name, ''), p.born_on, p.due_on, p.born_on_certainty
  from share s join person p on p.id = s.person_id
  left join lateral (select n.given_name, n.family_name from person_name n where n.person_id = p.id
    order by n.until_on is not null, array_position(array['chosen', 'used', 'legal', 'also known as', 'former'], n.kind), n.recorded_at desc, n.id limit 1) n on true
  where s.id = of_share and share_reaches(s.id)
$$;
revoke execute on function shared_person(uuid) from public;
grant execute on function shared_person(uuid) to continuum_app;

-- Whether words would give away where the child, or somebody near, lives at a guarded address. Asked also for whoever may not read it.
create function gives_away_place(about uuid, said text) returns boolean stable language sql security definer set search_path from current as $$
  with near as (
    select about as person_id
    union select r.other_id from relationship r where r.person_id = about
    union select r.person_id from relationship r where r.other_id = about
    union select other.person_id from household_membership own join household_membership other on other.household_id = own.household_id where own.person_id = about
  )
  select exists (select from address a, regexp_split_to_table(concat_ws(E'\n', a.lines, a.postcode), E'\n|, ') part
    where a.guarded and a.until_on is null and a.person_id in (select person_id from near)
      and length(fold_name(part)) >= 5 and position(fold_name(part) in fold_name(said)) > 0)
$$;
revoke execute on function gives_away_place(uuid, text) from public;
grant execute on function gives_away_place(uuid, text) to continuum_app;

-- The parts that a share names, and nothing else: no address, nobody who told us, no note, no word that is withheld, no advice of a lawyer
-- has a branch here. A place of learning or treatment is left out where somebody near lives at a guarded address.
create function shared_facts(of_share uuid) returns table (part text, code text, from_on date, until_on date, words text)
  stable rows 20 language sql security definer set search_path from current as $$
  with one as (select s.* from share s where s.id = of_share and share_reaches(s.id)),
    near as (select one.person_id from one
      union select r.other_id from one join relationship r on r.person_id = one.person_id and r.until_on is null
      union select other.person_id from one join household_membership own on own.person_id = one.person_id and own.until_on is null
        join household_membership other on other.household_id = own.household_id and other.until_on is null)
  select 'workers', a.kind, a.from_on, null::date, concat_ws(', ', w.given_name || ' ' || w.family_name, w.telephone, w.email)
    from one join allocation a on a.person_id = one.person_id and a.ended_on is null join staff w on w.id = a.staff_id where 'workers' = any (one.parts)
  union all
  select 'attendance', t.kind, t.from_on, t.until_on, coalesce(g.title, t.named)
    from one join attendance t on t.person_id = one.person_id and t.until_on is null left join agency g on g.id = t.agency_id
    where 'attendance' = any (one.parts) and not exists (select from guarded_person g join near on near.person_id = g.person_id)
  union all
  select 'reach', said.code, c.from_on, null, said.words
    from one join lateral (select * from safe_contact c where c.person_id = one.person_id and c.until_on is null order by c.from_on desc, c.recorded_at desc limit 1) c on true
    cross join lateral (select 'way', way from unnest(c.ways) way union all values ('times', c.times), ('language', c.language), ('not to say', c.not_to_say)) said (code, words)
    where 'reach' = any (one.parts) and said.words is not null and not gives_away_place(one.person_id, concat_ws(' ', c.times, c.not_to_say))
  union all
  select 'service', v.kind, v.began_on, v.ended_on, null
    from one join period_of_service v on v.person_id = one.person_id and v.ended_on is null where 'service' = any (one.parts)
  union all
  select 'plan', l.category, l.began_on, l.ended_on, null from one join protection_plan l on l.person_id = one.person_id where 'plan' = any (one.parts)
  union all
  select 'care', k.basis, k.began_on, k.ended_on, k.placement from one join period_of_care k on k.person_id = one.person_id where 'care' = any (one.parts)
  union all
  select 'visits', case when c.seen and c.alone then 'seen alone' when c.seen then 'seen' else 'not seen' end, v.visited_on, null, null
    from one join visit_child c on c.person_id = one.person_id join visit v on v.id = c.visit_id
    where 'visits' = any (one.parts) and v.visited_on > (one.shared_at - interval '1 year')::date
  union all
  select 'statements', t.kind, t.stated_on, null, t.words from one join child_statement t on t.person_id = one.person_id and t.ended_on is null
    where 'statements' = any (one.parts) and not gives_away_place(one.person_id, t.words)
  union all
  select 'family', r.kind, null, null, (select concat_ws(' ', n.given_name, n.family_name) from person_name n where n.person_id = r.other_id
      order by n.until_on is not null, array_position(array['chosen', 'used', 'legal', 'also known as', 'former'], n.kind), n.recorded_at desc, n.id limit 1)
    from one join relationship r on r.person_id = one.person_id and r.until_on is null
    where 'family' = any (one.parts) and not exists (select from wall w where w.person_id = r.other_id and w.until > (select instant()))
      and r.other_id <> all ((select barred_from())::uuid[])
  union all
  select 'health', d, null, null, null from one join person p on p.id = one.person_id, unnest(p.disabilities) d where 'health' = any (one.parts)
  union all
  select 'police', null, n.happened_on, null, null from one join police_notification n on n.person_id = one.person_id where 'police' = any (one.parts)
$$;
revoke execute on function shared_facts(uuid) from public;
grant execute on function shared_facts(uuid) to continuum_app;

-- Who looked at what is shared is told to whoever may open the record: of these looks alone, and never to an agency.
create index audit_of_share on audit (subject_id) where subject_kind = 'shared child';
create policy of_share on audit for select to continuum_app using (
  subject_kind = 'shared child' and (select agency()) is null and exists (select from share s where s.id = audit.subject_id));

-- Whom a message goes to: who works with the child now, and who shared it. Addresses alone, for the one who holds the share.
create function share_answers_to(of_share uuid) returns table (email text) stable rows 2 language sql security definer set search_path from current as $$
  select distinct w.email from share s join staff w on w.left_on is null and w.email is not null
    and (w.id = s.shared_by or w.id in (select a.staff_id from allocation a where a.person_id = s.person_id and a.ended_on is null and a.kind = 'worker'))
  where s.id = of_share and share_reaches(s.id)
$$;
revoke execute on function share_answers_to(uuid) from public;
grant execute on function share_answers_to(uuid) to continuum_app;
