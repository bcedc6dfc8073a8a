-- The status claims of one revision that stand, in the order of the text, as the extractor gave them; all that were ever read in
-- it where another revision has taken its place.
-- $1 revision_id bigint  →  the columns of a status claim as read
select s.status_claim_id, s.subject, s.state, s.until::text, s.as_of::text, s.speaker, s.speaker_side, s.quote, s.quote_start, s.quote_end,
  s.trace, s.confidence
from recount.status_claim s
join recount.revision r on r.revision_id = s.revision_id
where s.report_id = r.report_id and s.revision_id = $1 and (s.retired_at is null or r.retired_at is not null)
order by s.quote_start, s.quote_end, s.status_claim_id
