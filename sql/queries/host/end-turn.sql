-- Gives the host back; the next request waits for the gap, or for what its robots.txt asks if that is longer.
-- $1 host; $2 holder uuid; $3 gap in ms
update recount.host set holder = null, held_until = null,
  free_at = clock_timestamp() + greatest($3, crawl_delay_ms) * interval '1 ms'
where host = $1 and holder = $2
