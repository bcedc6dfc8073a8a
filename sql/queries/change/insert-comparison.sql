-- Marks an extraction as compared.
-- $1 extraction_id bigint; $2 now timestamptz
insert into recount.comparison (extraction_id, compared_at) values ($1, $2)
