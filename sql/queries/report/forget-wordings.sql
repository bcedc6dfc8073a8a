-- Copies follow each other within days, so older wordings are looked up no more.
-- $1 before timestamptz
delete from recount.wording where at < $1
