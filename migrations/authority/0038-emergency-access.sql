-- Emergency access: one child, one member of staff, a few hours, heard at once and reviewed afterwards. And looks that somebody looks at again.

-- What was typed is kept with what came of it. Whose record it is, whether it opened and until when are set here and by nobody else: the program
-- learns no more than whoever asked. A record that is sealed opens only when somebody it names agrees; an own or relative's record never.
create table emergency_access (
  id uuid primary key,
  staff_id uuid not null references staff,
  number text check (length(number) between 1 and 20),
  given_name text check (length(given_name) between 1 and 100),
  family_name text check (length(family_name) between 1 and 100),
  born_on date,
  ground text not null check (length(ground) between 1 and 100),
  words text not null check (length(words) between 1 and 2000),
  hours integer not null check (hours between 1 and 24),
  tries integer not null check (tries between 1 and 1000),
  asked_at timestamptz not null,
  person_id uuid references person,
  is_sealed boolean not null default false,
  repeats boolean not null default false,
  opened_at timestamptz,
  until_at timestamptz,
  agreed_by uuid references staff check (agreed_by <> staff_id),
  reviewed_by uuid references staff check (reviewed_by <> staff_id),
  reviewed_at timestamptz check (reviewed_at >= asked_at),
  was_right boolean,
  review_words text check (length(review_words) between 1 and 2000),
  check ((number is not null) or (given_name is not null and family_name is not null and born_on is not null)),
  check ((opened_at is null) = (until_at is null) and until_at <= opened_at + interval '24 hours'),
  check (opened_at is null or person_id is not null),
  check (opened_at is null or not is_sealed or agreed_by is not null),
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (was_right is null) and (reviewed_at is null) = (review_words is null))
);
create index emergency_access_person on emergency_access (person_id, staff_id);
create index emergency_access_staff on emergency_access (staff_id, asked_at);
create index emergency_access_unreviewed on emergency_access (asked_at) where reviewed_at is null;
call versioned('emergency_access');
-- Seen by who asked once it is open, by those who review and by those who may open the record; never by somebody whose own or relative's it is.
call walled_by('emergency_access', $rule$ (
    ({table}.staff_id = (select actor()) and ({table}.opened_at is not null or {table}.repeats))
    or ({table}.staff_id <> (select actor()) and (select may_read('emergency access')))
    or ({table}.staff_id <> (select actor()) and {table}.is_sealed and exists (select from person p where p.id = {table}.person_id)))
  and ({table}.person_id is null or {table}.person_id <> all ((select barred_from())::uuid[])) $rule$);
create trigger set_once before update on emergency_access for each row
  execute function set_once('person_id', 'opened_at', 'until_at', 'agreed_by', 'reviewed_by', 'reviewed_at', 'was_right', 'review_words');

create function emergency_finds() returns trigger language plpgsql security definer set search_path from current as $$
declare meant uuid[];
begin
  new.person_id := null; new.is_sealed := false; new.repeats := false;
  new.opened_at := null; new.until_at := null; new.agreed_by := null; new.reviewed_at := null;
  if (select count(*) from emergency_access e where e.staff_id = new.staff_id and e.opened_at is null and e.asked_at > new.asked_at - interval '24 hours') >= new.tries then
    return new;
  end if;
  select array_agg(distinct p.id) into meant from person p left join person_name n on n.person_id = p.id
  where p.number = upper(new.number) or (new.number is null and p.born_on = new.born_on and n.folded = fold_name(new.given_name || ' ' || new.family_name));
  if cardinality(meant) is distinct from 1 or exists (select from barred b where b.staff_id = new.staff_id and b.person_id = meant[1]) then
    return new;
  end if;
  new.person_id := meant[1];
  new.repeats := exists (select from emergency_access e where e.staff_id = new.staff_id and e.person_id = new.person_id and e.opened_at is not null
    and fold_name(e.words) = fold_name(new.words));
  new.is_sealed := exists (select from wall w where w.person_id = new.person_id and w.kind = 'sealed' and w.until > new.asked_at);
  if not new.repeats and not new.is_sealed then
    new.opened_at := new.asked_at;
    new.until_at := new.asked_at + make_interval(hours => new.hours);
  end if;
  return new;
end $$;
create trigger emergency_finds before insert on emergency_access for each row execute function emergency_finds();

create function emergency_opens(opened emergency_access) returns void language sql security definer set search_path from current as $$
  insert into sight (principal, person_id, until, ground) values (opened.staff_id, opened.person_id, opened.until_at, 'emergency')
    on conflict (person_id, principal, ground) do update set until = greatest(sight.until, excluded.until);
  insert into wall_name (wall_id, staff_id, until)
    select w.id, opened.staff_id, opened.until_at from wall w where w.person_id = opened.person_id and w.until > opened.opened_at
    on conflict (wall_id, staff_id) do update set until = greatest(wall_name.until, excluded.until);
$$;
revoke execute on function emergency_opens(emergency_access) from public;

-- Heard at once, whatever came of it: the manager of who asked, or the head of service, the data protection officer, and where it is sealed
-- whoever the wall names. The mail names nobody; it waits in the outbox while no mail server answers, and the page shows it without one.
create function emergency_heard() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.opened_at is not null then perform emergency_opens(new); end if;
  insert into outbox (id, kind, recipient, subject, body, language, leaves_at)
  select gen_random_uuid(), 'mail', told.email, 'Emergency access was asked for: look at it now',
    'Somebody asked to open a record in an emergency. Sign in and open /emergency-accesses/' || new.id || ' to see who, why and what came of it.', 'en', clock_timestamp()
  from (
    select s.email from post_holding own join post on post.id = own.post_id join post_holding held on held.post_id = post.managed_by join staff s on s.id = held.staff_id
      where own.staff_id = new.staff_id and own.until_on is null and held.until_on is null
    union
    select s.email from post join post_holding held on held.post_id = post.id join staff s on s.id = held.staff_id
      where held.until_on is null and post.role in ('data protection officer', 'head of service')
    union
    select s.email from wall w join wall_name n on n.wall_id = w.id
      left join post on role_principal(post.role) = n.staff_id left join post_holding held on held.post_id = post.id and held.until_on is null
      join staff s on s.id = coalesce(held.staff_id, n.staff_id)
      where new.is_sealed and w.person_id = new.person_id and w.until > new.asked_at and n.until > new.asked_at
  ) told where told.email is not null and told.email is distinct from (select email from staff where id = new.staff_id);
  return null;
end $$;
create trigger emergency_heard after insert on emergency_access for each row execute function emergency_heard();

create function emergency_agreed() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.agreed_by is not null and old.agreed_by is null then
    if not new.is_sealed or new.repeats or new.agreed_by = new.staff_id or not exists (
      select from wall w join wall_name n on n.wall_id = w.id
      where w.person_id = new.person_id and w.until > new.opened_at and (n.staff_id = new.agreed_by or (new.agreed_by = actor() and n.staff_id = any (named_as()))) and n.until = 'infinity') then
      raise exception 'a sealed record is opened by somebody it names' using errcode = 'check_violation';
    end if;
    perform emergency_opens(new);
  end if;
  return null;
end $$;
create trigger emergency_agreed after update on emergency_access for each row execute function emergency_agreed();

-- Each look while it lasts carries its ground. Nearly always nobody has one, and the index is empty.
create index sight_emergency on sight (principal) where ground = 'emergency';
create function look_in_emergency() returns trigger language plpgsql as $$
begin
  if new.ground is null and exists (select from sight s where s.ground = 'emergency' and s.principal = new.actor and s.until > (select instant())
    and s.person_id = any (new.persons)) then
    new.ground := 'emergency access';
  end if;
  return new;
end $$;
create trigger look_in_emergency before insert on audit for each row when (cardinality(new.persons) > 0) execute function look_in_emergency();

-- Where a member of staff lives: asked of them for one purpose, to notice looks at the record of a neighbour.
create table staff_home (
  id uuid primary key,
  staff_id uuid not null unique references staff,
  street text not null check (length(street) between 1 and 200),
  said_at timestamptz not null
);
call versioned('staff_home');
call walled_by('staff_home', $rule$ {table}.staff_id = (select actor()) or (select may_read('audit')) $rule$);

-- Looks of one member of staff at one record on one day that a stated rule found odd, with its reasons, and what the reviewer found out.
create table look_review (
  id uuid primary key,
  staff_id uuid not null references staff,
  person_id uuid not null,
  looked_on date not null,
  reasons text[] not null check (cardinality(reasons) > 0),
  score integer not null check (score > 0),
  looks integer not null check (looks > 0),
  first_at timestamptz not null,
  found_at timestamptz not null,
  is_explained boolean,
  reviewed_by uuid references staff check (reviewed_by <> staff_id),
  reviewed_at timestamptz check (reviewed_at >= found_at),
  words text check (length(words) between 1 and 2000),
  unique (staff_id, person_id, looked_on),
  check ((is_explained is null) = (reviewed_by is null) and (is_explained is null) = (reviewed_at is null) and (is_explained is null) = (words is null))
);
create index look_review_waiting on look_review (score desc) where is_explained is null;
call versioned('look_review');
call walled_by('look_review', $rule$ (select may_read('audit')) and {table}.staff_id <> (select actor()) and {table}.person_id <> all ((select barred_from())::uuid[]) $rule$);
create trigger set_once before update on look_review for each row execute function set_once('is_explained', 'reviewed_by', 'reviewed_at', 'words');
