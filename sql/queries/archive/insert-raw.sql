-- $1 raw_hash; $2 content_type; $3 url; $4 size_bytes; $5 bytes bytea, or null when they are on disk; $6 kept_at
insert into recount.raw (raw_hash, content_type, url, size_bytes, bytes, kept_at) values ($1, $2, $3, $4, $5, $6)
on conflict (raw_hash) do update set kept_at = excluded.kept_at, bytes = coalesce(recount.raw.bytes, excluded.bytes)
