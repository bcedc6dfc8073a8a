-- The metrics of the baseline in force, where its content differs.
-- $1 dossier text; $2 content_hash text  →  metrics jsonb
select content->'metrics' as metrics from recount.baseline where dossier = $1 and retired_at is null and content_hash <> $2
