-- A host asked to be left alone.
-- $1 host; $2 until
insert into recount.host (host, paused_until) values ($1, $2)
on conflict (host) do update set paused_until = excluded.paused_until
