-- A closing: a period of service is to end in discussion with the family. A worker proposes it with what the child and each parent say, or
-- why nobody heard them; a manager who neither proposed it nor works with the child authorises it, and in the same transaction it ends.
alter table period_of_service add unique (id, person_id);
create table closing (
  id uuid primary key,
  period_of_service_id uuid not null,
  person_id uuid not null,
  reason text not null check (length(reason) between 1 and 100),
  reached text not null check (length(reached) between 1 and 4000),
  disagreed text check (length(disagreed) between 1 and 4000),
  come_back text not null check (length(come_back) between 1 and 2000),
  others_told text not null check (length(others_told) between 1 and 2000),
  proposed_by uuid not null references staff,
  proposed_at timestamptz not null,
  authorised_by uuid references staff check (authorised_by <> proposed_by),
  authorised_at timestamptz check (authorised_at >= proposed_at),
  returned_by uuid references staff check (returned_by <> proposed_by),
  returned_at timestamptz check (returned_at >= proposed_at),
  returned_words text check (length(returned_words) between 1 and 2000),
  -- Nobody, where the period ended otherwise and the program says so.
  withdrawn_by uuid references staff,
  withdrawn_at timestamptz check (withdrawn_at >= proposed_at),
  unique (id, person_id),
  -- A period that turns out to be another child's takes its closings along.
  foreign key (period_of_service_id, person_id) references period_of_service (id, person_id) on update cascade on delete cascade,
  check ((authorised_at is null) = (authorised_by is null)),
  check ((returned_at is null) = (returned_by is null) and (returned_at is null) = (returned_words is null)),
  check (withdrawn_by is null or withdrawn_at is not null),
  check (num_nonnulls(authorised_at, returned_at, withdrawn_at) <= 1)
);
create unique index closing_one_proposed on closing (period_of_service_id)
  where authorised_at is null and returned_at is null and withdrawn_at is null;
create index closing_person on closing (person_id);
create index closing_period on closing (period_of_service_id);

-- What one of the family says of it, or why it was not heard: the child, a parent on record, or one who is not.
create table closing_view (
  id uuid primary key,
  closing_id uuid not null,
  person_id uuid not null,
  whose text not null check (whose in ('child', 'parent')),
  parent_id uuid references person,
  named text check (length(named) between 1 and 200),
  words text check (length(words) between 1 and 60000),
  why_not text check (length(why_not) between 1 and 100),
  foreign key (closing_id, person_id) references closing (id, person_id) on update cascade on delete cascade,
  check ((words is null) <> (why_not is null)),
  check (num_nonnulls(parent_id, named) = case whose when 'child' then 0 else 1 end)
);
create unique index closing_view_child on closing_view (closing_id) where whose = 'child';
create unique index closing_view_parent on closing_view (closing_id, parent_id) where parent_id is not null;
create index closing_view_person on closing_view (person_id);

-- What each of them is told once it is authorised, and how it is safe to tell them. It names no child: mail is read over shoulders.
create table closing_letter (
  id uuid primary key,
  closing_id uuid not null,
  person_id uuid not null,
  reader_id uuid references person,
  named text check (length(named) between 1 and 200),
  way text not null check (way in ('mail', 'text message', 'letter', 'telephone', 'in person')),
  language text not null,
  words text not null check (length(words) between 1 and 20000),
  made_at timestamptz not null,
  told_at timestamptz check (told_at >= made_at),
  told_by uuid references staff,
  foreign key (closing_id, person_id) references closing (id, person_id) on update cascade on delete cascade,
  check (num_nonnulls(reader_id, named) = 1),
  check (told_by is null or told_at is not null)
);
create index closing_letter_closing on closing_letter (closing_id);
create index closing_letter_person on closing_letter (person_id);
create index closing_letter_not_told on closing_letter (made_at) where told_at is null;

do $$ declare name text; begin
  foreach name in array array['closing', 'closing_view', 'closing_letter'] loop
    call versioned(name);
    call walled(name, 'person_id');
  end loop;
end $$;
create trigger set_once before update on closing for each row
  execute function set_once('authorised_at', 'authorised_by', 'returned_at', 'returned_by', 'returned_words', 'withdrawn_at', 'withdrawn_by');
create trigger set_once before update on closing_letter for each row execute function set_once('told_at', 'told_by');

-- Proposed of a period that is open; the row is held, so that it does not end meanwhile. Authorised by nobody who works with the child.
create function closing_in_its_order() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    perform from period_of_service p where p.id = new.period_of_service_id and p.ended_on is null for share;
    if not found then raise exception 'a closing of what is not open' using errcode = 'check_violation'; end if;
  elsif new.authorised_at is not null and old.authorised_at is null and exists (select from allocation a
      where a.person_id = new.person_id and a.staff_id = new.authorised_by and a.ended_on is null) then
    raise exception 'nobody who works with a child authorises their closing' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger closing_in_its_order before insert or update on closing for each row execute function closing_in_its_order();

-- At the end of the transaction: the child was heard, a parent or carer too, or it stands why not; and what was authorised has ended.
create function closing_whole() returns trigger language plpgsql security definer set search_path from current as $$
declare heard text[];
begin
  select array_agg(distinct v.whose) into heard from closing_view v where v.closing_id = new.id;
  if not coalesce(heard @> array['child', 'parent'], false) then
    raise exception 'a closing without what the family says, or why not' using errcode = 'check_violation';
  end if;
  if new.authorised_at is not null and exists (select from period_of_service p where p.id = new.period_of_service_id and p.ended_on is null) then
    raise exception 'a closing that was authorised and ended nothing' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger closing_whole after insert or update on closing deferrable initially deferred for each row execute function closing_whole();

-- What ends otherwise, or moved to somebody who has it open, is proposed for closing no longer.
create function closing_of_ended_period() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.ended_on is null or old.ended_on is not null then return null; end if;
  update closing set withdrawn_at = greatest(instant(), proposed_at), withdrawn_by = (select s.id from staff s where s.id = new.ended_by)
    where period_of_service_id = new.id and authorised_at is null and returned_at is null and withdrawn_at is null;
  return null;
end $$;
create trigger closing_of_ended_period after update on period_of_service for each row execute function closing_of_ended_period();
