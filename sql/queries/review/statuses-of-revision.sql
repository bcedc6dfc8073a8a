-- The status claims of one revision that stand, in the order of the text, as the extractor gave them.
-- $1 revision_id bigint  →  the columns of a status claim as read
select subject, state, until::text, as_of::text, speaker, speaker_side, quote, quote_start, quote_end, trace, confidence
from recount.status_claim where report_id = (select report_id from recount.revision where revision_id = $1) and revision_id = $1 and retired_at is null
order by quote_start, quote_end, status_claim_id
