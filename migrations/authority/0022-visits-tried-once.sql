-- A new visit is tried through each of its children; by itself it is tried only when it changes. So an island's visits are tried once.
drop trigger visit_fits on visit;
create constraint trigger visit_fits after update on visit deferrable initially deferred for each row execute function visit_fits();
