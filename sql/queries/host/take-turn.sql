-- Takes the host when no request runs there and the gap after the last one is over; a holder that died is passed over,
-- and so is what a clock wrote that was ahead: no gap is longer than ten minutes.
-- $1 host; $2 holder uuid; $3 how long the request may take at most, ms  →  one row when the turn was taken
insert into recount.host as h (host, holder, held_until)
values ($1, $2, clock_timestamp() + $3 * interval '1 ms')
on conflict (host) do update set holder = excluded.holder, held_until = excluded.held_until
where (h.holder is null or h.held_until < clock_timestamp() or h.held_until > clock_timestamp() + $3 * interval '1 ms')
  and (h.free_at is null or h.free_at <= clock_timestamp() or h.free_at > clock_timestamp() + interval '10 minutes')
returning h.host
