-- Writes to the outbox that rows of a type have changed, so that gateways drop what they keep of them. A trigger after each statement, with
-- the rows as the transition table "changed", and for updates those before as "former". Its arguments: the GraphQL type that the rows are
-- shown as, and pairs of an entity type beneath which they are shown and the column with its key. The keys of more than 50 entities are null,
-- for any.
CREATE FUNCTION announce_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	source text := CASE TG_OP WHEN 'UPDATE' THEN '(TABLE changed UNION ALL TABLE former) AS rows' ELSE 'changed' END;
	message jsonb := jsonb_build_object('type', TG_ARGV[0]);
	keys jsonb := '{}';
	found text[];
	is_any boolean;
BEGIN
	EXECUTE 'SELECT EXISTS (SELECT FROM changed)' INTO is_any;
	IF NOT is_any THEN
		RETURN NULL;
	END IF;
	FOR i IN 1 .. (TG_NARGS - 1) / 2 LOOP
		EXECUTE format('SELECT array_agg(key) FROM (SELECT DISTINCT %1$I::text AS key FROM %2$s WHERE %1$I IS NOT NULL LIMIT 51) AS distinct_keys',
			TG_ARGV[2 * i], source) INTO found;
		-- A notification of PostgreSQL holds fewer than 8000 bytes.
		keys := keys || jsonb_build_object(TG_ARGV[2 * i - 1],
			CASE WHEN cardinality(found) > 50 OR octet_length(found::text) > 2500 THEN NULL ELSE coalesce(found, '{}') END);
	END LOOP;
	message := message || jsonb_build_object('keys', keys);
	INSERT INTO public.outbox (topic, key, payload) VALUES ('data_changed', message::text, message);
	RETURN NULL;
END $$;
