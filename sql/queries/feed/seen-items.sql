-- Items as feeds showed them, oldest first, with what was decided; of those off topic no full text was kept.
-- $1 dossier; $2 after sighting_id; $3 limit
select s.sighting_id, f.name as feed, f.language, s.title, s.summary, s.content, s.url, s.seen_at, s.decision = 'report' as on_topic
from recount.sighting s join recount.feed f using (feed_id)
where f.dossier = $1 and s.decision <> 'unusable' and s.sighting_id > $2
order by s.sighting_id limit $3
