-- Removes bytes from the archive's table.
-- $1 raw_hashes text[]
delete from recount.raw where raw_hash = any ($1::text[])
