-- V016__idempotency_key.sql: what was answered, for those who ask again because they did not hear it.
create table idempotency_key (
  caller     text not null,
  key        text not null,
  request    bytea not null,
  status     integer not null,
  location   text,
  etag       text,
  body       bytea,
  created_at timestamptz not null default now(),
  constraint idempotency_key_pkey primary key (caller, key)
);
create index idempotency_key_created_at_idx on idempotency_key (created_at);
create index idempotency_key_location_idx on idempotency_key (location text_pattern_ops) where location is not null;
comment on column idempotency_key.request is 'The SHA-256 of path, query and body: another request with the same key is refused.';
comment on column idempotency_key.location is 'The path of what was made.';
comment on column idempotency_key.created_at is 'It is told for 24 hours.';

-- Nothing is told of a claim that was erased.
create function forget_answers() returns trigger language plpgsql as $$
begin
  delete from idempotency_key
  where location = '/v1/claims/' || old.id or location like '/v1/claims/' || old.id || '/%';
  return null;
end $$;
create trigger claim_purged_answers after delete on claim for each row execute function forget_answers();
