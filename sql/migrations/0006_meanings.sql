-- Up Migration
-- What each table and column holds, with its unit, for whoever reads the schema with psql. Later migrations bring the
-- comments of what they add.
comment on schema recount is 'one story''s figures: feeds, reports, figures and changes, with their history';
comment on table recount.feed is 'each feed of a dossier and its polling state';
comment on table recount.poll is 'each poll of a feed; kept for the days that the service is told';
comment on table recount.sighting is 'each item that a feed ever held, and whether it belongs to the story';
comment on table recount.report is 'one article under one canonical address';
comment on table recount.revision is 'each text of a report that was seen; never overwritten';
comment on table recount.extraction is 'one run of the extractor over one revision';
comment on table recount.figure is 'each figure that an extraction found, with its evidence; never overwritten, only retired';
comment on table recount.status_claim is 'each claim about a state of the talks, with its evidence; never overwritten, only retired';
comment on table recount.baseline is 'each version of a dossier''s baseline';
comment on table recount.comparison is 'which extractions were compared, written with their changes';
comment on table recount.event is 'the ledger of exchanges, rebuilt from event figures';
comment on table recount.change is 'each departure from, or confirmation of, what stood before; never overwritten';
comment on table recount.change_cursor is 'how far each writer of the change log has written';
comment on table recount.tick is 'each firing of a schedule, written together with its job so that it counts once';
comment on table recount.worker is 'living workers of the queue; one whose heart stops is dead and its jobs are unlocked';
comment on table recount.view_set is 'which text of the views is in force';
comment on table recount.migration is 'which migrations were run';

do $$
declare
  found record;
  meanings jsonb := '{
    "act": "returned, held or offered",
    "agency": "the agency that the text credits",
    "as_of": "the day that the claim speaks of",
    "at": "the minute that the schedule names",
    "authors": "names as printed",
    "backfilled": "whether it was already in the feed at its first poll",
    "baseline_difference": "new value less the baseline''s; null where an open interval forbids it",
    "baseline_ratio": "that difference as a part of the baseline''s value",
    "baseline_value": "what the baseline says",
    "basis_end": "last day of the period meant; null while open",
    "basis_frame": "the agreement or mediator that the total counts under",
    "basis_known": "false when the period stayed unclear; compared with nothing then",
    "basis_start": "first day of the period meant",
    "beat_at": "when it last said that it lives, by its machine''s clock",
    "body_bytes": "size of the answer''s body in bytes, unpacked",
    "body_hash": "hash of the last body, to know an unchanged feed without validators",
    "canonical_url": "address without what only tracks; one report has one",
    "centre": "middle of the interval",
    "claimant": "whose claim: a side, other, or unattributed",
    "claims": "each claimant''s own count",
    "compared_at": "when it was compared, by the program''s clock",
    "confidence": "0 to 1: how sure the reading is",
    "content": "sighting: what the feed held of the text; baseline: its figures and statuses",
    "content_hash": "hash of the content",
    "country": "country of the outlet, two letters",
    "cues": "offsets of number, noun, direction, scope and speaker in the revision''s text",
    "current_url": "where permanent redirects have led",
    "day": "first day on which it is told",
    "decision": "report: read as one; off_topic or unusable: left out",
    "disputed": "whether claimants disagree on its amount",
    "dossier": "the story: a folder under config/",
    "doubt": "why the figure waits for review",
    "duration_ms": "time until the answer was whole, in milliseconds",
    "error_code": "what went wrong, as a code",
    "error_message": "what went wrong, in words",
    "error_remedy": "what to do about it",
    "etag": "validator, exactly as the server sent it",
    "extractor_version": "version of the rules that read it",
    "failing_since": "since when every try has failed",
    "failures": "failures in a row",
    "figure_ids": "the figures that tell of it",
    "file_bytes": "size of the file after the last line written, in bytes",
    "first_polled_at": "first answer that could be read",
    "from_side": "side that gives, or holds",
    "gone_at": "when the publisher was found to have taken it down",
    "group": "a named part of the thing that the dossier knows",
    "hash": "hash of the views'' text",
    "headline_only": "whether the headline is all there is to read",
    "high": "upper end of the interval that the words allow; null when open",
    "host": "name of the worker''s machine",
    "http_status": "status of the answer; null when there was none",
    "item_key": "the item''s own id, or what stands in for one",
    "items": "items in the feed",
    "job": "name of the job, as its file under jobs/",
    "key": "kind, line, new and compared reading: a change is written once",
    "kind": "change: what kind of change; feed: articles, or headlines that lead nowhere",
    "language": "language, two letters",
    "last_day": "last day on which it is told",
    "last_good_at": "last answer that could be read",
    "last_item_at": "when an item was last new",
    "last_modified": "validator, exactly as the server sent it",
    "last_polled_at": "when it was last tried",
    "line": "series as told by one claimant",
    "log_position": "place in the change log; null until it is written there",
    "low": "lower end of the interval that the words allow",
    "max": "as printed; null when open above",
    "metric": "the dossier''s name for the selection; null when none fits",
    "min": "as printed",
    "modified_at": "when the page says that it was changed",
    "name": "name, unique among its kind",
    "needs_review": "whether a person should look",
    "new_items": "items that were new",
    "new_value": "what is said now",
    "next_poll_at": "when it is due",
    "next_read_at": "when it is due to be read again; null when it no longer is",
    "noticed_at": "when we learned of it, by the program''s clock",
    "number": "1 for the first text seen",
    "outcome": "new items, known items only, unchanged, or failed",
    "outlet": "who publishes it",
    "period": "the words as printed",
    "pid": "process id of the worker on its machine",
    "polled_at": "when it was tried, by the program''s clock",
    "previous_difference": "new value less what stood; null where an open interval forbids it",
    "previous_ratio": "that difference as a part of what stood",
    "previous_value": "what stood before",
    "printed": "the amount as printed by its best report",
    "published_at": "when the publisher says that it was published",
    "qualifier": "exact, about, nearly, more_than, at_least, up_to or range, as printed",
    "quote": "the sentence it came from",
    "quote_end": "where the quote ends in the revision''s text, in UTF-16 units",
    "quote_start": "where the quote begins in the revision''s text, in UTF-16 units",
    "reach": "one_way, both (a total over both directions) or unstated",
    "read_at": "when its page was last read",
    "read_by": "what found the text in the page",
    "reader": "who writes from the log",
    "reading": "slot, revision, amount and qualifier: a figure is written once",
    "reason": "why, in words",
    "recorded_at": "when we knew it, by the program''s clock",
    "reports": "reports that tell of it, copies included",
    "retired_at": "when it stopped counting; null while it counts",
    "retired_reason": "why it stopped counting",
    "run_on": "when it was run, by the database''s clock",
    "scope": "event (one exchange), cumulative (a total) or planned",
    "seen_at": "when it was first seen, by the program''s clock",
    "series": "metric, scope and basis: what is compared with each other",
    "side": "side of the outlet; null for neither",
    "slot": "what makes it the same figure in another text of the same report",
    "speaker": "who said it, as printed",
    "speaker_side": "side of who said it",
    "spread": "width of the interval",
    "started_at": "when it first said that it lives",
    "state": "report: unread, read, failed or gone; status claim: the state that is claimed",
    "story_hash": "hash of what the extractor knew of the story",
    "subject": "what the state is of: talks, notice, proposal, …",
    "summary": "the feed''s own summary, without markup",
    "text": "the main text, as the offsets count it",
    "text_hash": "hash of the text",
    "thing": "servicemen, civilians, persons, bodies, children, or one of the dossier''s own",
    "title": "headline",
    "to_side": "side that receives",
    "trace": "the rules that fired, in order",
    "trusted": "whether it is sure enough to move a total",
    "until": "last day for which the state was announced",
    "url": "address as configured, or as the feed gives it",
    "validated_url": "address that sent the validators; they count for no other",
    "voices": "independent reports of it, copies counted once"
  }';
begin
  for found in
    select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'recount'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  loop
    -- What is named NAME_id is the number of a NAME.
    execute format('comment on column recount.%I.%I is %L', found.relname, found.attname,
      coalesce(meanings ->> found.attname,
        case when found.attname = 'id' then 'its number'
          else substring(found.attname from '^(.*)_id$') || ': its number' end));
  end loop;
end $$;

-- Down Migration
comment on schema recount is null;
