-- What was decided about a report's readings, oldest first.
-- $1 report_id bigint
select decision_id, text_hash, quote, quote_start, quote_end, verdict, read_as, decided_as, why, decided_by
from recount.decision where report_id = $1 order by decision_id
