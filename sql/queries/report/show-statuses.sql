-- The states that were read in a report's texts, first revision first, in the order of the text.
-- $1 report_id
select s.status_claim_id, v.number, s.subject, s.state, s.until::text, s.as_of::text, s.speaker, s.speaker_side, s.quote, s.trusted,
  s.decision_id is not null and not s.trusted as rejected, s.recorded_at, s.retired_at
from recount.status_claim s
join recount.revision v using (revision_id)
where s.report_id = $1 order by v.number, s.quote_start, s.status_claim_id
