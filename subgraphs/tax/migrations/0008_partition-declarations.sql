-- Adds parts of one year each up to a year, in front of the last part, which takes whatever is later. Rows that are there already move. Where there is
-- something to do, nobody reads or writes the table for some milliseconds. Called by prepare, as the owner.
CREATE FUNCTION make_declaration_years(through integer) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, YMD' AS $$
DECLARE
	last_part CONSTANT regclass := 'public.declarations_later';
	bound CONSTANT text := 'FROM \(''(\d+)-01-01''\) TO \(MAXVALUE\)';
	first_year integer;
BEGIN
	SELECT substring(pg_get_expr(relpartbound, oid) FROM bound) INTO STRICT first_year FROM pg_class WHERE oid = last_part;
	IF through < first_year THEN
		RETURN 0;
	END IF;
	-- An autovacuum gives way after a second, in which nobody else waits yet.
	LOCK TABLE ONLY public.declarations, ONLY public.declarations_later IN SHARE UPDATE EXCLUSIVE MODE;
	-- In the order in which commands lock them, and before the first change, so that none of them waits for the other.
	LOCK TABLE public.taxpayers IN SHARE ROW EXCLUSIVE MODE;
	LOCK TABLE ONLY public.declarations IN ACCESS EXCLUSIVE MODE;
	-- Another process may have been here.
	SELECT substring(pg_get_expr(relpartbound, oid) FROM bound) INTO STRICT first_year FROM pg_class WHERE oid = last_part;
	IF through < first_year THEN
		RETURN 0;
	END IF;
	ALTER TABLE public.declarations DETACH PARTITION public.declarations_later;
	FOR year IN first_year .. through LOOP
		EXECUTE format('CREATE TABLE public.%I PARTITION OF public.declarations FOR VALUES FROM (%L) TO (%L)',
			'declarations_' || year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
	END LOOP;
	WITH moved AS (DELETE FROM public.declarations_later WHERE ends_on < make_date(through + 1, 1, 1) RETURNING *)
	INSERT INTO public.declarations SELECT * FROM moved;
	EXECUTE format('ALTER TABLE public.declarations ATTACH PARTITION public.declarations_later FOR VALUES FROM (%L) TO (MAXVALUE)',
		make_date(through + 1, 1, 1));
	RETURN through - first_year + 1;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION make_declaration_years(integer) FROM PUBLIC;
--> statement-breakpoint
-- The table becomes the part declarations_earlier of a new one with its name, columns, key and rights. Nothing is read: the bound says that all of its
-- rows belong there. An empty one leaves room for parts of the last two years, too.
SET LOCAL datestyle = 'ISO, YMD';
--> statement-breakpoint
DO $$
DECLARE
	this_year integer := extract(year FROM now());
	until date;
	granted record;
BEGIN
	-- An autovacuum gives way after a second, in which nobody else waits yet.
	LOCK TABLE public.declarations IN SHARE UPDATE EXCLUSIVE MODE;
	LOCK TABLE public.taxpayers IN SHARE ROW EXCLUSIVE MODE;
	LOCK TABLE public.declarations IN ACCESS EXCLUSIVE MODE;
	SELECT substring(pg_get_constraintdef(oid) FROM '\d{4}-\d{2}-\d{2}')::date INTO STRICT until
	FROM pg_constraint WHERE conrelid = 'public.declarations'::regclass AND conname = 'declarations_until';
	IF NOT EXISTS (SELECT FROM public.declarations) THEN
		until := make_date(this_year - 2, 1, 1);
	END IF;

	ALTER TABLE public.declarations RENAME TO declarations_earlier;
	ALTER TABLE public.declarations_earlier
		RENAME CONSTRAINT declarations_taxpayer_no_ends_on_filing_period_kind_pk TO declarations_earlier_pk;
	CREATE TABLE public.declarations (
		LIKE public.declarations_earlier,
		CONSTRAINT declarations_taxpayer_no_ends_on_filing_period_kind_pk PRIMARY KEY (taxpayer_no, ends_on, filing_period, kind),
		CONSTRAINT declarations_taxpayer_no_taxpayers_no_fk FOREIGN KEY (taxpayer_no) REFERENCES public.taxpayers (no) ON DELETE CASCADE
	) PARTITION BY RANGE (ends_on);
	EXECUTE format('ALTER TABLE public.declarations ATTACH PARTITION public.declarations_earlier FOR VALUES FROM (MINVALUE) TO (%L)', until);
	ALTER TABLE public.declarations_earlier DROP CONSTRAINT declarations_until;
	EXECUTE format('CREATE TABLE public.declarations_later PARTITION OF public.declarations FOR VALUES FROM (%L) TO (MAXVALUE)', until);

	-- The former release serves on with the rights that it has, and parts are reached through the table only.
	FOR granted IN
		SELECT grantee::regrole AS role, string_agg(privilege_type, ', ') AS rights FROM pg_class, aclexplode(relacl)
		WHERE pg_class.oid = 'public.declarations_earlier'::regclass AND grantee NOT IN (0, relowner) GROUP BY grantee
	LOOP
		EXECUTE format('GRANT %s ON public.declarations TO %s', granted.rights, granted.role);
		EXECUTE format('REVOKE ALL ON public.declarations_earlier FROM %s', granted.role);
	END LOOP;
	PERFORM public.make_declaration_years(this_year + 1);
END $$;
