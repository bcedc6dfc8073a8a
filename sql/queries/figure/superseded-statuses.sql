-- The states that the report told before this extraction superseded them, as far as they were ever compared.
-- $1 extraction_id bigint  →  the columns of a status claim
select status_claim_id, report_id, reading, subject, state, until::text, as_of::text, told_at, speaker_side
from recount.status_claim s
where superseded_by = $1 and trusted and state <> 'held'
  and exists (select from recount.comparison c where c.extraction_id = s.extraction_id)
order by status_claim_id
