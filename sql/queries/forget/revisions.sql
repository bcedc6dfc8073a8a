-- Removes the texts of a report. Hashes stay: decisions and readings are known by them.
-- $1 report_id bigint  →  raw_hash text, of bytes that no other report's text was read from
with emptied as (
  update recount.revision set text = '', title = null, authors = '{}' where report_id = $1 returning revision_id, raw_hash
), reworded as (
  delete from recount.wording w using recount.revision v where v.report_id = $1 and w.revision_id = v.revision_id
)
select distinct e.raw_hash from emptied e
where e.raw_hash is not null and not exists (
  select from recount.revision v join recount.report p using (report_id)
  where v.raw_hash = e.raw_hash and v.report_id <> $1 and p.forgotten_at is null)
