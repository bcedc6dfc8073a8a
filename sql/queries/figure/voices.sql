-- Whose copies told a line's newest figures, a page of them at most.
-- $1 line text; $2 extraction_id bigint; $3 low numeric; $4 high numeric (null: open); $5 dossier text  →  voice text
select distinct v.voice
from (
  select report_id, revision_id, low, high from recount.figure f
  where dossier = $5 and line = $1 and retired_at is null and trusted and extraction_id <> $2
    and exists (select from recount.comparison c where c.extraction_id = f.extraction_id)
  order by rank_day desc
  limit 200
) f
join recount.revision_voice v on v.revision_id = f.revision_id
where f.low <= coalesce($4::numeric, 'infinity') and coalesce(f.high, 'infinity') >= $3::numeric
