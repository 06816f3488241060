-- Everybody who worked with a child, also those who no longer do: asked by the timeline and by the page of its workers.
create index allocation_of_person on allocation (person_id);
