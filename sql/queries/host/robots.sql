-- A host's robots.txt as last fetched.
-- $1 host  →  robots text, robots_at timestamptz
select robots, robots_at from recount.host where host = $1 and robots_at is not null
