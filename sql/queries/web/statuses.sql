-- Each subject as the baseline has it beside what is said of it now.
-- $1 dossier; $2 instant timestamptz or null for now
select subject, baseline_state, baseline_until, state, until, as_of, speaker_side, changed, outlet, url, quote
from recount.status_comparison_as_of(coalesce($2::timestamptz, 'infinity'), $1) order by baseline_state is null, subject
