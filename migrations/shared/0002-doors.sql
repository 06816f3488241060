-- The doors: a password that was handed over is changed before anything else, and a secret cannot be found by trying.
alter table directory.account add column password_handed_over_at timestamptz;
comment on column directory.account.password_handed_over_at is
  'When a password was made for this account and handed over; null once its owner has set one. Until then a session may do nothing else';
grant update (password_handed_over_at) on directory.account to continuum_app;

-- Tries at the doors that take a secret from anybody. Neither the secret nor the address of a browser stands here, and rows are
-- forgotten within the hour: nothing must join a family's address to what a family told us.
create table directory.door_try (
  id uuid primary key,
  door text not null check (length(door) between 1 and 40),
  secret_hash bytea not null check (length(secret_hash) = 32),
  source_hash bytea not null check (length(source_hash) = 32),
  opened boolean not null,
  tried_at timestamptz not null
);
create index door_try_source on directory.door_try (source_hash, tried_at);
grant select, insert, delete on directory.door_try to continuum_app;
