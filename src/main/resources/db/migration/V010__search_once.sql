-- V010__search_once.sql: a term is searched by one word, so that the planner does not count twice what has it.

-- What finds a term: a word by its stem, which every text has that has the word; one without a stem by itself; a phrase,
-- and a word of several parts, by its words in that order.
create or replace function search_query(term text, exact boolean) returns tsquery
language plpgsql immutable strict parallel safe
as $$
declare
  folded text := search_text(term);
  words tsquery := phraseto_tsquery('pg_catalog.simple', folded);
  stem tsquery := plainto_tsquery('pg_catalog.english', folded);
begin
  return case when exact or numnode(words) > 1 or numnode(stem) = 0 then words else stem end;
end
$$;

-- By what it is ranked where it is found: the word itself, which has its places, counts for more than its stem.
create function search_rank(term text, exact boolean) returns tsquery
language plpgsql immutable strict parallel safe
as $$
declare
  words tsquery := phraseto_tsquery('pg_catalog.simple', search_text(term));
begin
  return case when search_query(term, exact) = words then words else words || search_query(term, exact) end;
end
$$;
