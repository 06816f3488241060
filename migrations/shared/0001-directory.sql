-- The directory: which authorities there are, who may sign in, and sessions. No record of a child stands here.
create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists fuzzystrmatch with schema extensions;
create extension if not exists btree_gist with schema extensions;

do $$ begin
  if not exists (select from pg_roles where rolname = 'continuum_app') then
    create role continuum_app login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  -- Only this role may set the instant at which a fact counts as recorded; no page and no worker has it.
  if not exists (select from pg_roles where rolname = 'continuum_generator') then
    create role continuum_generator login nosuperuser bypassrls nocreatedb nocreaterole;
  end if;
end $$;
grant continuum_app to continuum_generator;
grant usage on schema extensions to continuum_app;

create schema if not exists directory;
grant usage on schema directory to continuum_app;

create table directory.authority (
  schema_name text primary key check (schema_name ~ '^[a-z][a-z0-9_]{0,39}$'),
  title text not null check (length(title) between 1 and 200),
  profile text not null,
  host text unique,
  path text unique check (path ~ '^[a-z][a-z0-9-]{0,39}$'),
  demonstration boolean not null default false,
  as_of timestamptz,
  created_at timestamptz not null default clock_timestamp()
);
comment on column directory.authority.as_of is 'A fixed "now" for a generated island; null means the clock of the machine';

create table directory.account (
  id uuid primary key,
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name) and length(sign_in_name) between 3 and 254),
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);

-- One account may work in several authorities, as a different member of staff in each.
create table directory.account_place (
  account_id uuid not null references directory.account,
  authority text not null references directory.authority,
  staff_id uuid not null,
  primary key (account_id, authority)
);

create table directory.session (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references directory.account,
  authority text not null references directory.authority,
  manner text not null check (manner in ('password', 'demonstration')),
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  proved_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on directory.session (account_id) where ended_at is null;

create table directory.sign_in_attempt (
  id uuid primary key,
  sign_in_name text not null check (length(sign_in_name) <= 254),
  source text not null check (length(source) <= 100),
  succeeded boolean not null,
  tried_at timestamptz not null
);
create index sign_in_attempt_name on directory.sign_in_attempt (sign_in_name, tried_at);
create index sign_in_attempt_source on directory.sign_in_attempt (source, tried_at);

grant select on directory.authority, directory.account, directory.account_place to continuum_app;
-- Everybody sets their own password; nobody else can, and nothing else of an account changes from a page.
grant update (password_hash) on directory.account to continuum_app;
grant select, insert, update on directory.session to continuum_app;
grant select, insert on directory.sign_in_attempt to continuum_app;
