-- Up Migration
-- The ledger keeps what it held: an event that is counted otherwise retires and another takes its place, so that "what did
-- the running total say on 1 March" has an answer.
alter table recount.event add column recorded_at timestamptz, add column retired_at timestamptz;
update recount.event e set recorded_at = coalesce(
  (select min(f.recorded_at) from recount.figure f where f.figure_id = any (e.figure_ids)), now());
alter table recount.event alter column recorded_at set not null;
drop index recount.event_metric_day;
create index event_standing on recount.event (dossier, metric, day) where retired_at is null;
create index event_recorded_at on recount.event (dossier, recorded_at);
comment on table recount.event is 'the ledger of exchanges, rebuilt from event figures; never overwritten, only retired';
comment on column recount.event.recorded_at is 'when the ledger first held it so, by the program''s clock';
comment on column recount.event.retired_at is 'when another count took its place; null while it stands';

-- Down Migration
delete from recount.event where retired_at is not null;
drop index recount.event_standing, recount.event_recorded_at;
create index event_metric_day on recount.event (dossier, metric, day);
alter table recount.event drop column recorded_at, drop column retired_at;
