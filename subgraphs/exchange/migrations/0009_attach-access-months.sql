-- Months of records are made aside and attached, so that nobody who reads or adds records waits: "create table … partition of" would lock both out until
-- the longest statement on the table has ended.
CREATE OR REPLACE FUNCTION make_access_partitions(months date[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
	month date;
	parent text;
	part text;
BEGIN
	-- Two that make one at once would fail.
	PERFORM pg_advisory_xact_lock(7391041);
	FOREACH month IN ARRAY months LOOP
		month := date_trunc('month', month);
		FOREACH parent IN ARRAY ARRAY['accesses', 'access_enterprises'] LOOP
			part := parent || to_char(month, '_YYYY_MM');
			CONTINUE WHEN to_regclass(format('public.%I', part)) IS NOT NULL;
			EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING ALL)', part, parent);
			EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
				parent, part, month::timestamptz, (month + interval '1 month')::timestamptz);
		END LOOP;
	END LOOP;
END $$;
