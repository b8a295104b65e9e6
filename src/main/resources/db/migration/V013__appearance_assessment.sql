-- V013__appearance_assessment.sql: where else a claim is printed, and what reviewers say of it.

-- Numbered in each claim from 1; what was removed is kept, so that no number is used again.
create table appearance (
  claim_id   uuid not null constraint appearance_claim_id_fkey references claim on delete cascade,
  number     integer not null constraint appearance_number_check check (number > 0),
  source_id  uuid not null constraint appearance_source_id_fkey references source,
  date       text not null,
  quote      text,
  created_at timestamptz not null default record_time(),
  created_by text not null default changed_by(),
  removed_at timestamptz,
  constraint appearance_pkey primary key (claim_id, number),
  constraint appearance_removed_at_check check (removed_at >= created_at)
);
create unique index appearance_claim_id_source_id_idx on appearance (claim_id, source_id) where removed_at is null;
create index appearance_source_id_idx on appearance (source_id);
comment on table appearance is 'The further places that carry the same utterance; the first one is the source of the claim.';
comment on column appearance.number is 'From 1 in each claim, and never used again.';
comment on column appearance.date is 'When it was printed or sent there: a year, a month or a day, never padded.';
comment on column appearance.quote is 'The sentence as that place has it.';
comment on column appearance.created_by is 'Who added it: as the setting claims.changed_by said.';
comment on column appearance.removed_at is 'Null while it stands.';

create table assessment (
  claim_id    uuid not null constraint assessment_claim_id_fkey references claim on delete cascade,
  number      integer not null constraint assessment_number_check check (number > 0),
  reviewer    text not null,
  rating      text not null
    constraint assessment_rating_check check (rating in
      ('confirmed', 'plausible', 'contested', 'unsupported', 'false', 'unverifiable')),
  label       text,
  explanation text,
  url         text constraint assessment_url_check check (url ~* '^https?://'),
  date        text,
  created_at  timestamptz not null default record_time(),
  created_by  text not null default changed_by(),
  removed_at  timestamptz,
  constraint assessment_pkey primary key (claim_id, number),
  constraint assessment_removed_at_check check (removed_at >= created_at)
);
comment on table assessment is 'What reviewers say of claims.';
comment on column assessment.number is 'From 1 in each claim, and never used again.';
comment on column assessment.label is 'The verdict in the words of the reviewer.';
comment on column assessment.url is 'Where the review is; it is never fetched.';
comment on column assessment.date is 'When it was reviewed: a year, a month or a day, never padded.';
comment on column assessment.created_by is 'Who added it: as the setting claims.changed_by said.';
comment on column assessment.removed_at is 'Null while it stands.';

-- A claim whose source is corrected, or merged, to that of one of its appearances has this place once.
create function remove_appearance_at_claims_source() returns trigger language plpgsql as $$
begin
  update appearance set removed_at = greatest(record_time(), created_at)
  where claim_id = new.id and source_id = new.source_id and removed_at is null;
  return null;
end $$;
create trigger claim_source_replaced after update of source_id on claim for each row
  when (old.source_id <> new.source_id) execute function remove_appearance_at_claims_source();
