-- What people decided, oldest first.
-- $1 dossier; $2 decided until timestamptz or null
select decision_id, decided_at, decided_by, verdict, why, number, metric, subject, read_as, decided_as, quote, outlet, url, figure_id,
  status_claim_id
from recount.review_log
where dossier = $1 and ($2::timestamptz is null or decided_at <= $2)
order by decision_id
