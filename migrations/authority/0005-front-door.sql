-- A contact: any approach to the hub about a child or an unborn child, by any channel. It holds what was said; what was thought of it hangs on it.
create table contact (
  id uuid primary key,
  reference text not null unique check (length(reference) <= 20),
  channel text not null,
  source text not null,
  about text not null default 'help' check (about in ('advice', 'help', 'safeguarding concern')),
  happened_on date,
  told_at timestamptz not null,
  told_on date not null,
  words text not null check (length(words) between 1 and 20000),
  words_language text not null default 'en',
  child_words text check (length(child_words) <= 8000),
  going_well text check (length(going_well) <= 8000),
  tried text check (length(tried) <= 8000),
  help_wanted text check (length(help_wanted) <= 8000),
  immediate_danger boolean,
  referrer_level integer check (referrer_level between 1 and 4),
  statements text[] not null default '{}',
  permission text not null default 'not asked' check (permission in ('given', 'sought', 'refused', 'not sought', 'not asked')),
  permission_words text check (length(permission_words) <= 2000),
  family_knows boolean,
  incident text check (length(incident) <= 60),
  summary text check (length(summary) <= 200),
  answered_at timestamptz,
  check (answered_at >= told_at)
);
create index contact_unanswered on contact (told_at) where answered_at is null;
create index contact_told_on on contact (told_on);
create index contact_incident on contact (incident) where incident is not null;

create table contact_referrer (
  id uuid primary key,
  contact_id uuid not null unique references contact,
  kind text not null check (kind in ('child', 'family', 'public', 'professional', 'anonymous')),
  name text check (length(name) <= 200),
  role text check (length(role) <= 200),
  agency_id uuid references agency,
  agency_named text check (length(agency_named) <= 200),
  staff_id uuid references staff,
  telephone text check (length(telephone) <= 40),
  email text check (length(email) <= 254),
  relation_to_child text check (length(relation_to_child) <= 200),
  may_be_named boolean,
  language text not null default 'en',
  safe_ways text[] not null default '{}',
  safe_times text check (length(safe_times) <= 500),
  not_to_say text check (length(not_to_say) <= 1000)
);
-- One row a child of a contact; also for advice where no child was named (then without names). The unit that measures count.
create table contact_child (
  id uuid primary key,
  contact_id uuid not null references contact,
  position integer not null check (position between 1 and 20),
  person_id uuid references person,
  given_name text check (length(given_name) <= 100),
  family_name text check (length(family_name) <= 100),
  also_known_as text check (length(also_known_as) <= 200),
  born_on date,
  due_on date,
  age_said text check (length(age_said) <= 100),
  sex text,
  languages text[] not null default '{}',
  school text check (length(school) <= 200),
  general_practice text check (length(general_practice) <= 200),
  address text check (length(address) <= 500),
  parish text,
  identified_by uuid,
  identified_at timestamptz,
  unique (contact_id, position)
);
create index contact_child_person on contact_child (person_id) where person_id is not null;
create table contact_family_member (
  id uuid primary key,
  contact_id uuid not null references contact,
  name text not null check (length(name) between 1 and 200),
  relation text not null check (length(relation) <= 200),
  born_on date,
  parental_responsibility text not null default 'not known',
  in_home boolean,
  telephone text check (length(telephone) <= 40),
  language text,
  safe_ways text[] not null default '{}',
  safe_times text check (length(safe_times) <= 500),
  not_to_say text check (length(not_to_say) <= 1000),
  risk_to_staff text check (length(risk_to_staff) <= 1000)
);
create index contact_family_member_contact on contact_family_member (contact_id);
-- What a request said beyond the columns: each question as it was asked, each answer word for word. What tells of the referrer is read only by those who may know them.
create table contact_said (
  id uuid primary key,
  contact_id uuid not null references contact,
  position integer not null,
  about text not null check (length(about) between 1 and 300),
  question text not null check (length(question) between 1 and 200),
  words text not null check (length(words) between 1 and 20000),
  field_class text,
  unique (contact_id, position)
);

-- Ids only, kept by trigger: which persons a contact is about. The contact's policy asks it, and a policy cannot ask a table behind its own wall.
create table contact_person (contact_id uuid not null, person_id uuid not null, primary key (contact_id, person_id));
create index contact_person_person on contact_person (person_id);
grant select on contact_person to continuum_app;
create function contact_person() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from contact_person where contact_id = new.contact_id;
  insert into contact_person select distinct new.contact_id, person_id from contact_child where contact_id = new.contact_id and person_id is not null;
  return null;
end $$;
create trigger contact_person after insert or update of person_id on contact_child for each row execute function contact_person();

create table contact_taking (
  id uuid primary key,
  contact_id uuid not null references contact,
  taken_by uuid not null references staff,
  taken_at timestamptz not null,
  released_at timestamptz,
  released_by uuid
);
create unique index contact_taken_once on contact_taking (contact_id) where released_at is null;
create table contact_rating (
  id uuid primary key,
  contact_id uuid not null references contact,
  colour text not null check (colour in ('red', 'amber', 'green', 'blue')),
  reason text not null check (length(reason) between 1 and 2000),
  rated_by uuid not null references staff,
  rated_at timestamptz not null
);
create index contact_rating_contact on contact_rating (contact_id, rated_at);
-- What a contact is about was judged anew, with the reason: partner checks have a basis only for a safeguarding concern.
create table contact_concern (
  id uuid primary key,
  contact_id uuid not null references contact,
  was text not null,
  is_now text not null check (is_now <> was),
  reason text not null check (length(reason) between 1 and 2000),
  judged_by uuid not null references staff,
  judged_at timestamptz not null
);
create index contact_concern_contact on contact_concern (contact_id);
-- Something that must reach a person who is on duty now, and who says so.
create table contact_alert (
  id uuid primary key,
  contact_id uuid not null references contact,
  cause text not null check (cause in ('red', 'at night', 'immediate danger')),
  raised_at timestamptz not null,
  to_staff uuid references staff,
  acknowledged_by uuid references staff,
  acknowledged_at timestamptz check (acknowledged_at >= raised_at)
);
create index contact_alert_contact on contact_alert (contact_id);
create index contact_alert_waiting on contact_alert (raised_at) where acknowledged_at is null;

create table mash_enquiry (
  id uuid primary key,
  contact_id uuid not null unique references contact,
  purpose text not null check (length(purpose) between 1 and 2000),
  permission text not null check (permission in ('given', 'sought', 'refused', 'not sought')),
  without_permission_reason text check (length(without_permission_reason) between 1 and 2000),
  without_permission_by uuid references staff,
  opened_by uuid not null references staff,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  check (permission = 'given' or (without_permission_reason is not null and without_permission_by is not null))
);
create table partner_check (
  id uuid primary key,
  mash_enquiry_id uuid not null references mash_enquiry,
  contact_id uuid not null references contact,
  agency_id uuid not null references agency,
  asked_about text not null check (length(asked_about) between 1 and 20000),
  purpose text not null check (length(purpose) between 1 and 2000),
  fields text[] not null check (cardinality(fields) > 0),
  asked_by uuid not null references staff,
  asked_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid
);
create unique index partner_check_once on partner_check (mash_enquiry_id, agency_id) where withdrawn_at is null;
create index partner_check_agency on partner_check (agency_id, asked_at);
create index partner_check_contact on partner_check (contact_id);
create table partner_answer (
  id uuid primary key,
  partner_check_id uuid not null unique references partner_check,
  holds boolean not null,
  words text not null check (length(words) <= 8000),
  answered_by uuid not null references staff,
  answered_at timestamptz not null
);

create table screening_meeting (
  id uuid primary key,
  held_on date not null,
  began_at timestamptz not null,
  began_by uuid not null references staff,
  ended_at timestamptz check (ended_at >= began_at),
  ended_by uuid
);
create unique index screening_meeting_one_running on screening_meeting ((true)) where ended_at is null;
create table screening_seat (
  id uuid primary key,
  screening_meeting_id uuid not null references screening_meeting,
  staff_id uuid references staff,
  agency_id uuid references agency,
  named text check (length(named) <= 200),
  check (staff_id is not null or named is not null)
);
create table screening_turn (
  id uuid primary key,
  screening_meeting_id uuid not null references screening_meeting,
  contact_id uuid not null references contact,
  position integer not null,
  deferred_at timestamptz,
  deferred_by uuid,
  deferred_reason text check (length(deferred_reason) <= 2000),
  unique (screening_meeting_id, contact_id)
);

create table decision (
  id uuid primary key,
  contact_id uuid not null references contact,
  contact_child_id uuid not null references contact_child,
  screening_meeting_id uuid references screening_meeting,
  level_of_need integer not null check (level_of_need between 1 and 4),
  outcome text not null,
  reason text not null check (length(reason) between 1 and 4000),
  advice_given text check (length(advice_given) <= 4000),
  agency_id uuid references agency,
  early_help_reply text check (early_help_reply in ('accepted', 'declined', 'not answered yet')),
  declined_reason text check (length(declined_reason) <= 2000),
  discussion_wanted_today boolean not null default false,
  signed_by uuid not null references staff,
  signed_at timestamptz not null,
  signed_on date not null,
  authorisation_asked boolean not null default false,
  authorised_by uuid references staff,
  authorised_at timestamptz check (authorised_at >= signed_at),
  withdrawn_at timestamptz,
  withdrawn_by uuid references staff,
  check (outcome <> 'advice and information' or advice_given is not null),
  check (outcome <> 'early help offered' or early_help_reply is not null),
  check (early_help_reply is distinct from 'declined' or declined_reason is not null),
  check (outcome <> 'another agency' or agency_id is not null),
  check (authorised_by is null or authorised_by <> signed_by)
);
create unique index decision_one_in_force on decision (contact_child_id) where withdrawn_at is null;
create index decision_contact on decision (contact_id);
create index decision_signed_on on decision (signed_on);
alter table referral add foreign key (contact_id) references contact, add foreign key (decision_id) references decision;
alter table early_help_episode add foreign key (contact_id) references contact, add foreign key (decision_id) references decision;

-- What was told back, to whom, how and when; or why not. A contact is answered when the referrer was told or the reason why not stands here.
create table answer (
  id uuid primary key,
  contact_id uuid not null references contact,
  audience text not null check (audience in ('referrer', 'family')),
  -- Of a family's answer: who was told, an adult named in the contact or one of its children.
  contact_family_member_id uuid references contact_family_member,
  contact_child_id uuid references contact_child,
  way text check (way in ('mail', 'text message', 'letter', 'telephone', 'in person', 'private link')),
  language text not null default 'en',
  words text check (length(words) <= 8000),
  why_not text,
  made_by uuid not null references staff,
  made_at timestamptz not null,
  told_at timestamptz,
  withdrawn_at timestamptz,
  check ((way is null) <> (why_not is null)),
  check (way is null or words is not null),
  check (audience = 'family' or (contact_family_member_id is null and contact_child_id is null))
);
create index answer_contact on answer (contact_id);
create unique index answer_referrer_once on answer (contact_id) where audience = 'referrer' and withdrawn_at is null;
create unique index answer_family_once on answer (contact_id, coalesce(contact_family_member_id, contact_child_id, contact_id)) where audience = 'family' and withdrawn_at is null;
create table private_link (
  id uuid primary key,
  token_hash text not null unique,
  contact_id uuid not null references contact,
  audience text not null check (audience in ('referrer', 'family')),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid
);
create index private_link_contact on private_link (contact_id);

create table correction (
  id uuid primary key,
  contact_id uuid not null references contact,
  what text not null,
  was text,
  is_now text,
  reason text not null check (length(reason) between 1 and 2000),
  words text check (length(words) <= 2000),
  corrected_by uuid not null references staff,
  corrected_at timestamptz not null
);

create table police_notification (
  id uuid primary key,
  incident text not null check (length(incident) <= 60),
  happened_on date not null,
  told_at timestamptz not null,
  words text not null check (length(words) between 1 and 20000),
  given_name text check (length(given_name) <= 100),
  family_name text check (length(family_name) <= 100),
  born_on date,
  person_id uuid references person,
  contact_id uuid references contact,
  batch text check (length(batch) <= 100),
  unique (batch, incident, given_name, family_name, born_on)
);
create index police_notification_incident on police_notification (incident);
create table notification_receipt (
  id uuid primary key,
  police_notification_id uuid not null references police_notification,
  staff_id uuid not null references staff,
  sent_at timestamptz not null,
  acknowledged_at timestamptz check (acknowledged_at >= sent_at),
  unique (police_notification_id, staff_id)
);
create index notification_receipt_waiting on notification_receipt (staff_id) where acknowledged_at is null;

do $$ declare name text; begin
  foreach name in array array['contact', 'contact_referrer', 'contact_child', 'contact_family_member', 'contact_said', 'contact_taking', 'contact_rating', 'contact_concern', 'contact_alert',
    'mash_enquiry', 'partner_check', 'partner_answer', 'screening_meeting', 'screening_seat', 'screening_turn', 'decision', 'answer', 'private_link',
    'correction', 'police_notification', 'notification_receipt'] loop
    call versioned(name);
  end loop;
end $$;

-- The wall of a contact: in sight as a whole, or of one of its children; and none of its children behind a wall that does not name the viewer.
call walled_by('contact', $rule$
  (select sending()) or ((select wide()) or exists (select from contact_person cp join sight s on s.person_id = cp.person_id
      where cp.contact_id = {table}.id and s.principal = any ((select principals())::uuid[]) and s.until > (select instant())))
  and not exists (select from contact_person cp join wall w on w.person_id = cp.person_id
      where cp.contact_id = {table}.id and w.until > (select instant())
        and not exists (select from wall_name n where n.wall_id = w.id and n.staff_id = (select actor()))) $rule$);
do $$ declare name text; begin
  foreach name in array array['contact_child', 'contact_family_member', 'contact_taking', 'contact_rating', 'contact_concern', 'contact_alert', 'mash_enquiry',
    'screening_turn', 'decision', 'answer', 'private_link', 'correction'] loop
    call walled_by(name, 'exists (select from contact c where c.id = {table}.contact_id)');
  end loop;
end $$;
-- Who told us is a field class of its own.
call walled_by('contact_referrer', 'exists (select from contact c where c.id = {table}.contact_id) and (select may_read(''reporter''))');
call walled_by('contact_said', 'exists (select from contact c where c.id = {table}.contact_id) and ({table}.field_class is null or may_read({table}.field_class))');
-- A partner agency sees what it is asked, and its own answer; not the contact.
call walled_by('partner_check', '{table}.agency_id = (select agency()) or exists (select from contact c where c.id = {table}.contact_id)');
call walled_by('partner_answer', 'exists (select from partner_check k where k.id = {table}.partner_check_id)');
call walled_by('police_notification', $rule$
  case when {table}.person_id is null then (select wide())
    else exists (select from person p where p.id = {table}.person_id) end $rule$);
call walled_by('notification_receipt', '{table}.staff_id = (select actor()) or (select wide())');

-- Answered is said once. It is taken back only where the decision itself was withdrawn, before anybody was told.
create function answered_while_decided() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if old.answered_at is not null and new.answered_at is distinct from old.answered_at
    and (new.answered_at is not null or exists (select from decision d where d.contact_id = new.id and d.withdrawn_at is null)) then
    raise exception 'answered_at of contact is set once while a decision is in force' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger answered_while_decided before update of answered_at on contact for each row execute function answered_while_decided();

-- Nobody is answered by a way that they said is not safe. The page does not offer it; this refuses it whoever asks.
create function answer_by_safe_way() returns trigger language plpgsql security definer set search_path from current as $$
declare ways text[];
begin
  if new.way is null or new.way = 'private link' then return new; end if;
  ways := case
    when new.audience = 'referrer' then (select r.safe_ways from contact_referrer r where r.contact_id = new.contact_id)
    when new.contact_family_member_id is not null then (select m.safe_ways from contact_family_member m where m.id = new.contact_family_member_id)
    else (select s.ways from safe_contact s join contact_child k on k.person_id = s.person_id
      where k.id = new.contact_child_id and s.until_on is null order by s.from_on desc, s.recorded_at desc limit 1) end;
  if cardinality(ways) > 0 and new.way <> all (ways) and not (new.way = 'in person' and ways && array['school', 'somebody trusted']) then
    raise exception '% is not a safe way to answer', new.way using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger answer_by_safe_way before insert or update of way on answer for each row execute function answer_by_safe_way();

-- Whether a text would give away where somebody lives who is guarded: asked also for a writer who may not read the address.
create function names_guarded_address(about_contact uuid, letter text) returns boolean stable language sql security definer set search_path from current as $$
  select exists (
    with near as (
      select person_id from contact_person where contact_id = about_contact
      union select r.other_id from relationship r join contact_person p on p.person_id = r.person_id where p.contact_id = about_contact
      union select r.person_id from relationship r join contact_person p on p.person_id = r.other_id where p.contact_id = about_contact
      union select other.person_id from household_membership own join contact_person p on p.person_id = own.person_id
        join household_membership other on other.household_id = own.household_id where p.contact_id = about_contact
    )
    select from address a, regexp_split_to_table(concat_ws(E'\n', a.lines, a.postcode), E'\n|, ') part
    where a.guarded and a.until_on is null and a.person_id in (select person_id from near)
      and length(fold_name(part)) >= 5 and position(fold_name(part) in fold_name(letter)) > 0)
$$;
revoke execute on function names_guarded_address(uuid, text) from public;
grant execute on function names_guarded_address(uuid, text) to continuum_app;
create trigger set_once before update on contact_taking for each row execute function set_once('released_at', 'released_by');
create trigger set_once before update on contact_alert for each row execute function set_once('acknowledged_at', 'acknowledged_by');
create trigger set_once before update on mash_enquiry for each row execute function set_once('closed_at', 'closed_by');
create trigger set_once before update on partner_check for each row execute function set_once('withdrawn_at', 'withdrawn_by');
create trigger set_once before update on screening_meeting for each row execute function set_once('ended_at', 'ended_by');
create trigger set_once before update on decision for each row execute function set_once('authorised_at', 'authorised_by', 'withdrawn_at', 'withdrawn_by');
create trigger set_once before update on answer for each row execute function set_once('told_at', 'withdrawn_at');
create trigger set_once before update on private_link for each row execute function set_once('revoked_at', 'revoked_by');
create trigger set_once before update on notification_receipt for each row execute function set_once('acknowledged_at');

-- Partner checks need permission or a manager's reason: the check constraint above says so for the enquiry, this one for its checks.
create function partner_check_needs_safeguarding() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from contact where id = new.contact_id and about = 'safeguarding concern') then
    raise exception 'partner checks are only for a safeguarding concern' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger partner_check_needs_safeguarding before insert on partner_check for each row execute function partner_check_needs_safeguarding();

-- What a private link shows: nothing that names anybody, only how far things are and the words written for its audience.
create function follow_private_link(token text) returns table (reference text, told_at timestamptz, taken boolean, decided boolean, answered_at timestamptz, audience text, words text, language text)
  stable rows 1 language sql security definer set search_path from current as $$
  select c.reference, c.told_at,
    exists (select from contact_taking t where t.contact_id = c.id),
    not exists (select from contact_child k where k.contact_id = c.id and not exists (select from decision d where d.contact_child_id = k.id and d.withdrawn_at is null)),
    c.answered_at, l.audience,
    (select a.words from answer a where a.contact_id = c.id and a.audience = l.audience and a.told_at is not null and a.withdrawn_at is null order by a.made_at desc limit 1),
    coalesce((select r.language from contact_referrer r where r.contact_id = c.id), 'en')
  from private_link l join contact c on c.id = l.contact_id
  where l.token_hash = token and l.revoked_at is null and l.ends_at > instant()
$$;
revoke execute on function follow_private_link(text) from public;
grant execute on function follow_private_link(text) to continuum_app;

-- Whom a police notification goes to: worker and manager of the one child with this folded name and birth date, if there is exactly one.
-- The police do not see who is on record, so this looks past the sender's sight and answers ids to the program alone.
create function notification_goes_to(name text, born date) returns table (person_id uuid, staff_id uuid, email text)
  stable rows 2 language sql security definer set search_path from current as $$
  with named as (
    select distinct p.id from person p join person_name n on n.person_id = p.id where p.born_on = born and n.folded = name
  ), one as (
    select id from named where (select count(*) from named) = 1
  ), told as (
    select a.staff_id from one join allocation a on a.person_id = one.id and a.kind = 'worker' and a.ended_on is null
    union
    select manager.staff_id from one join allocation a on a.person_id = one.id and a.kind = 'worker' and a.ended_on is null
      join post_holding held on held.staff_id = a.staff_id and held.until_on is null
      join post on post.id = held.post_id
      join post_holding manager on manager.post_id = post.managed_by and manager.until_on is null
  )
  select one.id, told.staff_id, s.email from one left join told on true left join staff s on s.id = told.staff_id
$$;
revoke execute on function notification_goes_to(text, date) from public;
grant execute on function notification_goes_to(text, date) to continuum_app;
create function batch_taken_in(name text) returns boolean stable language sql security definer set search_path from current as
  $$ select exists (select from police_notification where batch = name) $$;
revoke execute on function batch_taken_in(text) from public;
grant execute on function batch_taken_in(text) to continuum_app;
