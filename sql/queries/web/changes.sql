-- The change log, newest first.
-- $1 dossier; $2 metric or null; $3 kind or null; $4 before this change_id or null; $5 limit integer
select change_id, kind, metric, claimant, subject, reason, new, previous, baseline_difference, needs_review, backfilled, noticed_at,
  figure_id, outlet, url, quote, muted
from recount.change_log
where dossier = $1
  and ($2::text is null or metric = $2)
  and ($3::text is null or kind = $3)
  and ($4::bigint is null or change_id < $4)
order by change_id desc
limit $5
