-- An agency takes part in a complex case until somebody takes it off, with the day; what it did until then stands.
alter table complex_case_agency add column left_on date, add column left_by uuid references staff,
  add check ((left_on is null) = (left_by is null));
call versioned('complex_case_agency');
create trigger set_once before update on complex_case_agency for each row execute function set_once('left_on', 'left_by');
create trigger left_not_tomorrow before insert or update on complex_case_agency for each row execute function not_of_tomorrow('left_on');
create function agency_leaves_later() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.left_on < (select c.entered_on from complex_case c where c.id = new.complex_case_id) then
    raise exception 'an agency left before the case came on the register' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger agency_leaves_later before update on complex_case_agency for each row execute function agency_leaves_later();
