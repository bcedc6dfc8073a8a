-- Retires the baseline in force when its content differs.
-- $1 dossier text; $2 content_hash text; $3 now timestamptz
update recount.baseline set retired_at = $3 where dossier = $1 and retired_at is null and content_hash <> $2
