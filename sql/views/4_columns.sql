-- What the columns mean; a name means the same in every view, and a column without a meaning stops the migration.
do $$
declare
  found record;
  meanings jsonb := '{
    "alarm": "broken, html, moved, silent or drained", "alarm_since": "since when the oldest alarm in force is so",
    "alarms": "alarms in force", "ended_at": "when it was over; null while it lasts", "failure_kind": "passing, soft or hard",
    "gap_minutes": "usual time between two items, in minutes", "interval_minutes": "time between two polls, in minutes",
    "message": "what is wrong, in words", "raised_at": "when it was noticed", "remedy": "what to do about it", "since": "since when it is so",
    "act": "returned, held or offered", "agency": "the agency that the report credits, if any",
    "asks": "doubt, lowered, disputed, corrected or withdrawn: why a person is asked",
    "decided_as": "the reading that is right; null where the words hold none", "decided_at": "when a person decided",
    "decided_by": "who decided", "decision_id": "number of the decision; the later of two about one reading holds",
    "read_as": "the reading that was decided about", "forgotten_at": "when its text was removed on request; null: it is kept", "forgotten_why": "who asked for that, or why",
    "muted": "whether nobody wants to be told of it", "verdict": "accept, reject or correct",
    "why": "the reason, in words",
    "as_of": "the day that the claim speaks of", "other_as_of": "the day that the other claim speaks of",
    "backfilled": "told by a report older than the first poll", "baseline": "what the baseline article says, in words",
    "baseline_day": "day of the baseline article", "baseline_difference": "new value less the baseline; null where it is of another series, or one is open",
    "baseline_high": "highest amount that the baseline allows", "baseline_low": "lowest amount that the baseline allows",
    "baseline_state": "state of the subject in the baseline article", "baseline_until": "until when, as the baseline article has it",
    "changed": "whether the state is another than the baseline''s", "current_url": "address that is polled",
    "items": "items seen so far", "on_topic": "items that became reports", "baseline_ratio": "difference as a part of the baseline", "basis_end": "last day of the period meant; null while open",
    "basis_frame": "the agreement or mediator that the total counts under", "basis_start": "first day of the period meant",
    "canonical_url": "address of the report", "centre": "middle of the interval; null where there is none",
    "change_id": "number of the change", "claimant": "side that says so: a code of the dossier, other, or unattributed",
    "claims": "each claimant''s own count", "confidence": "0 to 1: how sure the reading is", "country": "country of the outlet",
    "day": "day of the exchange", "difference": "what is said or counted now less the baseline; null where one is open",
    "disputed": "whether reports of it disagree", "dossier": "the story", "doubt": "why it waits for review and moves nothing",
    "event": "the exchange that is as large as the gap, in words", "event_day": "its day",
    "explanation": "what could explain the gap: agrees, rounding, double_count, not_counted, unreported, unexplained or other_basis",
    "first_report_at": "publication of the first report of it", "gap": "claimed less counted; null where one is open",
    "last_report_at": "publication of the newest report of it", "own_counts": "exchanges of which the claimant gives a count of its own",
    "total_centre": "middle of what is counted", "total_high": "highest amount counted", "total_low": "lowest amount counted",
    "vague": "whether only a span of days is known, from day to last_day",
    "path": "the values that it went back and forth through; null where it did not", "quiet": "why it is no news: threshold (too small a step); null: news",
    "error_code": "what is wrong, as a code", "error_message": "what is wrong, in words", "error_remedy": "what to do about it",
    "event_id": "number of the event; another one once it is counted otherwise", "events": "exchanges since the baseline", "failing_since": "since when it fails",
    "failures": "failures in a row", "feed_id": "number of the feed", "figure_id": "number of the figure",
    "figure_ids": "the figures that tell it, or of which it is put together", "figures": "figures that stand", "first_report": "publication of the oldest report",
    "from_side": "side that gives, or holds", "group": "named part of the thing", "high": "highest amount allowed; null: open above",
    "kind": "what kind of change", "language": "language of the outlet", "last_day": "latest day that a report gives",
    "last_good_at": "last answer that could be read", "last_item_at": "newest item", "last_polled_at": "last poll",
    "last_report": "publication of the newest report", "line": "series and claimant", "low": "lowest amount allowed",
    "max": "amount as printed; null: open above", "metric": "the dossier''s name for what is counted", "min": "amount as printed",
    "name": "name of the feed", "new": "new value or state, in words", "newest_event": "day of the newest exchange",
    "next_poll_at": "next poll", "needs_review": "whether a person should look", "noticed_at": "when Recount noticed",
    "number": "what `recount review` calls it: a figure''s number, or an s and a state''s", "now_as_of": "day of what is said now", "now_max": "amount said now; null: open above, or nothing newer",
    "now_min": "amount said now; null: nothing newer", "now_qualifier": "qualifier of what is said now",
    "origin": "stated, editor or derived", "other_claimant": "the claimant who disagrees", "other_high": "highest amount of the other",
    "other_low": "lowest amount of the other", "outlet": "who published", "period": "words of the period as printed",
    "position": "order in the baseline", "previous": "value or state that stood before, in words",
    "previous_difference": "new value less the one before", "previous_ratio": "difference as a part of the one before",
    "printed": "the amount in words", "published_at": "when the report was published", "qualifier": "exact, about, nearly, more_than, at_least, up_to or range",
    "quote": "the words of the report", "ratio": "difference as a part of the baseline", "reach": "one_way, both or unstated",
    "reason": "the change in a sentence", "recorded_at": "when Recount learned it", "report_id": "number of the report",
    "reports": "reports that tell it", "reports_with_figures": "reports in which figures stand", "retired_at": "when it stopped standing",
    "retired_figures": "figures that no longer stand", "retired_reason": "why it stopped standing", "scope": "event, cumulative or planned",
    "series": "metric, scope and basis: what may be compared", "side": "side of the outlet", "speaker": "who said it",
    "speaker_side": "side of the speaker", "state": "state of the subject, or of the report", "status_claim_id": "number of the claim",
    "subject": "what the status is about", "thing": "what is counted", "title": "in words", "to_side": "side that receives",
    "trusted": "whether it may move anything", "trusted_figures": "figures that may move something", "until": "until when, as told",
    "url": "address of the report", "voice": "whose text it is: the agency that is credited, else the outlet that had it first",
    "revision_id": "number of the text", "copied_report_id": "the first report whose text this is a near-copy of; null for a text of its own",
    "gone_at": "when the page was found to be gone; its figures stay",
    "voices": "independent tellings: near-copies and copies of one agency count once"
  }';
begin
  for found in select table_name, column_name from information_schema.columns c
    join information_schema.views v using (table_schema, table_name) where table_schema = 'recount'
  loop
    if meanings->>found.column_name is null then
      raise exception 'column %.% has no meaning in 4_columns.sql', found.table_name, found.column_name;
    end if;
    execute format('comment on column recount.%I.%I is %L', found.table_name, found.column_name, meanings->>found.column_name);
  end loop;
end $$;
