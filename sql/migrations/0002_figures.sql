-- Up Migration
-- What one run of the extractor over one revision found. Rows are never overwritten: only retired_at is set, once.
create table recount.extraction (
  extraction_id bigint generated always as identity primary key,
  dossier text not null,
  revision_id bigint not null references recount.revision,
  extractor_version text not null,
  story_hash text not null,
  recorded_at timestamptz not null,
  retired_at timestamptz,
  unique (revision_id, extractor_version, story_hash)
);

create index extraction_recorded_at on recount.extraction (dossier, recorded_at);

create table recount.figure (
  figure_id bigint generated always as identity primary key,
  extraction_id bigint not null references recount.extraction,
  dossier text not null,
  report_id bigint not null references recount.report,
  revision_id bigint not null references recount.revision,
  slot text not null,
  reading text not null,
  thing text not null,
  "group" text,
  act text not null check (act in ('returned', 'held', 'offered')),
  from_side text,
  to_side text,
  reach text not null check (reach in ('one_way', 'both', 'unstated')),
  min numeric not null check (min >= 0),
  max numeric check (max >= min),
  qualifier text not null check (qualifier in ('exact', 'about', 'nearly', 'more_than', 'at_least', 'up_to', 'range')),
  low numeric not null,
  high numeric,
  spread numeric generated always as (high - low) stored,
  scope text not null check (scope in ('event', 'cumulative', 'planned')),
  period text,
  basis_known boolean not null,
  basis_start date,
  basis_end date,
  basis_frame text,
  as_of date not null,
  speaker text,
  speaker_side text,
  claimant text not null check (claimant <> ''),
  metric text,
  series text,
  line text,
  quote text not null,
  quote_start integer not null,
  quote_end integer not null,
  cues jsonb not null,
  trace text[] not null,
  confidence real not null check (confidence between 0 and 1),
  trusted boolean not null,
  doubt text,
  recorded_at timestamptz not null,
  retired_at timestamptz,
  retired_reason text
);
create unique index figure_reading on recount.figure (reading) where retired_at is null;
create index figure_standing on recount.figure (line, as_of desc, spread, reading collate "C" desc)
  where retired_at is null and trusted;
create index figure_series on recount.figure (series, as_of desc) where trusted;
create index figure_extraction_id on recount.figure (extraction_id);
create index figure_recorded_at on recount.figure (dossier, recorded_at);
create index figure_event on recount.figure (dossier, metric, as_of) where scope = 'event' and retired_at is null and trusted;
create index figure_report_id on recount.figure (report_id);

create table recount.status_claim (
  status_claim_id bigint generated always as identity primary key,
  extraction_id bigint not null references recount.extraction,
  dossier text not null,
  report_id bigint not null references recount.report,
  revision_id bigint not null references recount.revision,
  reading text not null,
  subject text not null,
  state text not null,
  until date,
  as_of date not null,
  speaker text,
  speaker_side text,
  quote text not null,
  quote_start integer not null,
  quote_end integer not null,
  trace text[] not null,
  confidence real not null,
  trusted boolean not null,
  recorded_at timestamptz not null,
  retired_at timestamptz,
  retired_reason text
);
create unique index status_claim_reading on recount.status_claim (reading) where retired_at is null;
create index status_claim_standing on recount.status_claim (dossier, subject, as_of desc) where retired_at is null and trusted;
create index status_claim_report_id on recount.status_claim (report_id);
create index status_claim_extraction_id on recount.status_claim (extraction_id);

-- Down Migration
drop table recount.status_claim, recount.figure, recount.extraction;
