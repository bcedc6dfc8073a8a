-- Up Migration
-- People decide about states as about figures: a decision is about one of the two.
alter table recount.decision
  alter column figure_id drop not null,
  add column status_claim_id bigint references recount.status_claim,
  add constraint decision_about_one check (num_nonnulls(figure_id, status_claim_id) = 1);
create index decision_status_claim_id on recount.decision (status_claim_id);
comment on table recount.decision is 'what people decided about readings, figures and states, in the order in which they did; only ever added to';
comment on column recount.decision.quote is 'the words that it was read from';
comment on column recount.decision.figure_id is 'the figure that the reviewer saw; null where it was a state';
comment on column recount.decision.status_claim_id is 'the state that the reviewer saw; null where it was a figure';

alter table recount.status_claim
  add column doubt text,
  add column decision_id bigint references recount.decision,
  add column told_at timestamptz;
update recount.status_claim s set doubt = case when not s.trusted then 'read with little confidence' end,
  told_at = coalesce(p.published_at, r.published_at, p.seen_at)
from recount.revision r, recount.report p
where r.revision_id = s.revision_id and p.report_id = s.report_id;
alter table recount.status_claim alter column told_at set not null;
comment on column recount.status_claim.doubt is 'why it moves nothing; null where it may';
comment on column recount.status_claim.decision_id is 'the decision that made it so; null where nobody decided';
comment on column recount.status_claim.told_at is 'when the report was published, or seen where it does not say';

-- Of two states that are told of one day, the one that was published later stands.
drop index recount.status_claim_told;
create index status_claim_told on recount.status_claim (dossier, subject, as_of desc, told_at desc, reading collate "C" desc)
  where trusted and state <> 'held';

-- Down Migration
drop index recount.status_claim_told;
create index status_claim_told on recount.status_claim (dossier, subject, as_of desc, reading collate "C" desc)
  where trusted and state <> 'held';
alter table recount.status_claim drop column doubt, drop column decision_id, drop column told_at;
alter table recount.decision drop constraint decision_about_one;
alter table recount.decision disable trigger user;
delete from recount.decision where status_claim_id is not null;
alter table recount.decision enable trigger user;
alter table recount.decision drop column status_claim_id, alter column figure_id set not null;
