-- The change log as it was at an instant, oldest first.
-- $1 dossier; $2 since timestamptz or null; $3 metric or null; $4 after this change_id; $5 instant timestamptz
select change_id, kind, metric, claimant, subject, reason, new, previous, baseline_difference, needs_review, backfilled, noticed_at,
  figure_id, outlet, url, quote, muted
from recount.change_log_as_of($5, $1)
where ($2::timestamptz is null or noticed_at >= $2)
  and ($3::text is null or metric = $3)
  and change_id > $4
order by change_id
