-- The role that serves owns no table, and so makes no partition: this runs as the owner of the database.
CREATE FUNCTION make_access_partitions(months date[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
	month date;
	parent text;
BEGIN
	-- Two that make one at once would fail, "if not exists" or not.
	PERFORM pg_advisory_xact_lock(7391041);
	FOREACH month IN ARRAY months LOOP
		month := date_trunc('month', month);
		FOREACH parent IN ARRAY ARRAY['accesses', 'access_enterprises'] LOOP
			EXECUTE format('CREATE TABLE IF NOT EXISTS public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)',
				parent || to_char(month, '_YYYY_MM'), parent, month::timestamptz, (month + interval '1 month')::timestamptz);
		END LOOP;
	END LOOP;
END $$;
--> statement-breakpoint
-- The end of a log moves forward, whoever serves: rows that were handed over are not forgotten. The owner may restore a backup.
CREATE FUNCTION access_log_moves_forward() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'member') THEN
		RETURN coalesce(NEW, OLD);
	END IF;
	IF TG_OP = 'DELETE' OR NEW.gateway <> OLD.gateway OR NEW.sequence < OLD.sequence
		OR (NEW.sequence = OLD.sequence AND NEW.hash <> OLD.hash) THEN
		RAISE EXCEPTION 'The log of the gateway % ends at record % and only moves forward.', OLD.gateway, OLD.sequence
			USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER access_log_moves_forward BEFORE UPDATE OR DELETE ON "access_logs"
FOR EACH ROW EXECUTE FUNCTION access_log_moves_forward();
