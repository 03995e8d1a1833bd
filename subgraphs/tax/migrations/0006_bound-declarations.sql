-- Declarations become a table in parts, one for each year. Three migrations do that while the department serves, and copy no row: the table that
-- is there becomes the first part. This one bounds it: its rows end before the year after next, or two years after the last one.
-- An autovacuum of the table gives way after a second: waited for so, that second is nobody else's.
LOCK TABLE "declarations" IN SHARE UPDATE EXCLUSIVE MODE;
--> statement-breakpoint
DO $$
DECLARE
	-- Reads the whole table, and locks nobody out: the lock that does is taken after it, for a moment.
	last_year integer := greatest(extract(year FROM now()), (SELECT extract(year FROM max(ends_on)) FROM public.declarations));
BEGIN
	IF last_year > extract(year FROM now()) + 5 THEN
		RAISE EXCEPTION 'A period of the table declarations ends in the year %: correct the row, and start again. Nothing was changed.', last_year;
	END IF;
	EXECUTE format('ALTER TABLE public.declarations ADD CONSTRAINT declarations_until CHECK (ends_on < %L) NOT VALID',
		make_date(last_year + 2, 1, 1));
END $$;
