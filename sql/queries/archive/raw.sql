-- $1 raw_hash  →  content_type text, url text, bytes bytea
select content_type, url, bytes from recount.raw where raw_hash = $1
