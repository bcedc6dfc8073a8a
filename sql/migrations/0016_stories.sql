-- Up Migration
-- Two stories may give a metric the same name: a line belongs to its story.
alter table recount.line drop constraint line_pkey;
insert into recount.line (line, dossier, metric, series, claimant)
select distinct f.line, f.dossier, f.metric, f.series, f.claimant
from recount.figure f
where f.trusted and f.line is not null and (f.scope <> 'event' or f.act <> 'returned')
  and not exists (select from recount.line l where l.line = f.line and l.dossier = f.dossier);
alter table recount.line add primary key (dossier, line);
drop index recount.figure_standing;
create index figure_standing on recount.figure (dossier, line, as_of desc, spread, reading collate "C" desc) where trusted;
-- Nothing has asked by series alone since lines are listed.
drop index recount.figure_series;

-- Each report of an exchange makes another version of it, so most versions last for hours or days. What the ledger held at an
-- instant are the few versions that last, found by their day, and of the others those that were made shortly before. A total
-- is summed from the index alone: the versions that last lie far apart among those that do not.
drop index recount.event_standing, recount.event_recorded_at;
create index event_lasting on recount.event (dossier, metric, day) include (low, high, centre, event_id, recorded_at, retired_at)
  where retired_at is null or retired_at - recorded_at > interval '30 days';
create index event_passing on recount.event (dossier, metric, recorded_at)
  where retired_at - recorded_at <= interval '30 days';

-- A page of the log of one kind of change, without reading all the others.
create index change_kind on recount.change (dossier, kind, change_id desc);

-- Down Migration
drop index recount.change_kind;
drop index recount.event_passing, recount.event_lasting;
create index event_standing on recount.event (dossier, metric, day) where retired_at is null;
create index event_recorded_at on recount.event (dossier, recorded_at);
create index figure_series on recount.figure (series, as_of desc) where trusted;
drop index recount.figure_standing;
create index figure_standing on recount.figure (line, as_of desc, spread, reading collate "C" desc) where trusted;
alter table recount.line drop constraint line_pkey;
delete from recount.line l using recount.line other where other.line = l.line and other.dossier < l.dossier;
alter table recount.line add primary key (line);
