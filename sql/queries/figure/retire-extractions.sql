-- The report's earlier runs of the extractor.
-- $1 report_id bigint; $2 extraction_id bigint; $3 now timestamptz
update recount.extraction set retired_at = greatest($3, recorded_at)
where retired_at is null and extraction_id <> $2
  and revision_id in (select revision_id from recount.revision where report_id = $1)
