-- $1 report_id; $2 now timestamptz
update recount.revision set retired_at = $2 where report_id = $1 and retired_at is null
