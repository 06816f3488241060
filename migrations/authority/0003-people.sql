-- Persons on record: somebody about whom somebody asked. The population of the island is counts, never a register.

-- The same folding as foldName in src/language/name.ts; a test compares the two.
create function fold_name(name text) returns text immutable strict parallel safe language sql as $$
  select btrim(regexp_replace(regexp_replace(
    replace(normalize(lower(extensions.unaccent('extensions.unaccent', lower(normalize(name, NFD)))), NFC), 'ς', 'σ'),
    '[''`\u02b9\u02bb-\u02bd\u02c8\u02cb\u2018\u2019\u201b\u2032\u2035]', '', 'g'),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+', ' ', 'g'))
$$;
create function sound_of(word text) returns text immutable strict parallel safe language sql as
  $$ select extensions.dmetaphone(word) $$;

create table person (
  id uuid primary key,
  number text not null unique check (number ~ '^[A-Z0-9]{4,10}$'),
  born_on date,
  due_on date,
  born_on_certainty text not null default 'known' check (born_on_certainty in ('known', 'about', 'not known')),
  died_on date check (died_on >= born_on),
  sex text not null default 'U',
  gender text,
  pronouns text check (length(pronouns) <= 100),
  ethnicity text,
  interpreter text,
  disabilities text[] not null default '{}',
  religion text check (length(religion) <= 100),
  check (born_on_certainty = 'not known' or born_on is not null or due_on is not null)
);
create index person_born_on on person (born_on);
create index person_due_on on person (due_on) where due_on is not null;

create table person_name (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('used', 'legal', 'former', 'chosen', 'also known as')),
  given_name text not null default '' check (length(given_name) <= 100),
  family_name text not null default '' check (length(family_name) <= 100),
  from_on date,
  until_on date,
  folded text generated always as (fold_name(given_name || ' ' || family_name)) stored,
  check (given_name <> '' or family_name <> '')
);
create index person_name_person on person_name (person_id);
create index person_name_folded on person_name (folded);

-- The distinct words of all names, with no person in it: a misspelling is matched here, and persons are then found by equality, which
-- no policy stands in the way of (trigram operators are not leakproof).
create table name_word (word text primary key, sound text not null);
create index name_word_trigram on name_word using gin (word extensions.gin_trgm_ops);
create index name_word_sound on name_word (sound);
create table person_name_word (
  person_id uuid not null references person,
  word text not null,
  name_id uuid not null references person_name,
  primary key (word, person_id, name_id)
);
create index person_name_word_person on person_name_word (person_id);
create function index_name_words() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from person_name_word where person_id = new.person_id and name_id = new.id;
  insert into name_word (word, sound) select distinct w, coalesce(sound_of(w), '') from regexp_split_to_table(new.folded, ' ') w where w <> '' on conflict do nothing;
  insert into person_name_word (person_id, word, name_id) select distinct new.person_id, w, new.id from regexp_split_to_table(new.folded, ' ') w where w <> '' on conflict do nothing;
  return null;
end $$;
create trigger index_name_words after insert or update of given_name, family_name on person_name for each row execute function index_name_words();
grant select on name_word to continuum_app;
grant select on person_name_word to continuum_app;

create table person_language (
  id uuid primary key,
  person_id uuid not null references person,
  language text not null,
  preferred boolean not null default false
);
create table household (id uuid primary key, title text check (length(title) <= 200));
create table household_membership (
  id uuid primary key,
  household_id uuid not null references household,
  person_id uuid not null references person,
  from_on date,
  until_on date check (until_on >= from_on)
);
create index household_membership_household on household_membership (household_id);
create table address (
  id uuid primary key,
  person_id uuid not null references person,
  lines text not null check (length(lines) between 1 and 500),
  parish text,
  postcode text check (length(postcode) <= 12),
  guarded boolean not null default false,
  from_on date,
  until_on date check (until_on >= from_on)
);
create table contact_details (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('telephone', 'email')),
  value text not null check (length(value) between 1 and 254),
  digits text generated always as (regexp_replace(value, '[^0-9]', '', 'g')) stored,
  -- What is left when a code of a country or a place is written or not: found by equality, which no policy stands in the way of.
  ending text generated always as (right(regexp_replace(value, '[^0-9]', '', 'g'), 6)) stored,
  until_on date
);
create index contact_details_ending on contact_details (ending) where kind = 'telephone';
create table safe_contact (
  id uuid primary key,
  person_id uuid not null references person,
  ways text[] not null,
  times text check (length(times) <= 500),
  language text not null,
  not_to_say text check (length(not_to_say) <= 1000),
  from_on date not null,
  until_on date check (until_on >= from_on)
);
-- Who other_id is to person_id: the mother of. Each relationship stands twice, once from either side; parental responsibility stands on the
-- side of the one for whom it is held.
create table relationship (
  id uuid primary key,
  person_id uuid not null references person,
  other_id uuid not null references person,
  kind text not null,
  parental_responsibility text not null default 'not known' check (parental_responsibility in ('yes', 'no', 'not known', 'not asked')),
  from_on date,
  until_on date check (until_on >= from_on),
  check (person_id <> other_id)
);
create index relationship_other on relationship (other_id);
create unique index relationship_once on relationship (person_id, other_id, kind) where until_on is null;
create table attendance (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('school', 'general practice', 'health visitor')),
  agency_id uuid references agency,
  named text check (length(named) <= 200),
  from_on date,
  until_on date check (until_on >= from_on),
  check (agency_id is not null or named is not null)
);

call versioned('household');
call versioned('person');
call walled('person', 'id');
do $$ declare name text; begin
  foreach name in array array['person_name', 'person_language', 'household_membership', 'address', 'contact_details', 'safe_contact', 'relationship', 'attendance'] loop
    call versioned(name);
    if name not in ('address', 'relationship') then call walled(name, 'person_id'); end if;
    execute format('create index if not exists %I on %I (person_id)', name || '_of_person', name);
  end loop;
end $$;
-- A guarded address is behind the wall of its person and behind its own field class.
call walled_by('address', $rule$ exists (select from person p where p.id = {table}.person_id) and (not {table}.guarded or (select may_read('guarded address'))) $rule$);
-- A relationship names two persons, and is behind the walls of both.
call walled_by('relationship', 'exists (select from person p where p.id = {table}.person_id) and exists (select from person p where p.id = {table}.other_id)');
call walled('person_name_word', 'person_id');

-- Persons only: who has a guarded address now. It says that there is one to ask for, and nothing of where.
create table guarded_person (person_id uuid primary key references person);
grant select on guarded_person to continuum_app;
call walled('guarded_person', 'person_id');
create function guarded_person() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from guarded_person where person_id = new.person_id;
  insert into guarded_person select distinct person_id from address where person_id = new.person_id and guarded and until_on is null;
  return null;
end $$;
create trigger guarded_person after insert or update on address for each row execute function guarded_person();

alter table allocation add foreign key (person_id) references person;

-- Whoever works with a child must be able to reach the child's parents and carers, and no longer than they work with the child.
create function carers_sight(child uuid) returns void language sql security definer set search_path from current as $$
  delete from sight s using relationship r where r.person_id = child and s.person_id = r.other_id and s.ground = 'carer of ' || child;
  insert into sight (principal, person_id, until, ground)
  select distinct s.principal, r.other_id, s.until, 'carer of ' || child
  from relationship r join sight s on s.person_id = r.person_id
  where r.person_id = child and s.ground = 'allocation' and r.until_on is null
    and r.kind in ('mother', 'father', 'parent', 'adoptive parent', 'step-parent', 'guardian', 'foster carer');
$$;
revoke execute on function carers_sight(uuid) from public;
create function relationship_sight() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform carers_sight(new.person_id);
  return null;
end $$;
create trigger relationship_sight after insert or update on relationship for each row execute function relationship_sight();
