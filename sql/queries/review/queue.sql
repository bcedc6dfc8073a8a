-- What waits for a person, oldest first.
-- $1 dossier; $2 as known at this instant or null; $3 limit integer
select number, asks, why, since, metric, subject, claimant, scope, as_of, min, max, qualifier, state, until, confidence, quote, outlet, url
from recount.review_queue
where dossier = $1 and ($2::timestamptz is null or since <= $2)
order by since, figure_id, status_claim_id limit $3
