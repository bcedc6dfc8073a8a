-- Up Migration
-- A publisher or a person may ask that a text be removed. Its figures stay, with a note that and why the text is gone.
alter table recount.report add column forgotten_at timestamptz, add column forgotten_why text,
  add constraint report_forgotten_check check ((forgotten_at is null) = (forgotten_why is null));
comment on column recount.report.forgotten_at is 'when its text and bytes were removed on request; null: they are kept';
comment on column recount.report.forgotten_why is 'who asked for that, or why';

-- What a desk does not want to be told of. Nothing leaves the history: a muted change is logged and marked.
create table recount.mute (
  mute_id bigint generated always as identity primary key,
  dossier text not null,
  kind text not null check (kind in ('metric', 'outlet', 'line')),
  name text not null check (name <> ''),
  why text not null,
  muted_by text not null,
  muted_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index mute_in_force on recount.mute (dossier, kind, name) where lifted_at is null;
comment on table recount.mute is 'metrics, outlets and lines that nobody wants to be told of; never overwritten, only lifted';
comment on column recount.mute.mute_id is 'its number';
comment on column recount.mute.dossier is 'the story: a folder under config/';
comment on column recount.mute.kind is 'metric, outlet or line';
comment on column recount.mute.name is 'which one';
comment on column recount.mute.why is 'the reason, in words';
comment on column recount.mute.muted_by is 'who muted it';
comment on column recount.mute.muted_at is 'since when, by the program''s clock';
comment on column recount.mute.lifted_by is 'who lifted it; null while it is in force';
comment on column recount.mute.lifted_at is 'until when; null while it is in force';

-- Down Migration
drop table recount.mute;
alter table recount.report drop constraint report_forgotten_check, drop column forgotten_at, drop column forgotten_why;
