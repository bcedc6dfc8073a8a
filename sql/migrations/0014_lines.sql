-- Up Migration
-- Which lines there are. Among millions of figures the few lines of totals, states and plans are found here, and what stands
-- on each is one step into an index; exchanges have their ledger and no line here.
create table recount.line (
  line text primary key,
  dossier text not null,
  metric text not null,
  series text not null,
  claimant text not null
);
create index line_series on recount.line (dossier, series);
comment on table recount.line is 'each line of totals, states and plans that a trusted figure ever stood on';
comment on column recount.line.line is 'series and claimant';
comment on column recount.line.dossier is 'the story: a folder under config/';
comment on column recount.line.metric is 'the dossier''s name for what is counted';
comment on column recount.line.series is 'metric, scope and basis: what may be compared';
comment on column recount.line.claimant is 'side that says so: a code of the dossier, other, or unattributed';
insert into recount.line (line, dossier, metric, series, claimant)
select distinct line, dossier, metric, series, claimant from recount.figure
where trusted and line is not null and (scope <> 'event' or act <> 'returned');

-- What stood at an instant is looked for in the same order as what stands; retired figures are few among the others.
drop index recount.figure_standing;
create index figure_standing on recount.figure (line, as_of desc, spread, reading collate "C" desc) where trusted;

-- The history of one metric, newest first, without sorting all of it.
create index figure_metric on recount.figure (dossier, metric, as_of desc, figure_id desc);

-- Down Migration
drop index recount.figure_metric, recount.figure_standing;
create index figure_standing on recount.figure (line, as_of desc, spread, reading collate "C" desc)
  where retired_at is null and trusted;
drop table recount.line;
