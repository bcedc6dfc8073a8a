-- The next changes of the log.
-- $1 after log_position bigint; $2 limit integer  →  log_position bigint, line jsonb
select c.log_position, jsonb_build_object('change', c.change_id::text, 'dossier', c.dossier, 'kind', c.kind,
  'metric', c.metric, 'subject', c.subject, 'claimant', c.claimant, 'baseline', c.baseline_value,
  'previous', c.previous_value, 'new', c.new_value, 'baselineDifference', c.baseline_difference,
  'baselineRatio', c.baseline_ratio, 'previousDifference', c.previous_difference, 'previousRatio', c.previous_ratio,
  'reason', c.reason, 'needsReview', c.needs_review, 'backfilled', c.backfilled, 'outlet', r.outlet,
  'url', r.canonical_url, 'quote', coalesce(f.quote, s.quote), 'noticedAt', c.noticed_at, 'quiet', c.quiet, 'partOf', c.part_of::text,
  'muted', exists (
    select from recount.mute m where m.dossier = c.dossier and m.lifted_at is null
      and m.name = case m.kind when 'metric' then c.metric when 'outlet' then r.outlet else c.line end)) as line
from recount.change c
left join recount.report r on r.report_id = c.report_id
left join recount.figure f on f.figure_id = c.figure_id
left join recount.status_claim s on s.status_claim_id = c.status_claim_id
where c.log_position > $1
order by c.log_position
limit $2
