-- Invitations: a link with which somebody sets a password of their own. It works once and until its end; its hash stands here, and the link
-- itself in the mail alone. Another one for the same account takes the place of the first.
create table directory.invitation (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  account_id uuid not null references directory.account,
  authority text not null references directory.authority,
  purpose text not null check (purpose in ('first sign-in', 'new password')),
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null check (ends_at > made_at),
  used_at timestamptz,
  withdrawn_at timestamptz,
  check (num_nonnulls(used_at, withdrawn_at) <= 1)
);
create unique index invitation_open on directory.invitation (account_id) where used_at is null and withdrawn_at is null;
grant select, insert, update (used_at, withdrawn_at) on directory.invitation to continuum_app;
