-- Bytes past their retention; the revision's hash goes on naming them.
-- $1 before timestamptz; $2 limit  →  raw_hash text
delete from recount.raw where raw_hash in (select raw_hash from recount.raw where kept_at < $1 order by kept_at limit $2)
returning raw_hash
