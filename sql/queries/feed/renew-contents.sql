-- What a feed's reports hold now, where it gives their text, so that an edit is found when they are read again. One that gives
-- less than half of it has gone over to excerpts; what was forgotten, and has none, stays so.
-- $1 feed_id; $2 item keys text[]; $3 contents text[]
update recount.sighting s set content = given.content
from unnest($2::text[], $3::text[]) as given (item_key, content)
where s.feed_id = $1 and s.item_key = given.item_key and s.decision = 'report' and s.content <> given.content
  and length(given.content) * 2 >= length(s.content)
