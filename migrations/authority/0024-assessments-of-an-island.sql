-- On an island an assessment is completed, most within 45 working days, and where more is needed a time in need follows at once: the day is
-- drawn from the number of the period. With what was known before, as if each had been written down on the day. The last contact that was
-- written down says which day it is on the island.
create function assessments_of_what_stands() returns void language plpgsql security definer set search_path from current as $$
declare today date := (select max(recorded_at) at time zone 'Europe/Jersey' from contact);
begin
  alter table period_of_service disable trigger user;
  create temporary table completed on commit drop as
    select p.id, p.ended_on is null as goes_on, p.recorded_at as known_at, d.done_on, d.done_on + time '16:00' as done_at from period_of_service p
    cross join lateral (select p.began_on + 20 + (hashtext(p.id::text) & 63) as done_on) d
    where p.kind = 'assessment' and p.basis = 'referral accepted' and d.done_on < coalesce(p.ended_on, today);
  insert into period_of_service (id, person_id, kind, basis, basis_words, team_id, began_on, began_by, ended_on, ended_by, ended_reason,
      recorded_at, recorded_by, provenance)
    select md5(p.id || ' in need')::uuid, person_id, 'in need', 'decided', 'The assessment found that the child needs a plan of help.', team_id,
      c.done_on, began_by, ended_on, ended_by, ended_reason, case when goes_on then c.done_at else p.recorded_at end, recorded_by, provenance
    from period_of_service p join completed c on c.id = p.id;
  insert into period_of_service_history (id, person_id, kind, basis, basis_words, team_id, began_on, began_by, recorded_at, recorded_by, provenance, superseded_at)
    select md5(p.id || ' in need')::uuid, person_id, 'in need', 'decided', 'The assessment found that the child needs a plan of help.', team_id,
      c.done_on, began_by, c.done_at, recorded_by, provenance, c.known_at
    from period_of_service p join completed c on c.id = p.id where not goes_on;
  insert into period_of_service_history (id, person_id, kind, basis, referral_id, team_id, began_on, began_by, recorded_at, recorded_by, provenance, superseded_at)
    select p.id, person_id, kind, basis, referral_id, team_id, began_on, began_by, recorded_at, recorded_by, provenance, c.done_at
    from period_of_service p join completed c on c.id = p.id where goes_on;
  update period_of_service_history h set superseded_at = c.done_at from completed c
    where h.id = c.id and not c.goes_on and h.superseded_at = c.known_at;
  update period_of_service p set ended_on = c.done_on, ended_by = began_by, ended_reason = 'work done', recorded_at = c.done_at
    from completed c where c.id = p.id;
  drop table completed;
  alter table period_of_service enable trigger user;
end $$;
revoke execute on function assessments_of_what_stands() from public;
grant execute on function assessments_of_what_stands() to continuum_generator;
