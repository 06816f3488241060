-- A document that an adviser attaches to a case of a sample: what it is in their words, its bytes as they came, and their SHA-256.

create table case_sample_document (
  id uuid primary key,
  case_sample_case_id uuid not null references case_sample_case,
  number integer not null check (number between 1 and 20),
  words text not null check (length(words) between 1 and 2000),
  file_name text not null check (length(file_name) between 1 and 200 and file_name !~ '[[:cntrl:]/\\]'),
  kind text not null check (kind in ('pdf', 'png', 'jpeg', 'text')),
  bytes bytea not null,
  size integer not null check (size = length(bytes) and size between 1 and 900000),
  sha256 text not null check (sha256 = encode(sha256(bytes), 'hex')),
  attached_by uuid not null references staff,
  attached_at timestamptz not null,
  unique (case_sample_case_id, number),
  -- Of which kind it is its first bytes say, and nothing else.
  check (case kind
    when 'pdf' then substring(bytes for 5) = '\x255044462d'
    when 'png' then substring(bytes for 8) = '\x89504e470d0a1a0a'
    when 'jpeg' then substring(bytes for 3) = '\xffd8ff'
    else position('\x00'::bytea in bytes) = 0 end)
);
-- Chosen was that record: the documents stay with the case as it was chosen.
call versioned('case_sample_document');
create trigger append_only before update or delete on case_sample_document for each row execute function append_only();

-- Read as the comments are: by the adviser who attached it while the case reaches them, and by whoever may open the case.
call walled_by('case_sample_document', $rule$ ({table}.attached_by = (select actor()) and case_reaches({table}.case_sample_case_id))
  or exists (select from case_sample_case c where c.id = {table}.case_sample_case_id) $rule$);
