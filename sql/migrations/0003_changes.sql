-- Up Migration
-- The baseline in force, and every departure from it or confirmation of it.
create table recount.baseline (
  baseline_id bigint generated always as identity primary key,
  dossier text not null,
  content_hash text not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  retired_at timestamptz
);
create unique index baseline_in_force on recount.baseline (dossier) where retired_at is null;

create table recount.comparison (
  extraction_id bigint primary key references recount.extraction,
  compared_at timestamptz not null
);

-- The event ledger, derived from figures: rebuilt around a day whenever a figure of that day comes or goes.
create table recount.event (
  event_id bigint generated always as identity primary key,
  dossier text not null,
  metric text not null,
  day date not null,
  last_day date not null,
  low numeric not null,
  high numeric,
  centre numeric,
  printed text not null,
  voices integer not null,
  reports integer not null,
  claims jsonb not null,
  figure_ids bigint[] not null,
  disputed boolean not null
);
create index event_metric_day on recount.event (dossier, metric, day);

create table recount.change (
  change_id bigint generated always as identity primary key,
  -- Given when a reader first sees the change, in the order of commit: identities are handed out before, and may overtake.
  log_position bigint unique,
  key text not null unique,
  dossier text not null,
  kind text not null check (kind in ('first', 'confirmed', 'refined', 'raised', 'lowered', 'added', 'disputed', 'settled',
    'corrected', 'withdrawn', 'recalled', 'reread', 'reviewed', 'status_changed')),
  metric text,
  series text,
  line text,
  claimant text,
  subject text,
  figure_id bigint references recount.figure,
  compared_figure_id bigint references recount.figure,
  status_claim_id bigint references recount.status_claim,
  report_id bigint references recount.report,
  baseline_value jsonb,
  previous_value jsonb,
  new_value jsonb,
  baseline_difference numeric,
  baseline_ratio double precision,
  previous_difference numeric,
  previous_ratio double precision,
  reason text not null,
  needs_review boolean not null,
  backfilled boolean not null,
  noticed_at timestamptz not null
);
create index change_noticed_at on recount.change (dossier, noticed_at desc, change_id desc);
create index change_unlogged on recount.change (change_id) where log_position is null;
create sequence recount.change_log_position;
create index change_metric on recount.change (dossier, metric, change_id desc);

-- How far each reader of the change log has written ("changes.ndjson"): the last log position, and the file's length then.
create table recount.change_cursor (
  reader text primary key,
  log_position bigint not null,
  file_bytes bigint not null
);

-- Down Migration
drop table recount.change_cursor, recount.change, recount.event, recount.comparison, recount.baseline;
drop sequence recount.change_log_position;
