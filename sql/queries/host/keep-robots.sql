-- $1 host; $2 robots text; $3 now; $4 crawl_delay_ms
insert into recount.host (host, robots, robots_at, crawl_delay_ms) values ($1, $2, $3, $4)
on conflict (host) do update set robots = excluded.robots, robots_at = excluded.robots_at, crawl_delay_ms = excluded.crawl_delay_ms
