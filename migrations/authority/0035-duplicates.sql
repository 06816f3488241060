-- Two records that may be of one person: proposed with how much speaks for it, answered by somebody with a reason, and remembered. The
-- facts that speak for it are not kept here: they are read again, each behind its own wall, whenever somebody looks.
create table duplicate_proposal (
  id uuid primary key,
  person_id uuid not null references person,
  other_id uuid not null references person,
  occasion text not null check (occasion in ('put on record', 'at night')),
  -- How likely it was when it was proposed, of 1.
  likelihood numeric(5, 4) not null check (likelihood between 0 and 1),
  proposed_at timestamptz not null,
  check (person_id < other_id)
);
create table duplicate_answer (
  id uuid primary key,
  proposal_id uuid not null references duplicate_proposal,
  answer text not null check (answer in ('same person', 'not the same', 'not sure')),
  reason text not null check (length(reason) between 1 and 2000),
  answered_at timestamptz not null,
  answered_by uuid not null references staff
);
call versioned('duplicate_proposal');
call versioned('duplicate_answer');
-- A pair is proposed once: what was answered "not the same" is not asked again.
create unique index duplicate_proposal_pair on duplicate_proposal (person_id, other_id);
create index duplicate_proposal_other on duplicate_proposal (other_id);
create index duplicate_answer_of_proposal on duplicate_answer (proposal_id, answered_at);
-- It names two persons, and is behind the walls of both.
call walled_by('duplicate_proposal', 'exists (select from person p where p.id = {table}.person_id) and exists (select from person p where p.id = {table}.other_id)');
call walled_by('duplicate_answer', 'exists (select from duplicate_proposal d where d.id = {table}.proposal_id)');

-- Until where what was recorded of names and births has been looked through. Nobody stands in it.
create table duplicate_watch (
  id boolean primary key default true check (id),
  looked_until timestamptz not null,
  -- Of several recorded at one instant, the last that was looked at.
  looked_row uuid not null
);
insert into duplicate_watch (looked_until, looked_row) values ('-infinity', '00000000-0000-0000-0000-000000000000');
grant select, update on duplicate_watch to continuum_app;
create index person_name_recorded on person_name (recorded_at, id);
create index person_recorded on person (recorded_at, id);
