-- Records that are one are read as one through views (0039-merges.sql) that know from the transaction itself which they are: whoever opens it
-- has asked once, behind the walls of both, and no view asks again.
create or replace function merged_away() returns uuid[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.others', true), '')::uuid[], '{}') $$;
-- The record that each of them leads to, in the same order.
create function leading_to() returns uuid[] stable language sql as
  $$ select coalesce(nullif(current_setting('app.kept', true), '')::uuid[], '{}') $$;
drop function merged_away_known();

create or replace procedure one_record() language plpgsql as $$
declare home text := current_schema(); shade text := current_schema() || '_one'; one record; known text; own text; its text;
begin
  execute format('drop schema if exists %I cascade', shade);
  execute format('create schema %I', shade);
  execute format('grant usage on schema %I to continuum_app', shade);
  for one in
    select c.oid, c.relname as name, a.attnotnull as always from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
    where c.relnamespace = home::regnamespace and c.relkind = 'r' and c.relname not like '%\_history'
      and c.relname not in (select relation from merge_rule where answer in ('mirrored', 'stays'))
  loop
    select string_agg('t.' || quote_ident(attname), ', ' order by attnum), string_agg(case
        when attname = 'person_id' then 'm.kept as person_id'
        -- The names in use are those of the record that is kept.
        when one.name = 'person_name' and attname = 'kind' then $sql$case t.kind when 'former' then t.kind else 'also known as' end as kind$sql$
        else 't.' || quote_ident(attname) end, ', ' order by attnum)
      into own, its from pg_attribute where attrelid = one.oid and attnum > 0 and not attisdropped;
    foreach known in array array['', '_known'] loop
      if to_regclass(format('%I.%I', home, one.name || known)) is null then continue; end if;
      execute format('create view %1$I.%2$I with (security_invoker = true) as
        select %3$s from %4$I.%2$I t where %5$s t.person_id <> all ((select %4$I.merged_away())::uuid[])
        union all select %6$s from unnest((select %4$I.leading_to()), (select %4$I.merged_away())) m (kept, other) join %4$I.%2$I t on t.person_id = m.other',
        shade, one.name || known, own, home, case when one.always then '' else 't.person_id is null or' end, its);
      execute format('grant select on %I.%I to continuum_app', shade, one.name || known);
    end loop;
  end loop;
  foreach known in array array['', '_known'] loop
    execute format('create view %1$I.%2$I with (security_invoker = true) as select t.* from %3$I.%2$I t where t.id <> all ((select %3$I.merged_away())::uuid[])',
      shade, 'person' || known, home);
    execute format('grant select on %I.%I to continuum_app', shade, 'person' || known);
  end loop;
  -- Views over them, written anew where the names they use lead to the views above.
  for one in
    select c.oid, c.relname as name, pg_get_viewdef(c.oid) as body from pg_class c where c.relnamespace = home::regnamespace and c.relkind = 'v'
      and (c.relname not like '%\_known' or to_regclass(format('%I.%I', home, left(c.relname, -6) || '_history')) is null) order by c.oid
  loop
    perform set_config('search_path', format('%I, %I, extensions', shade, home), true);
    execute format('create view %I.%I with (security_invoker = true) as %s', shade, one.name, one.body);
    execute format('grant select on %I.%I to continuum_app', shade, one.name);
    perform set_config('search_path', format('%I, extensions', home), true);
  end loop;
end $$;

-- Ids only, like sight: which record is one with which now. Lists ask it of children whom they already show; what stands under the other record is
-- behind its own wall there, too.
create table same_as (
  person_id uuid not null,
  other_id uuid primary key
);
create index same_as_person on same_as (person_id);
grant select on same_as to continuum_app;
insert into merge_rule (relation, answer) values ('same_as', 'derived');
insert into same_as select person_id, other_id from merge where undone_at is null;
create function merge_leads() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from same_as where other_id = new.other_id;
  insert into same_as select m.person_id, m.other_id from merge m where m.other_id = new.other_id and m.undone_at is null;
  return null;
end $$;
create trigger merge_leads after insert or update on merge for each row execute function merge_leads();

-- A child was last seen under whichever record they were seen: the clock of the one that is kept asks both.
do $$
declare
  known text; body text; made text;
  pattern constant text := '\( SELECT c\.seen_at,\s+c\.alone,\s+c\.visit_id\s+FROM (visit_child(?:_known)?) c\s+WHERE \(\(c\.person_id = o\.person_id\) AND \(c\.seen_at IS NOT NULL\)\)\s+ORDER BY c\.seen_at DESC\s+LIMIT 1\) seen ';
begin
  foreach known in array array['', '_known'] loop
    body := pg_get_viewdef(format('child_clock%s', known)::regclass);
    made := regexp_replace(body, pattern, format(
      '(select either.* from (
          (select c.seen_at, c.alone, c.visit_id from \1 c where c.person_id = o.person_id and c.seen_at is not null order by c.seen_at desc limit 1)
          union all
          (select c.seen_at, c.alone, c.visit_id from %s s join \1 c on c.person_id = s.other_id
            where s.person_id = o.person_id and c.seen_at is not null order by c.seen_at desc limit 1)
        ) either order by either.seen_at desc limit 1) seen ',
      case known when '' then 'same_as' else '(select m.person_id, m.other_id from merge_known m where m.undone_at is null)' end));
    if made = body then raise exception 'the clock of a child is not as it was written'; end if;
    execute format('create or replace view %I with (security_invoker = true) as %s', 'child_clock' || known, made);
  end loop;
end $$;
