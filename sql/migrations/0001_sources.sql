-- Up Migration
-- Where reports come from: feeds with their polling state, each poll, each item seen, each report and its text versions.
create schema if not exists recount;

create table recount.feed (
  feed_id bigint generated always as identity primary key,
  dossier text not null,
  name text not null,
  url text not null,
  current_url text not null,
  outlet text not null,
  language text not null,
  country text not null,
  side text,
  kind text not null check (kind in ('articles', 'headlines')),
  etag text,
  last_modified text,
  validated_url text,
  body_hash text,
  next_poll_at timestamptz not null,
  first_polled_at timestamptz,
  last_polled_at timestamptz,
  last_good_at timestamptz,
  last_item_at timestamptz,
  failures integer not null default 0 check (failures >= 0),
  failing_since timestamptz,
  error_code text,
  error_message text,
  error_remedy text,
  retired_at timestamptz,
  unique (dossier, name)
);

create table recount.poll (
  poll_id bigint generated always as identity primary key,
  feed_id bigint not null references recount.feed,
  polled_at timestamptz not null,
  duration_ms integer not null,
  outcome text not null check (outcome in ('new', 'known', 'unchanged', 'failed')),
  http_status integer,
  body_bytes integer,
  items integer not null default 0,
  new_items integer not null default 0,
  error_code text,
  error_message text
);
create index poll_feed_id_polled_at on recount.poll (feed_id, polled_at desc);

create table recount.report (
  report_id bigint generated always as identity primary key,
  dossier text not null,
  canonical_url text not null,
  outlet text not null,
  side text,
  language text,
  title text,
  published_at timestamptz,
  seen_at timestamptz not null,
  backfilled boolean not null,
  headline_only boolean not null,
  state text not null default 'unread' check (state in ('unread', 'read', 'failed', 'gone')),
  read_at timestamptz,
  next_read_at timestamptz,
  failures integer not null default 0,
  error_code text,
  error_message text,
  error_remedy text,
  gone_at timestamptz,
  unique (dossier, canonical_url)
);
create index report_next_read_at on recount.report (next_read_at) where next_read_at is not null;

create table recount.sighting (
  sighting_id bigint generated always as identity primary key,
  feed_id bigint not null references recount.feed,
  item_key text not null,
  url text,
  title text not null,
  summary text,
  content text,
  published_at timestamptz,
  seen_at timestamptz not null,
  decision text not null check (decision in ('report', 'off_topic', 'unusable')),
  reason text not null,
  report_id bigint references recount.report,
  unique (feed_id, item_key)
);
create index sighting_report_id on recount.sighting (report_id);

create table recount.revision (
  revision_id bigint generated always as identity primary key,
  report_id bigint not null references recount.report,
  number integer not null check (number > 0),
  text_hash text not null,
  text text not null,
  title text,
  language text not null,
  authors text[] not null default '{}',
  published_at timestamptz,
  modified_at timestamptz,
  agency text,
  read_by text not null,
  recorded_at timestamptz not null,
  retired_at timestamptz,
  unique (report_id, number)
);

-- Down Migration
drop schema recount cascade;
