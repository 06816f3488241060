-- A figure counts every child, also one behind a wall, and is the same for everyone who may read it. Only the code of the measures sets
-- app.counter (src/platform/database/counting.ts), for reading alone, and never while anything that names a child is read.
create function counting() returns boolean stable language sql as
  $$ select coalesce(current_setting('app.counter', true), '') = 'on' $$;

do $$ declare name text; target text; begin
  foreach name in array array['contact', 'contact_child', 'contact_rating', 'decision', 'answer', 'referral', 'early_help_episode'] loop
    foreach target in array array[name, name || '_history'] loop
      -- PostgreSQL tries permissive policies from the last name of the alphabet: this one spares a figure the question for each row.
      execute format('create policy totalled on %I for select to continuum_app using ((select counting()))', target);
    end loop;
  end loop;
end $$;
