-- V014__key.sql: who may write, and who writes. A key that was revoked stays: a service that had one is never open again.
create table api_key (
  id           uuid constraint api_key_pkey primary key,
  name         text not null,
  role         text not null constraint api_key_role_check check (role in ('reader', 'editor', 'admin')),
  hash         bytea not null constraint api_key_hash_key unique
    constraint api_key_hash_check check (length(hash) = 32),
  created_at   timestamptz not null,
  created_by   text not null,
  last_used_at timestamptz,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  version      integer not null
);
comment on table api_key is 'As long as it is empty, and CLAIMS_ADMIN_KEY is not set, the service is open to its own machine.';
comment on column api_key.name is 'Who or what uses it; what is written with it is kept under this name.';
comment on column api_key.hash is 'SHA-256 of the key, which has 256 random bits and is kept nowhere.';
comment on column api_key.created_by is 'The name of the caller who made it; local where that was the machine itself.';
comment on column api_key.last_used_at is 'To the minute: it is written that often at most.';
