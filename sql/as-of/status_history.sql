select status_claim_id, dossier, subject, state, until, as_of, speaker, speaker_side, outlet, url, quote, confidence, trusted, doubt,
  recorded_at, case when retired_at <= current_setting('recount.as_of')::timestamptz then retired_at end as retired_at, report_id
from recount.status_history
where recorded_at <= current_setting('recount.as_of')::timestamptz
