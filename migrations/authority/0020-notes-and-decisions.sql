-- A case note: something was said or came to be known outside a visit. Written once for all children it is about, as a visit is
-- (0011-visits.sql): what is written of one child stands in that child's file alone, and what the others must not know apart once more.
create table case_note (
  id uuid primary key,
  kind text not null check (length(kind) between 1 and 100),
  happened_on date not null,
  happened_time time,
  -- Only where it came to us on a later day than it happened.
  told_on date check (told_on > happened_on),
  with_whom text check (length(with_whom) between 1 and 200),
  -- Stands in the file of every child of the note.
  words text check (length(words) <= 60000),
  follows text check (length(follows) <= 60000),
  written_by uuid not null references staff,
  version integer not null default 1 check (version >= 1)
);
create table case_note_child (
  id uuid primary key,
  case_note_id uuid not null references case_note,
  person_id uuid not null references person,
  words text check (length(words) <= 60000),
  unique (case_note_id, person_id)
);
create index case_note_child_person on case_note_child (person_id);
-- Under the id of the child of the note. A row without words says that there were some before.
create table case_note_withheld (
  id uuid primary key references case_note_child,
  person_id uuid not null references person,
  words text check (length(words) between 1 and 60000)
);
create index case_note_withheld_person on case_note_withheld (person_id);
create table case_note_correction (
  id uuid primary key,
  case_note_child_id uuid not null references case_note_child,
  person_id uuid not null references person,
  reason text not null check (length(reason) between 1 and 2000),
  corrected_at timestamptz not null,
  corrected_by uuid not null references staff
);
create index case_note_correction_child on case_note_correction (case_note_child_id);
create index case_note_correction_person on case_note_correction (person_id);

-- A management decision: what a manager decided about a child, why, and what must be done by whom and when. Signed by who decided.
create table management_decision (
  id uuid primary key,
  person_id uuid not null references person,
  occasion text not null check (length(occasion) between 1 and 100),
  decided_on date not null,
  decided text not null check (length(decided) between 1 and 60000),
  why text not null check (length(why) between 1 and 60000),
  signed_by uuid not null references staff,
  signed_at timestamptz not null,
  version integer not null default 1 check (version >= 1),
  unique (id, person_id)
);
create index management_decision_person on management_decision (person_id);
-- By a member of staff or somebody else by name; it ends done, or no longer needed with the reason.
create table management_decision_action (
  id uuid primary key,
  management_decision_id uuid not null,
  person_id uuid not null,
  what text not null check (length(what) between 1 and 2000),
  staff_id uuid references staff,
  named text check (length(named) between 1 and 200),
  due_on date not null,
  ended_at timestamptz,
  ended_by uuid references staff,
  outcome text check (outcome in ('done', 'not needed')),
  ended_words text check (length(ended_words) between 1 and 2000),
  foreign key (management_decision_id, person_id) references management_decision (id, person_id),
  check (num_nonnulls(staff_id, named) = 1),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (outcome is null)),
  check (outcome is distinct from 'not needed' or ended_words is not null),
  check (outcome is not null or ended_words is null)
);
create index management_decision_action_decision on management_decision_action (management_decision_id);
create index management_decision_action_person on management_decision_action (person_id);
create index management_decision_action_due on management_decision_action (due_on) where ended_at is null;
create table management_decision_correction (
  id uuid primary key,
  management_decision_id uuid not null references management_decision,
  person_id uuid not null references person,
  reason text not null check (length(reason) between 1 and 2000),
  corrected_at timestamptz not null,
  corrected_by uuid not null references staff
);
create index management_decision_correction_decision on management_decision_correction (management_decision_id);
create index management_decision_correction_person on management_decision_correction (person_id);

do $$ declare name text; begin
  foreach name in array array['case_note', 'case_note_child', 'case_note_withheld', 'case_note_correction',
      'management_decision', 'management_decision_action', 'management_decision_correction'] loop
    call versioned(name);
    if name <> 'case_note' then call walled(name, 'person_id'); end if;
  end loop;
end $$;
call walled_by('case_note', 'exists (select from case_note_child c where c.case_note_id = {table}.id)');
create trigger append_only before update or delete on case_note_correction for each row execute function append_only();
create trigger append_only before update or delete on management_decision_correction for each row execute function append_only();
create trigger set_once before update on management_decision_action for each row
  execute function set_once('ended_at', 'ended_by', 'outcome', 'ended_words');

-- Nothing was said or decided tomorrow; and who decided stays who decided.
create function not_of_tomorrow() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) ->> tg_argv[0])::date > (instant() at time zone 'Europe/Jersey')::date then
    raise exception '% in the future', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger not_of_tomorrow before insert or update on case_note for each row execute function not_of_tomorrow('happened_on');
create trigger told_not_tomorrow before insert or update on case_note for each row execute function not_of_tomorrow('told_on');
create trigger not_of_tomorrow before insert or update on management_decision for each row execute function not_of_tomorrow('decided_on');
create trigger set_once before update on management_decision for each row execute function set_once('signed_by', 'signed_at');
