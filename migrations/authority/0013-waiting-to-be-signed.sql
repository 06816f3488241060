-- Decisions that wait for a manager's signature are few among all that were ever signed.
create index decision_unauthorised on decision (signed_at) where authorisation_asked and authorised_at is null and withdrawn_at is null;
