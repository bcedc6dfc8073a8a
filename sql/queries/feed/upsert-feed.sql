-- A feed as its dossier lists it; a new address is polled at once and forgets what belonged to the old one.
-- $1 dossier; $2 name; $3 url; $4 outlet; $5 language; $6 country; $7 side or null; $8 kind; $9 now timestamptz
insert into recount.feed (dossier, name, url, current_url, outlet, language, country, side, kind, next_poll_at)
values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)
on conflict (dossier, name) do update set
  current_url = case when feed.url = excluded.url then feed.current_url else excluded.url end,
  next_poll_at = case when feed.url = excluded.url and feed.retired_at is null then feed.next_poll_at else excluded.next_poll_at end,
  moved_at = case when feed.url = excluded.url then feed.moved_at end,
  distrusted_at = case when feed.url = excluded.url then feed.distrusted_at end,
  gap_ms = case when feed.url = excluded.url then feed.gap_ms end,
  longest_gap_ms = case when feed.url = excluded.url then feed.longest_gap_ms end,
  asked_ms = case when feed.url = excluded.url then feed.asked_ms end,
  url = excluded.url, outlet = excluded.outlet, language = excluded.language, country = excluded.country,
  side = excluded.side, kind = excluded.kind, retired_at = null
