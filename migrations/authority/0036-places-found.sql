-- Addresses are found as names are: by equality on their words, which no policy stands in the way of. A guarded address puts no word of its
-- own among the words of places, and its words are behind the same wall and field class as itself.
create function fold_place(lines text, postcode text) returns text immutable parallel safe language sql as $$
  select regexp_replace(btrim(fold_name(coalesce(lines, '')) || ' ' || fold_name(coalesce(postcode, ''))),
    '\y([a-z]{1,2}[0-9][a-z0-9]?) ([0-9][a-z]{2})\y', '\1\2', 'g')
$$;
create table place_word (word text primary key);
create table place_word_key (
  key text not null,
  word text not null references place_word on delete cascade,
  primary key (key, word)
);
grant select on place_word, place_word_key to continuum_app;
create function keep_place_keys() returns trigger language plpgsql as $$
begin
  insert into place_word_key (key, word) select word_keys(new.word), new.word;
  return null;
end $$;
create trigger keep_place_keys after insert on place_word for each row when (length(new.word) > 3 and new.word !~ '[0-9]')
  execute function keep_place_keys();

create table address_word (
  address_id uuid not null references address,
  word text not null,
  primary key (word, address_id)
);
create index address_word_address on address_word (address_id);
grant select on address_word to continuum_app;
create function index_address_words() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from address_word where address_id = new.id;
  if not new.guarded then
    insert into place_word (word) select distinct w from regexp_split_to_table(fold_place(new.lines, new.postcode), ' ') w where w <> '' on conflict do nothing;
  end if;
  insert into address_word (address_id, word) select distinct new.id, w from regexp_split_to_table(fold_place(new.lines, new.postcode), ' ') w where w <> '';
  return null;
end $$;
create trigger index_address_words after insert or update of lines, postcode, guarded on address for each row execute function index_address_words();
insert into place_word (word) select distinct w from address a, regexp_split_to_table(fold_place(a.lines, a.postcode), ' ') w where w <> '' and not a.guarded;
insert into address_word (address_id, word) select distinct a.id, w from address a, regexp_split_to_table(fold_place(a.lines, a.postcode), ' ') w where w <> '';
call walled_by('address_word', 'exists (select from address a where a.id = {table}.address_id)');
