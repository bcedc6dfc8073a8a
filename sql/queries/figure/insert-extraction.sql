-- One run of the extractor over one revision; none when this very run stands already.
-- $1 dossier text; $2 revision_id bigint; $3 extractor_version text; $4 story_hash text; $5 now timestamptz; $6 cause text;
-- $7 decided_through bigint  →  extraction_id bigint
insert into recount.extraction (dossier, revision_id, extractor_version, story_hash, recorded_at, cause, decided_through)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (revision_id, extractor_version, story_hash, decided_through) where retired_at is null do nothing
returning extraction_id
