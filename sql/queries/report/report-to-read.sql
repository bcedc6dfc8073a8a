-- A report with what the feeds gave of it, under its own address first, and its newest revision; none that joined another or was forgotten.
-- $1 report_id
select r.report_id, r.dossier, r.canonical_url, r.language, r.title, r.published_at, r.seen_at, r.headline_only, r.failures,
  s.url, s.feed, s.title as item_title, s.summary, s.content, v.text_hash, coalesce(v.number, 0) as number, coalesce(length(v.text), 0) as text_length
from recount.report r
left join lateral (select g.url, f.name as feed, g.title, g.summary, g.content from recount.sighting g join recount.feed f using (feed_id) where g.report_id = r.report_id order by (g.url = r.canonical_url) desc nulls last, sighting_id limit 1) s on true
left join lateral (select text_hash, number, text from recount.revision where report_id = r.report_id order by number desc limit 1) v on true
where r.report_id = $1 and r.joined_report_id is null and r.forgotten_at is null
