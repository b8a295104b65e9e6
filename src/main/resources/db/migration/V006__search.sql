-- V006__search.sql: finding claims by their words, and claimants, subjects and sources by names that are misspelt.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- A text as it is searched: without case, accents and punctuation, so that the parser sees nothing but words; what may
-- be left out of a word (soft hyphens, marks of direction, Arabic vowels) is left out. Languages that are written
-- without spaces, and Korean with its particles, are words of one character each. Only lower() asks the locale: where
-- the database's own knows nothing beyond ASCII, one that does is taken. The classes are of code points for that reason.
do $migration$
declare
  folding text := case when lower('Ж') = 'ж' then null else (
    select format('collate %I.%I', nspname, collname)
    from pg_collation join pg_namespace n on n.oid = collnamespace
    where collname in ('pg_c_utf8', 'und-x-icu', 'C.utf8', 'C.UTF-8') and collencoding in (-1, pg_char_to_encoding('UTF8'))
    order by collname desc limit 1) end;
begin
  execute format($function$
    create function search_text(said text) returns text language sql immutable strict parallel safe
      return regexp_replace(regexp_replace(lower(unaccent('unaccent'::regdictionary, regexp_replace(
        case when said is nfkc normalized then said else normalize(said, nfkc) end,
        '[\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g')) %s),
        '[\u0001-\u001f!-/:-@\[-`{-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u206f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u301f\u30fb\U0001f000-\U0001faff]', ' ', 'g'),
        '[\u3005-\u3007\u3031-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]', ' \& ', 'g')
  $function$, folding);
end
$migration$;

-- The words of such a text with their places, and beside them the English stems of those that have another one.
create function search_words(folded text) returns tsvector language sql immutable strict parallel safe
  return to_tsvector('pg_catalog.simple', folded) || strip(to_tsvector('pg_catalog.english', folded));

-- What finds a term: a word by itself or by its stem; a phrase, and a word of several parts, by its words in that order.
create function search_query(term text, exact boolean) returns tsquery language plpgsql immutable strict parallel safe
as $$
declare
  folded text := search_text(term);
  words tsquery := phraseto_tsquery('pg_catalog.simple', folded);
begin
  return case when exact or numnode(words) > 1 then words
              else words || plainto_tsquery('pg_catalog.english', folded) end;
end
$$;

-- No phrase reaches from one text into the next: a mark that is no word stands between them while they are joined.
create function claim_words(quote text, figure_text text, note text)
  returns tsvector language sql immutable parallel safe
  return ts_delete(
    setweight(coalesce(search_words(search_text(quote)), ''), 'A')
    || '|:1' || setweight(coalesce(search_words(search_text(figure_text)), ''), 'A')
    || '|:1' || setweight(coalesce(search_words(search_text(note)), ''), 'B'), '|');

alter table claim add words tsvector not null generated always as (claim_words(quote, figure_text, note)) stored;
create index claim_words_idx on claim using gin (words);
comment on column claim.words is 'What q finds in its own texts; names are looked up by themselves and not kept here.';

-- The names of a thing as they are searched, one blank between words.
create function search_names(name text, others text[]) returns text language sql immutable parallel safe
  return btrim(regexp_replace(search_text(concat_ws(' ', name, array_to_string(others, ' '))), ' +', ' ', 'g'));

alter table claimant add names text not null generated always as (search_names(name, aliases)) stored;
create index claimant_names_idx on claimant using gin (names gin_trgm_ops) where merged_into is null;
create index claimant_words_idx on claimant using gin (search_words(names)) where merged_into is null;
comment on column claimant.names is 'Its name and aliases as they are searched.';

alter table subject add names text not null generated always as (search_names(name, aliases)) stored;
create index subject_names_idx on subject using gin (names gin_trgm_ops) where merged_into is null;
create index subject_words_idx on subject using gin (search_words(names)) where merged_into is null;
comment on column subject.names is 'Its name and aliases as they are searched.';

alter table source add names text not null generated always as
  (search_names(title, array[citation, publisher, regexp_replace(url, '^https?://(www\.)?', '', 'i')])) stored;
create index source_names_idx on source using gin (names gin_trgm_ops) where merged_into is null;
create index source_words_idx on source using gin (search_words(search_text(title)))
  where merged_into is null and title is not null;
comment on column source.names is 'Its title, citation, publisher and URL as they are searched.';
