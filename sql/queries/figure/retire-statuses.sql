-- Status claims of the report's other extractions that the newest one does not repeat.
-- $1 report_id bigint; $2 readings text[]; $3 now timestamptz; $4 reason text; $5 extraction_id bigint
update recount.status_claim set retired_at = greatest($3, recorded_at), retired_reason = $4, superseded_by = $5
where report_id = $1 and retired_at is null and reading <> all ($2::text[])
