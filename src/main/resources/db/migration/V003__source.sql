-- V003__source.sql: where a claim was read. A source that was merged stays as the address of its target.
create table source (
  id          uuid constraint source_pkey primary key,
  url         text constraint source_url_check check (url ~* '^https?://'),
  citation    text,
  title       text,
  publisher   text,
  published   text,
  archive_url text constraint source_archive_url_check check (archive_url ~* '^https?://'),
  language    text,
  merged_into uuid constraint source_merged_into_fkey references source,
  version     integer not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  constraint source_url_or_citation_check check (url is not null or citation is not null),
  constraint source_merged_into_itself_check check (merged_into <> id)
);
create index source_merged_into_idx on source (merged_into) where merged_into is not null;
create index source_listed_idx on source (id) where merged_into is null;
comment on column source.url is 'As it was first given; it is never fetched.';
comment on column source.citation is 'What to print where there is no URL to link.';
comment on column source.published is 'When it came out: a year, a month or a day, never padded.';
comment on column source.language is 'The language that it is written in, as a BCP 47 tag.';

-- Every URL and citation once, in the form in which they are compared: two sources never share one.
create table source_name (
  folded    text constraint source_name_pkey primary key,
  source_id uuid not null constraint source_name_source_id_fkey references source on delete cascade
);
create index source_name_source_id_idx on source_name (source_id);
comment on column source_name.folded is 'Also those of the sources that were merged into this one.';
