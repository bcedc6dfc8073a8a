-- Lets every feed be polled again, whatever a clock that was further on has planned.
-- $1 dossier; $2 now timestamptz
update recount.feed set next_poll_at = $2 where dossier = $1
