-- The change log, oldest first.
-- $1 dossier; $2 since timestamptz or null; $3 metric or null; $4 after this change_id
select c.change_id, c.kind, c.metric, c.claimant, c.subject, c.reason, c.new_value, c.previous_value, c.baseline_difference,
  c.needs_review, c.backfilled, c.noticed_at, c.figure_id, r.outlet, r.canonical_url, r.title,
  coalesce(f.quote, s.quote) as quote
from recount.change c
left join recount.report r using (report_id)
left join recount.figure f on f.figure_id = c.figure_id
left join recount.status_claim s on s.status_claim_id = c.status_claim_id
where c.dossier = $1
  and ($2::timestamptz is null or c.noticed_at >= $2)
  and ($3::text is null or c.metric = $3)
  and c.change_id > $4
order by c.change_id
