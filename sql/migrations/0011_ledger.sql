-- Up Migration
-- An edit is held against what it replaced. Instants cannot tell which that was: two edits may be recorded in one, and a
-- clock may go back.
alter table recount.figure add column superseded_by bigint references recount.extraction;
update recount.figure f set superseded_by = e.extraction_id
from recount.extraction e join recount.revision r using (revision_id)
where f.retired_reason = 'superseded' and r.report_id = f.report_id and e.recorded_at = f.retired_at;
create index figure_superseded_by on recount.figure (superseded_by) where superseded_by is not null;
comment on column recount.figure.superseded_by is 'the extraction of the same report that took its place: its number';

-- "157, including 7 civilians" are 157 people; "157 soldiers and 7 civilians" are 164.
alter table recount.figure add column part boolean not null default false;
comment on column recount.figure.part is 'whether the text counts it within the figure before';

-- "Last week" is a span of days; such figures are few and are looked for by what they reach into.
create index figure_event_span on recount.figure (dossier, metric, as_of)
  where scope = 'event' and basis_start is not null and retired_at is null and trusted;

alter table recount.event
  add column vague boolean not null default false,
  add column first_report_at timestamptz,
  add column last_report_at timestamptz;
comment on column recount.event.vague is 'whether only a span of days is known, from day to last_day';
comment on column recount.event.first_report_at is 'when the first report of it was published';
comment on column recount.event.last_report_at is 'when the newest report of it was published';

-- What a change moves, so that what goes back and forth is one change, and small steps add up until they are news.
alter table recount.change
  add column track text,
  add column part_of bigint references recount.change,
  add column quiet text check (quiet in ('swing', 'threshold'));
create index change_track on recount.change (dossier, track, change_id desc);
create index change_part_of on recount.change (part_of) where part_of is not null;
comment on column recount.change.track is 'what the change moves: a line, a running total, an exchange, a report''s figure, a subject';
comment on column recount.change.part_of is 'the change that it goes back and forth with: its number';
comment on column recount.change.quiet is 'why it is no news: swing (back to where it was, within the window), threshold (too small a step); null: news';

-- Down Migration
alter table recount.change drop column track, drop column part_of, drop column quiet;
alter table recount.event drop column vague, drop column first_report_at, drop column last_report_at;
drop index recount.figure_event_span;
alter table recount.figure drop column superseded_by, drop column part;
