-- One status claim of a dossier as it was read, with its report and its text.
-- $1 status_claim_id bigint; $2 dossier text
select s.status_claim_id, s.subject, s.state, s.until::text, s.as_of::text, s.speaker, s.speaker_side, s.quote, s.quote_start,
  s.quote_end, s.trace, s.confidence, s.report_id, s.trusted, s.doubt, s.retired_at, s.retired_reason, r.text, r.language, r.title,
  p.outlet, p.canonical_url as url, p.published_at
from recount.status_claim s
join recount.revision r on r.revision_id = s.revision_id
join recount.report p on p.report_id = s.report_id
where s.status_claim_id = $1 and s.dossier = $2
