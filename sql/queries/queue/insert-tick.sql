-- Records a tick; touches no row when it was recorded before.
-- $1 job; $2 at timestamptz
insert into recount.tick (job, at) values ($1, $2) on conflict do nothing
