-- What was decided about some reports' readings, oldest first.
-- $1 report_ids bigint[]
select report_id, status_claim_id, decision_id, text_hash, quote, quote_start, quote_end, verdict, read_as, decided_as, why, decided_by
from recount.decision where report_id = any ($1::bigint[]) order by decision_id
