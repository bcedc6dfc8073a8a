-- The instant of the last poll by the program's clock.
-- $1 dossier
select max(p.polled_at) as polled_at from recount.poll p join recount.feed f using (feed_id) where f.dossier = $1
