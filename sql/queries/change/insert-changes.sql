-- Changes; one whose key is known is left as it is.
-- $1 rows jsonb; $2 dossier text; $3 backfilled boolean; $4 now timestamptz  →  key text
insert into recount.change (key, dossier, kind, metric, series, line, claimant, subject, figure_id, compared_figure_id,
  status_claim_id, report_id, baseline_value, previous_value, new_value, baseline_difference, baseline_ratio,
  previous_difference, previous_ratio, reason, needs_review, backfilled, noticed_at, track, quiet, part_of)
select key, $2, kind, metric, series, line, claimant, subject, figure_id, compared_figure_id, status_claim_id, report_id,
  baseline_value, previous_value, new_value, baseline_difference, baseline_ratio, previous_difference, previous_ratio,
  reason, needs_review, $3, $4, track, quiet, part_of
from jsonb_to_recordset($1) as found (key text, kind text, metric text, series text, line text, claimant text, subject text,
  figure_id bigint, compared_figure_id bigint, status_claim_id bigint, report_id bigint, baseline_value jsonb,
  previous_value jsonb, new_value jsonb, baseline_difference numeric, baseline_ratio double precision,
  previous_difference numeric, previous_ratio double precision, reason text, needs_review boolean,
  track text, quiet text, part_of bigint)
on conflict (key) do nothing
returning key
