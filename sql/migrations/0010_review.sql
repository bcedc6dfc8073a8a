-- Up Migration
-- What people decided about readings. Nothing is ever overwritten: who thinks again adds another row. A decision is held to
-- what no new version of the extractor changes: the report, the text's hash and the words in it.
create table recount.decision (
  decision_id bigint generated always as identity primary key,
  dossier text not null,
  report_id bigint not null references recount.report,
  text_hash text not null,
  quote text not null,
  quote_start integer not null,
  quote_end integer not null,
  verdict text not null check (verdict in ('accept', 'reject', 'correct')),
  read_as jsonb not null,
  decided_as jsonb,
  figure_id bigint not null references recount.figure,
  why text not null check (why <> ''),
  decided_by text not null check (decided_by <> ''),
  decided_at timestamptz not null,
  check ((verdict = 'reject') = (decided_as is null))
);
create index decision_report_id on recount.decision (report_id);
create index decision_figure_id on recount.decision (figure_id);
create index decision_decided_at on recount.decision (dossier, decided_at);
comment on table recount.decision is 'what people decided about readings, in the order in which they did; only ever added to';
comment on column recount.decision.decision_id is 'its number; of two decisions about one reading the later one holds';
comment on column recount.decision.dossier is 'the story: a folder under config/';
comment on column recount.decision.report_id is 'the report';
comment on column recount.decision.text_hash is 'hash of the text that the reviewer saw';
comment on column recount.decision.quote is 'the words that the figure was read from';
comment on column recount.decision.quote_start is 'where they begin in that text, in UTF-16 units';
comment on column recount.decision.quote_end is 'where they end in that text, in UTF-16 units';
comment on column recount.decision.verdict is 'accept, reject or correct';
comment on column recount.decision.read_as is 'the reading that was decided about';
comment on column recount.decision.decided_as is 'the reading that is right; null where there is none';
comment on column recount.decision.figure_id is 'the row that the reviewer saw';
comment on column recount.decision.why is 'the reviewer''s reason, in words';
comment on column recount.decision.decided_by is 'who decided';
comment on column recount.decision.decided_at is 'when, by the program''s clock';

alter table recount.figure add column decision_id bigint references recount.decision;
comment on column recount.figure.decision_id is 'the decision that made it so; null where nobody decided';

-- One text may be extracted again: by a newer version, or after a decision. What stands is that of the newest run.
alter table recount.extraction
  add column cause text not null default 'text' check (cause in ('text', 'reread', 'review')),
  add column decided_through bigint not null default 0,
  drop constraint extraction_revision_id_extractor_version_story_hash_key;
create unique index extraction_standing on recount.extraction (revision_id, extractor_version, story_hash, decided_through)
  where retired_at is null;
create index extraction_revision_id on recount.extraction (revision_id);
comment on column recount.extraction.cause is 'text: the text was new; reread: the extractor or the story was; review: a person decided';
comment on column recount.extraction.decided_through is 'number of the newest decision about the report that it follows; 0 for none';

-- Down Migration
drop index recount.extraction_standing, recount.extraction_revision_id;
alter table recount.figure drop column decision_id;
drop table recount.decision;
alter table recount.extraction drop column cause, drop column decided_through,
  add constraint extraction_revision_id_extractor_version_story_hash_key unique (revision_id, extractor_version, story_hash);
