-- Who is who: second factors, passkeys, sessions that can be seen and ended, the organisation's own sign-in, and accounts kept by pages.
alter table directory.account_place add column ended_at timestamptz;
comment on column directory.account_place.ended_at is
  'Since when the account opens nothing in this authority. Taken back by an administrator; what its owner recorded stays either way';
create unique index account_place_staff on directory.account_place (authority, staff_id);

-- The id names a session on a page without saying anything that opens it. Tokens of forms of the same session before its token was
-- changed stay good: whoever proves again who they are has other pages open.
alter table directory.session
  add column id uuid not null default gen_random_uuid() unique,
  add column factor text not null default 'none' check (factor in ('none', 'code', 'recovery code', 'passkey', 'provider')),
  add column device text not null default '' check (length(device) <= 60),
  add column earlier_form_tokens text[] not null default '{}';
alter table directory.session drop constraint session_manner_check;
alter table directory.session add constraint session_manner_check
  check (manner in ('password', 'demonstration', 'passkey', 'provider'));

alter table directory.sign_in_attempt
  add column means text not null default 'password' check (means in ('password', 'code', 'recovery code', 'passkey', 'provider'));
create index sign_in_attempt_time on directory.sign_in_attempt (tried_at);

-- One-time codes (RFC 6238). A new secret waits beside the old one until a code of it was given; a time step acts once.
create table directory.one_time_code (
  account_id uuid primary key references directory.account,
  secret bytea check (length(secret) = 20),
  confirmed_at timestamptz,
  last_step bigint,
  waiting bytea check (length(waiting) = 20),
  waiting_since timestamptz,
  check ((secret is null) = (confirmed_at is null)),
  check ((waiting is null) = (waiting_since is null)),
  check (secret is not null or waiting is not null)
);

-- Shown once, when they are made. 119 random bits each, so that a plain hash is enough (ASVS 6.5.2).
create table directory.recovery_code (
  account_id uuid not null references directory.account,
  code_hash bytea not null check (length(code_hash) = 32),
  made_at timestamptz not null default clock_timestamp(),
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table directory.passkey (
  id uuid primary key,
  account_id uuid not null references directory.account,
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  site text not null check (length(site) between 1 and 253),
  name text not null check (length(name) between 1 and 60),
  made_at timestamptz not null default clock_timestamp(),
  used_at timestamptz
);
create index passkey_account on directory.passkey (account_id);
comment on column directory.passkey.site is 'The name of the site it was made for: it answers to no other';

-- Between two steps of signing in, or of registering a passkey: held for minutes, by one browser, used once.
create table directory.sign_in_step (
  token_hash bytea primary key check (length(token_hash) = 32),
  purpose text not null check (purpose in ('second factor', 'second factor by passkey', 'sign in by passkey', 'register passkey', 'prove by passkey')),
  account_id uuid references directory.account,
  held jsonb not null default '{}' check (length(held::text) <= 8000),
  wrong integer not null default 0,
  began_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null,
  used_at timestamptz
);

-- Who somebody is at the organisation's provider. The subject is never given to anybody else there; a name or an address may be.
create table directory.account_at_provider (
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  account_id uuid not null references directory.account,
  since timestamptz not null default clock_timestamp(),
  primary key (issuer, subject),
  unique (issuer, account_id)
);

grant select, insert, update, delete on directory.one_time_code, directory.recovery_code, directory.passkey, directory.sign_in_step to continuum_app;
grant select, insert, delete on directory.account_at_provider to continuum_app;
-- Administrators add accounts and end them in their authority (decision 0044). Nothing takes an account away.
grant insert on directory.account, directory.account_place to continuum_app;
grant update (ended_at) on directory.account_place to continuum_app;

-- Attempts are forgotten after the time that the profile gives, and otherwise only grow: whoever guesses cannot take the tries back.
create function directory.forget_sign_in_attempts(tried_before timestamptz) returns bigint
  language sql security definer set search_path = directory, pg_temp as $$
  with gone as (delete from directory.sign_in_attempt where tried_at < least(tried_before, now() - interval '1 day') returning 1)
  select count(*) from gone
$$;
revoke execute on function directory.forget_sign_in_attempts(timestamptz) from public;
grant execute on function directory.forget_sign_in_attempts(timestamptz) to continuum_app;
