-- Up Migration
-- A status that an edited report tells again is no news, and one that it drops no longer stands.
alter table recount.status_claim add column superseded_by bigint references recount.extraction;
create index status_claim_superseded_by on recount.status_claim (superseded_by) where superseded_by is not null;
comment on column recount.status_claim.superseded_by is 'the extraction of the same report that took its place: its number';

-- What was news on a track last: later steps are held against it.
drop index recount.change_track;
create index change_track on recount.change (dossier, track, change_id desc) where quiet is null;

-- Down Migration
drop index recount.change_track;
create index change_track on recount.change (dossier, track, change_id desc);
alter table recount.status_claim drop column superseded_by;
