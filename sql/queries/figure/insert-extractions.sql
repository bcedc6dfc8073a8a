-- One run of the extractor over some revisions; no row for one of which this very run stands already.
-- $1 texts jsonb (revision_id, decided_through); $2 dossier text; $3 extractor_version text; $4 story_hash text;
-- $5 now timestamptz; $6 cause text  →  revision_id bigint, extraction_id bigint
insert into recount.extraction (dossier, revision_id, extractor_version, story_hash, recorded_at, cause, decided_through)
select $2, revision_id, $3, $4, $5, $6, decided_through
from jsonb_to_recordset($1) as texts (revision_id bigint, decided_through bigint)
on conflict (revision_id, extractor_version, story_hash, decided_through) where retired_at is null do nothing
returning revision_id, extraction_id
