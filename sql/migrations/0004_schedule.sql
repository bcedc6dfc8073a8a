-- Up Migration
-- One row a cron tick, written together with its job: a tick counts once however many processes fire it.
create table recount.tick (
  job text not null,
  at timestamptz not null,
  primary key (job, at)
);

-- Living workers of the queue; one that stops beating is dead and its jobs are unlocked. Times are the machine's own:
-- a worker lives in real time, whatever time the story is told in.
create table recount.worker (
  worker_id text primary key,
  host text not null,
  pid integer not null,
  started_at timestamptz not null,
  beat_at timestamptz not null
);

-- Down Migration
drop table recount.worker, recount.tick;
