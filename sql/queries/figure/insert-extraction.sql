-- One run of the extractor over one revision; none when it was recorded before.
-- $1 dossier text; $2 revision_id bigint; $3 extractor_version text; $4 story_hash text; $5 now timestamptz  →  extraction_id bigint
insert into recount.extraction (dossier, revision_id, extractor_version, story_hash, recorded_at)
values ($1, $2, $3, $4, $5)
on conflict (revision_id, extractor_version, story_hash) do nothing
returning extraction_id
