-- The status claims of an extraction, in the order of the text.
-- $1 extraction_id bigint  →  the columns of a status claim
select status_claim_id, report_id, reading, subject, state, until::text, as_of::text, told_at, speaker_side
from recount.status_claim
where extraction_id = $1 and trusted and retired_at is null
order by quote_start, status_claim_id
