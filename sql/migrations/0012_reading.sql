-- Up Migration
-- Whose a text is. A near-copy of another report's text is that report's voice; it is found by the hashes of its wording.
alter table recount.revision
  add column section text,
  add column copied_report_id bigint references recount.report,
  add column raw_hash text;
comment on column recount.revision.section is 'section of the outlet, as the page names it';
comment on column recount.revision.copied_report_id is 'the first report whose text this is a near-copy of; null for a text of its own';
comment on column recount.revision.raw_hash is 'SHA-256 of the bytes that it was read from; null where the feed gave the text';
create index revision_copied_report_id on recount.revision (copied_report_id) where copied_report_id is not null;

-- One row a hash of a text's sketch. Looked up by hash within days, so that finding copies takes the same time however
-- many reports there are; older rows are removed.
create table recount.wording (
  hash integer not null,
  at timestamptz not null,
  revision_id bigint not null references recount.revision,
  primary key (hash, at, revision_id)
);
create index wording_at on recount.wording (at);
comment on table recount.wording is 'hashes of the wording of texts of the last weeks, to find near-copies by';
comment on column recount.wording.hash is 'one of the smallest hashes of the text''s runs of four words';
comment on column recount.wording.at is 'when the text was published, else first seen';
comment on column recount.wording.revision_id is 'revision: its number';

-- The bytes that revisions were read from, each once; evidence when the page is gone.
create table recount.raw (
  raw_hash text primary key,
  content_type text,
  url text not null,
  size_bytes integer not null,
  bytes bytea,
  kept_at timestamptz not null
);
create index raw_kept_at on recount.raw (kept_at);
comment on table recount.raw is 'the bytes that revisions were read from, kept for the days that the service is told';
comment on column recount.raw.raw_hash is 'SHA-256 of the bytes, in hexadecimal digits';
comment on column recount.raw.content_type is 'as the server named it';
comment on column recount.raw.url is 'address that answered with them first';
comment on column recount.raw.size_bytes is 'how many bytes, uncompressed';
comment on column recount.raw.bytes is 'the bytes, compressed by Brotli; null where they are a file in the data folder';
comment on column recount.raw.kept_at is 'when a revision was last read from them, by the program''s clock';

-- Down Migration
drop table recount.raw, recount.wording;
alter table recount.revision drop column section, drop column copied_report_id, drop column raw_hash;
