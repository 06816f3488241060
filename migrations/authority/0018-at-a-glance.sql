-- What people say of how a child is, in short dated sentences: what worries them, what goes well, and the child's own. None is changed:
-- one that is no longer true ends, once, and stays on record.
create table child_statement (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null,
  words text not null check (length(words) between 1 and 300),
  stated_on date not null,
  stated_by uuid not null references staff,
  ended_on date check (ended_on >= stated_on),
  ended_by uuid references staff,
  check ((ended_on is null) = (ended_by is null))
);
-- The same is not said twice while it stands.
create unique index child_statement_once on child_statement (person_id, kind, words) where ended_on is null;
create index child_statement_person on child_statement (person_id);
call versioned('child_statement');
call walled('child_statement', 'person_id');
create trigger set_once before update on child_statement for each row
  execute function set_once('person_id', 'kind', 'words', 'stated_on', 'stated_by', 'ended_on', 'ended_by');

-- An alert says when somebody is to look at it again.
alter table safe_contact add column review_on date check (review_on >= from_on);
call versioned('safe_contact');
