-- Up Migration
-- A page may say that its article lives at another address. When a report has that address already, the one that was
-- found second joins it: it stays as an alias, so that its address is known the next time a feed names it.
alter table recount.report
  add column joined_report_id bigint references recount.report,
  drop constraint report_state_check,
  add constraint report_state_check check (state in ('unread', 'read', 'failed', 'gone', 'joined')),
  add constraint report_joined_check check ((state = 'joined') = (joined_report_id is not null));
create index report_joined_report_id on recount.report (joined_report_id) where joined_report_id is not null;
comment on column recount.report.joined_report_id is 'the report that this one turned out to be, by what its page declared';

-- An unchanged feed holds news all the same once other words make the topic.
alter table recount.feed add column topic_hash text;
comment on column recount.feed.topic_hash is 'hash of the topic words that the last body was decided with';

-- Down Migration
alter table recount.feed drop column topic_hash;
delete from recount.report where state = 'joined';
alter table recount.report
  drop constraint report_joined_check,
  drop constraint report_state_check,
  drop column joined_report_id,
  add constraint report_state_check check (state in ('unread', 'read', 'failed', 'gone'));
