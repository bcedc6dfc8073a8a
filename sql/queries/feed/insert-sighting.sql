-- An item as a feed showed it first. A known one stays as it is, but that one that was off topic may be decided anew.
-- Its text follows the feed: renew-contents.sql.
-- $1 feed_id; $2 item_key; $3 url; $4 title; $5 summary; $6 content; $7 published_at; $8 seen_at; $9 decision; $10 reason; $11 report_id
insert into recount.sighting (feed_id, item_key, url, title, summary, content, published_at, seen_at, decision, reason, report_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (feed_id, item_key) do update set
  content = excluded.content, decision = excluded.decision, reason = excluded.reason, report_id = excluded.report_id
where sighting.decision = 'off_topic'
