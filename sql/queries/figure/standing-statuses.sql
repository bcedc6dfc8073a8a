-- The newest state of each subject, meetings and the claims of one extraction left out.
-- $1 dossier text; $2 subjects text[]; $3 extraction_id bigint  →  the columns of a status claim
select s.* from unnest($2::text[]) as asked (subject)
cross join lateral (
  select status_claim_id, report_id, reading, subject, state, until::text, as_of::text, told_at, speaker_side
  from recount.status_claim f
  where dossier = $1 and subject = asked.subject and retired_at is null and trusted and extraction_id <> $3
    and exists (select from recount.comparison c where c.extraction_id = f.extraction_id)
    and state <> 'held'
  order by as_of desc, told_at desc, reading collate "C" desc
  limit 1
) s
