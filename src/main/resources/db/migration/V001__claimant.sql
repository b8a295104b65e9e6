-- V001__claimant.sql: who says it. A claimant that was merged stays as the address that leads to its target.
create table claimant (
  id          uuid constraint claimant_pkey primary key,
  slug        text not null constraint claimant_slug_key unique,
  name        text not null,
  kind        text not null
    constraint claimant_kind_check check (kind in ('person', 'organization', 'government', 'media', 'other')),
  aliases     text[] not null,
  member_of   uuid constraint claimant_member_of_fkey references claimant,
  wikidata    text constraint claimant_wikidata_check check (wikidata ~ '^Q[1-9][0-9]{0,18}$'),
  merged_into uuid constraint claimant_merged_into_fkey references claimant,
  version     integer not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  constraint claimant_merged_into_itself_check check (merged_into <> id),
  constraint claimant_member_of_itself_check check (member_of <> id)
);
create index claimant_member_of_idx on claimant (member_of) where member_of is not null;
create index claimant_merged_into_idx on claimant (merged_into) where merged_into is not null;
comment on column claimant.member_of is 'The claimant that this one speaks for, such as the government of a ministry.';

-- Every name and alias once, folded as names are matched: two claimants never share one.
create table claimant_name (
  folded      text constraint claimant_name_pkey primary key,
  claimant_id uuid not null constraint claimant_name_claimant_id_fkey references claimant on delete cascade
);
create index claimant_name_claimant_id_idx on claimant_name (claimant_id);

-- Keys that every instance on this database shares, made once and never shown.
create table service_key (
  name  text constraint service_key_pkey primary key,
  value bytea not null
);
insert into service_key
values ('cursor', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
