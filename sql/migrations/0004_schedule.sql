-- Up Migration
-- One row a cron tick, written together with its job: a tick counts once however many processes fire it.
create table recount.tick (
  job text not null,
  at timestamptz not null,
  primary key (job, at)
);

-- Living workers; one that stops beating is dead and its jobs are unlocked.
create table recount.worker (
  worker_id text primary key,
  started_at timestamptz not null,
  beat_at timestamptz not null
);

-- Down Migration
drop table recount.worker, recount.tick;
