-- What every later table stands on: the context of a transaction, two times, walls, audit, drafts, submissions, outbox, clocks.

-- The context. Set with SET LOCAL by src/platform/database/transaction.ts; a setting that was once used reads back as '' and not as null.
create function actor() returns uuid stable language sql as
  $$ select nullif(current_setting('app.actor', true), '')::uuid $$;
create function principals() returns uuid[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.principals', true), ''), '{}')::uuid[] $$;
create function agency() returns uuid stable language sql as
  $$ select nullif(current_setting('app.agency', true), '')::uuid $$;
create function wide() returns boolean stable language sql as
  $$ select coalesce(current_setting('app.wide', true), '') = 'on' $$;
create function may_read(field_class text) returns boolean stable language sql as
  $$ select field_class = any (coalesce(nullif(current_setting('app.field_classes', true), ''), '{}')::text[]) $$;
create function instant() returns timestamptz stable language sql as
  $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
create function known_at() returns timestamptz stable language sql as
  $$ select coalesce(nullif(current_setting('app.known_at', true), '')::timestamptz, 'infinity') $$;
-- The sender of the outbox marks what was told, also for a child behind a wall; it shows nothing to anybody.
create function sending() returns boolean stable language sql as
  $$ select coalesce(current_setting('app.sender', true), '') = 'on' $$;
create function held_key() returns text stable language sql as
  $$ select nullif(current_setting('app.key', true), '') $$;

create function recording_instant() returns timestamptz volatile language plpgsql as $$
declare chosen text := nullif(current_setting('app.recorded_at', true), '');
begin
  if chosen is null then return clock_timestamp(); end if;
  if not pg_has_role(session_user, 'continuum_generator', 'member') then
    raise exception 'only the generator may set when a fact was recorded' using errcode = 'insufficient_privilege';
  end if;
  return chosen::timestamptz;
end $$;

-- Two times. Each fact says when it was recorded, by whom and on whose word; what it said before stands in <table>_history.
create function stamp_recorded() returns trigger language plpgsql as $$
begin
  new.recorded_at := recording_instant();
  if tg_op = 'UPDATE' then
    new.recorded_at := greatest(new.recorded_at, old.recorded_at + interval '1 microsecond');
    new.recorded_by := coalesce(actor(), new.recorded_by);
  end if;
  return new;
end $$;

create function keep_history() returns trigger language plpgsql as $$
declare superseded timestamptz;
begin
  superseded := case when tg_op = 'UPDATE' then new.recorded_at else greatest(recording_instant(), old.recorded_at + interval '1 microsecond') end;
  execute format('insert into %1$I.%2$I select * from jsonb_populate_record(null::%1$I.%2$I, $1)', tg_table_schema, tg_table_name || '_history')
    using to_jsonb(old) || jsonb_build_object('superseded_at', superseded);
  return null;
end $$;

-- Gives a table its second time. Called again after a column was added, it brings history and view up to date.
create procedure versioned(name text) language plpgsql as $$
declare columns text; missing record;
begin
  execute format('alter table %I
    add column if not exists recorded_at timestamptz not null default clock_timestamp(),
    add column if not exists recorded_by uuid default actor(),
    add column if not exists provenance text not null default coalesce(nullif(current_setting(''app.provenance'', true), ''''), ''worker'')
      check (provenance in (''worker'', ''child'', ''family'', ''referrer'', ''partner agency'', ''import'', ''generator'', ''system'')),
    add column if not exists legacy_id text', name);
  if to_regclass(format('%I', name || '_history')) is null then
    execute format('create table %I as select *, null::timestamptz as superseded_at from %I with no data', name || '_history', name);
    execute format('alter table %I alter column superseded_at set not null', name || '_history');
    execute format('create index on %I (id, recorded_at)', name || '_history');
    execute format('create trigger stamp_recorded before insert or update on %I for each row execute function stamp_recorded()', name);
    execute format('create trigger keep_history after update or delete on %I for each row execute function keep_history()', name);
  end if;
  for missing in
    select a.attname, format_type(a.atttypid, a.atttypmod) as kind from pg_attribute a
    where a.attrelid = to_regclass(format('%I', name)) and a.attnum > 0 and not a.attisdropped
      and not exists (select from pg_attribute h where h.attrelid = to_regclass(format('%I', name || '_history')) and h.attname = a.attname and not h.attisdropped)
  loop
    execute format('alter table %I add column %I %s', name || '_history', missing.attname, missing.kind);
  end loop;
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
    where attrelid = to_regclass(format('%I', name)) and attnum > 0 and not attisdropped;
  if to_regclass(format('%I', name || '_known')) is not null then execute format('drop view %I', name || '_known'); end if;
  execute format('create view %1$I with (security_invoker = true) as
    select %3$s from %2$I where recorded_at <= (select known_at())
    union all
    select %3$s from %4$I where recorded_at <= (select known_at()) and superseded_at > (select known_at())',
    name || '_known', name, columns, name || '_history');
  execute format('grant select, insert, update on %I to continuum_app', name);
  execute format('grant select, insert on %I to continuum_app', name || '_history');
  execute format('grant select on %I to continuum_app', name || '_known');
end $$;

-- A column that says when or by whom something ended is set once; a mistake is corrected by a new fact, not by taking the end back.
create function set_once() returns trigger language plpgsql as $$
declare name text;
begin
  foreach name in array tg_argv loop
    if to_jsonb(old) -> name <> 'null'::jsonb and to_jsonb(old) -> name is distinct from to_jsonb(new) -> name then
      raise exception '% of % is set once', name, tg_table_name using errcode = 'check_violation';
    end if;
  end loop;
  return new;
end $$;

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Walls. Three tables of ids that the policies ask; they hold no fact about anybody, so they carry no policy themselves.
create table sight (
  principal uuid not null,
  person_id uuid not null,
  until timestamptz not null default 'infinity',
  ground text not null,
  primary key (person_id, principal, ground)
);
create index sight_principal on sight (principal, person_id);
create table wall (
  id uuid primary key,
  person_id uuid not null,
  kind text not null check (kind in ('restricted', 'sealed')),
  reason text not null check (length(reason) between 1 and 2000),
  began_at timestamptz not null,
  until timestamptz not null default 'infinity',
  decided_by uuid not null
);
create index wall_person on wall (person_id);
create table wall_name (
  wall_id uuid not null references wall,
  staff_id uuid not null,
  primary key (wall_id, staff_id)
);
grant select on sight, wall_name to continuum_app;
grant select (id, person_id, kind, began_at, until) on wall to continuum_app;

-- Puts a table, with its history, behind a condition written once: {table} stands for the table's own name. Forced, so that nobody who
-- works through the application is outside it; the owner, who migrates and derives, is not the application's role.
create procedure walled_by(name text, rule text) language plpgsql as $$
declare target text; condition text;
begin
  foreach target in array array[name, name || '_history'] loop
    if to_regclass(format('%I', target)) is null then continue; end if;
    condition := replace(rule, '{table}', quote_ident(target));
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy seen on %I for select to continuum_app using (%s)', target, condition);
    execute format('create policy changed on %I for update to continuum_app using (%s) with check (true)', target, condition);
    execute format('create policy added on %I for insert to continuum_app with check (true)', target);
    execute format('create policy kept on %I to current_user using (true) with check (true)', target);
  end loop;
end $$;

-- The wall of a person: in sight by relationship or by a role that sees everyone, and not behind a wall that does not name the viewer.
create procedure walled(name text, person_column text) language plpgsql as $$
begin
  call walled_by(name, format('
    (select sending()) or ((select wide()) or exists (select from sight s where s.person_id = {table}.%1$I and s.principal = any ((select principals())::uuid[]) and s.until > (select instant())))
    and not exists (select from wall w where w.person_id = {table}.%1$I and w.until > (select instant())
      and not exists (select from wall_name n where n.wall_id = w.id and n.staff_id = (select actor())))', person_column));
end $$;

-- Who did or looked at what: inserted plainly in the transaction of the act, chained after commit by one sealer.
create table audit (
  id uuid primary key,
  xid xid8 not null default pg_current_xact_id(),
  n bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor uuid,
  session text,
  request text not null,
  act text not null check (length(act) between 1 and 100),
  subject_kind text,
  subject_id uuid,
  persons uuid[] not null default '{}',
  field_classes text[] not null default '{}',
  ground text,
  allowed boolean not null,
  decided_by text not null
);
create index audit_persons on audit using gin (persons);
create index audit_unsealed on audit (xid, n);
create table audit_seal (
  n bigint primary key,
  sealed_at timestamptz not null default clock_timestamp(),
  ids uuid[] not null,
  last_xid xid8 not null,
  last_n bigint not null,
  previous bytea not null,
  hash bytea not null
);
create trigger append_only before update or delete on audit for each row execute function append_only();
create trigger append_only before update or delete on audit_seal for each row execute function append_only();
grant insert on audit to continuum_app;
grant select, insert on audit_seal to continuum_app;
alter table audit enable row level security;
alter table audit force row level security;
create policy added on audit for insert to continuum_app with check (true);
create policy kept on audit to current_user using (true) with check (true);
create policy sealed on audit for select to continuum_app using (coalesce(current_setting('app.sealer', true), '') = 'on' or (select may_read('audit')));
grant select on audit to continuum_app;

-- What was typed and not sent yet. Private to its author: a member of staff, or whoever holds the key of a public form.
create table draft (
  id uuid primary key,
  author uuid,
  key_hash text,
  form text not null,
  form_version integer not null,
  subject_id uuid,
  answers jsonb not null check (length(answers::text) <= 400000),
  version integer not null default 1,
  saved_at timestamptz not null default clock_timestamp(),
  check ((author is null) <> (key_hash is null))
);
create unique index draft_author on draft (author, form, coalesce(subject_id, '00000000-0000-0000-0000-000000000000')) where author is not null;
create unique index draft_key on draft (key_hash, form) where key_hash is not null;
alter table draft enable row level security;
alter table draft force row level security;
create policy own on draft for all to continuum_app
  using (author = (select actor()) or key_hash = (select held_key()))
  with check (author = (select actor()) or key_hash = (select held_key()));
create policy kept on draft to current_user using (true) with check (true);
grant select, insert, update, delete on draft to continuum_app;

-- A draft is no record: what nobody came back to is forgotten after the time that the profile gives. Returns how many.
create function forget_drafts(saved_before timestamptz) returns bigint language sql security definer set search_path from current as $$
  with gone as (delete from draft where saved_at < saved_before returning 1) select count(*) from gone
$$;
revoke execute on function forget_drafts(timestamptz) from public;
grant execute on function forget_drafts(timestamptz) to continuum_app;

-- A submission acts once. The key row is the first statement of the transaction; a repeat waits for it, then reads the stored answer.
create table submission (
  key_hash text primary key,
  form text not null,
  form_version integer not null,
  body_hash text not null,
  answers jsonb not null,
  reply jsonb not null default '{}',
  submitted_at timestamptz not null default clock_timestamp()
);
alter table submission enable row level security;
alter table submission force row level security;
create policy own on submission for all to continuum_app using (key_hash = (select held_key())) with check (key_hash = (select held_key()));
create policy kept on submission to current_user using (true) with check (true);
grant select, insert, update on submission to continuum_app;

-- What must leave the house: letters, mails and notices, sent after commit and once.
create table outbox (
  id uuid primary key,
  kind text not null check (kind in ('mail', 'text message', 'letter', 'notice')),
  recipient text not null check (length(recipient) <= 1000),
  subject text not null check (length(subject) <= 300),
  body text not null check (length(body) <= 20000),
  language text not null,
  contact_id uuid,
  answer_id uuid,
  made_at timestamptz not null default clock_timestamp(),
  leaves_at timestamptz not null,
  sent_at timestamptz,
  cancelled_at timestamptz,
  tries integer not null default 0,
  last_fault text
);
create index outbox_waiting on outbox (leaves_at) where sent_at is null and cancelled_at is null;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy seen on outbox for select to continuum_app using ((select wide()) or (select sending()));
create policy changed on outbox for update to continuum_app using ((select wide()) or (select sending())) with check (true);
create policy added on outbox for insert to continuum_app with check (true);
create policy kept on outbox to current_user using (true) with check (true);
create trigger set_once before update on outbox for each row execute function set_once('sent_at', 'cancelled_at');
grant select, insert, update on outbox to continuum_app;

-- The profile's values, seeded from src/profile and changed here; due dates are never stored, they are a join on working_day.
create table timescale (
  clock text not null,
  since date not null,
  runs_from text not null,
  amount integer,
  unit text not null check (unit in ('working days', 'working hours', 'hours', 'days', 'months', 'none')),
  runs_at_night boolean not null default false,
  source text not null,
  standing text not null check (standing in ('law', 'local policy', 'English default', 'demonstration')),
  primary key (clock, since)
);
create table working_day (
  date date primary key,
  is_working boolean not null,
  ordinal integer not null,
  holiday text,
  opens time,
  closes time,
  minutes_before bigint not null
);
comment on column working_day.ordinal is 'Working days up to and including this date';
comment on column working_day.minutes_before is 'Working minutes of the hub before this date began';
create index working_day_ordinal on working_day (ordinal) where is_working;
create table reference_counter (
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (kind, year)
);
grant select on timescale, working_day to continuum_app;
grant select, insert, update on reference_counter to continuum_app;
