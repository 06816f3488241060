-- How many children each worker has is a figure like any other: it counts every child, also one behind a wall.
create policy totalled on allocation for select to continuum_app using ((select counting()));
create policy totalled on allocation_history for select to continuum_app using ((select counting()));
