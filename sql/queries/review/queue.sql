-- What waits for a person, oldest first.
-- $1 dossier; $2 as known at this instant or null for now; $3 limit integer
select number, asks, why, since, metric, subject, claimant, scope, as_of, min, max, qualifier, state, until, confidence, quote, outlet, url
from recount.review_queue_as_of(coalesce($2::timestamptz, 'infinity'), $1)
order by since, figure_id, status_claim_id limit $3
