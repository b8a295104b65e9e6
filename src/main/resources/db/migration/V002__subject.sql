-- V002__subject.sql: what a figure counts or measures. A subject that was merged stays as the address of its target.
create table subject (
  id          uuid constraint subject_pkey primary key,
  slug        text not null constraint subject_slug_key unique,
  name        text not null,
  definition  text,
  aliases     text[] not null,
  broader     uuid constraint subject_broader_fkey references subject,
  kind        text not null constraint subject_kind_check check (kind in ('flow', 'net', 'stock')),
  span        text,
  span_start  date,
  span_end    date,
  merged_into uuid constraint subject_merged_into_fkey references subject,
  version     integer not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  constraint subject_merged_into_itself_check check (merged_into <> id),
  constraint subject_broader_itself_check check (broader <> id),
  constraint subject_span_check check (
    (span is null) = (span_start is null) and (span is null) = (span_end is null) and span_start <= span_end)
);
create index subject_broader_idx on subject (broader) where broader is not null;
create index subject_merged_into_idx on subject (merged_into) where merged_into is not null;
comment on column subject.broader is 'The subject that this one is a part of: "killed" is inside "killed or wounded".';
comment on column subject.kind is
  'flow adds up over time and never falls back, net adds up but may fall, stock holds at a moment.';
comment on column subject.span is 'The period outside of which nothing of it happens, as it was given.';
comment on column subject.span_start is 'The first day of the span; 0001-01-01 where its beginning is open.';
comment on column subject.span_end is 'The last day of the span; 9999-12-31 where its end is open.';

-- Every name and alias once, folded as names are matched: two subjects never share one.
create table subject_name (
  folded     text constraint subject_name_pkey primary key,
  subject_id uuid not null constraint subject_name_subject_id_fkey references subject on delete cascade
);
create index subject_name_subject_id_idx on subject_name (subject_id);
