-- Whether a figure of the story, or the state of the talks, has changed since then; what was told before we looked is no change.
-- $1 dossier; $2 since timestamptz  →  hot boolean
select exists (
  select from recount.change
  where dossier = $1 and noticed_at >= $2 and not backfilled
    and kind in ('raised', 'lowered', 'added', 'refined', 'disputed', 'settled', 'corrected', 'withdrawn', 'status_changed')
) as hot
