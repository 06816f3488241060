-- How a misspelt word finds the words of names by equality alone: a word and a misspelling of it become the same when the right letters
-- are left out of both. Up to two letters of the first seven are left out, and three of a longer word, as the comparison allows slips.
create function word_keys(word text) returns setof text language sql immutable strict parallel safe rows 60 as $$
  with recursive shorter(key, leave_out) as (
    select left(word, 7), case when length(word) < 7 then 2 else 3 end
    union
    select left(key, n - 1) || substr(key, n + 1), leave_out - 1 from shorter, generate_series(1, length(key)) n where leave_out > 0
  )
  select distinct key from shorter where key <> ''
$$;

create table name_word_key (
  key text not null,
  word text not null references name_word on delete cascade,
  primary key (key, word)
);
grant select on name_word_key to continuum_app;

-- Runs for whoever may add to name_word, which is its owner alone.
create function keep_word_keys() returns trigger language plpgsql as $$
begin
  insert into name_word_key (key, word) select word_keys(new.word), new.word;
  return null;
end $$;
create trigger keep_word_keys after insert on name_word for each row execute function keep_word_keys();
insert into name_word_key (key, word) select word_keys(word), word from name_word;

-- Words that begin so, in the order of their letters whatever the language.
create index name_word_beginning on name_word (word text_pattern_ops);
drop index name_word_trigram;
