-- What a person is to be told of, newest first: no rereading, no decision of one's own, nothing muted or too small a step.
-- $1 dossier; $2 limit integer
select change_id, kind, metric, claimant, subject, reason, new, previous, baseline_difference, needs_review, backfilled, noticed_at,
  figure_id, outlet, url, quote, muted
from recount.change_log
where dossier = $1 and kind not in ('reread', 'reviewed') and not muted and quiet is null
order by change_id desc
limit $2
