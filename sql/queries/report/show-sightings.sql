-- Where and when feeds showed a report, first to last.
-- $1 report_id  →  feed text, url text, title text, seen_at timestamptz
select f.name as feed, s.url, s.title, s.seen_at
from recount.sighting s join recount.feed f using (feed_id) where s.report_id = $1 order by s.seen_at, s.sighting_id
