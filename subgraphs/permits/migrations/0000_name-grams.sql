-- Every character and every pair of neighbouring characters of a name, as an array for a GIN index.
-- pg_trgm needs three characters to find anything; Chinese trade names are often two.
create function name_grams(name text) returns text[]
language sql immutable strict parallel safe
return (
  select array_agg(distinct gram)
  from generate_series(1, length(name)) as position
  cross join lateral (values (substr(name, position, 1)), (substr(name, position, 2))) as grams(gram)
);
