-- A seal keeps the digest of each of its rows, so that the first row that was altered can be named and not only its seal. Its form says how
-- line and hash are made (docs/audit.md), so that a column added to the audit later does not change what was sealed before.
alter table audit_seal
  add column form smallint not null default 1,
  add column digests bytea,
  add constraint audit_seal_form check (form = 1 or (form = 2 and digests is not null and octet_length(digests) = 32 * cardinality(ids)));
