-- The baseline in force, unless it is in force already.
-- $1 dossier text; $2 content_hash text; $3 content jsonb; $4 now timestamptz
insert into recount.baseline (dossier, content_hash, content, recorded_at) values ($1, $2, $3, $4)
on conflict (dossier) where retired_at is null do nothing
