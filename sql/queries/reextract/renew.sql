-- Records that another run of the extractor found in some revisions what stands already.
-- $1 revision_ids bigint[]; $2 dossier; $3 extractor_version text; $4 story_hash text; $5 now timestamptz
with chosen as (
  select revision_id from recount.revision where revision_id = any ($1::bigint[]) and retired_at is null
), retired as (
  update recount.extraction e set retired_at = $5
  from chosen c where e.revision_id = c.revision_id and e.retired_at is null
  returning e.revision_id, e.decided_through
)
insert into recount.extraction (dossier, revision_id, extractor_version, story_hash, recorded_at, cause, decided_through)
select $2, c.revision_id, $3, $4, $5, 'reread', coalesce(r.decided_through, 0)
from chosen c left join retired r on r.revision_id = c.revision_id
