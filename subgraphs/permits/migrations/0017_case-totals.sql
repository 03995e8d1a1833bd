CREATE TABLE "monthly_totals" (
	"name" text PRIMARY KEY NOT NULL,
	"until" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_times" (
	"case_number" text PRIMARY KEY NOT NULL,
	"decided_on" date NOT NULL,
	"region_code" text,
	"service_item_code" text,
	"granted" boolean NOT NULL,
	"overdue" boolean NOT NULL,
	"extended" boolean NOT NULL,
	"suspended" boolean NOT NULL,
	"applicant_ms" bigint NOT NULL,
	"official_ms" bigint NOT NULL,
	"suspended_ms" bigint NOT NULL,
	"machine_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_totals" (
	"month" date NOT NULL,
	"region_code" text,
	"service_item_code" text,
	"decided" integer NOT NULL,
	"granted" integer NOT NULL,
	"overdue" integer NOT NULL,
	"extended" integer NOT NULL,
	"suspended" integer NOT NULL,
	"applicant_ms" bigint NOT NULL,
	"official_ms" bigint NOT NULL,
	"suspended_ms" bigint NOT NULL,
	"machine_ms" bigint NOT NULL,
	CONSTRAINT "case_totals_key" UNIQUE NULLS NOT DISTINCT("month","region_code","service_item_code")
);
--> statement-breakpoint
CREATE TABLE "received_totals" (
	"month" date NOT NULL,
	"service_item_code" text,
	"count" integer NOT NULL,
	CONSTRAINT "received_totals_key" UNIQUE NULLS NOT DISTINCT("month","service_item_code")
);
--> statement-breakpoint
ALTER TABLE "case_times" ADD CONSTRAINT "case_times_case_number_cases_number_fk" FOREIGN KEY ("case_number") REFERENCES "public"."cases"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_times_decided" ON "case_times" USING btree ("decided_on","region_code");--> statement-breakpoint
-- Writes how long cases took that were filed here and decided, as CASE_HOLDERS of the kit says who has a case in which state. Again for the
-- same cases, it writes the same.
CREATE FUNCTION refresh_case_times(numbers text[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	INSERT INTO public.case_times (case_number, decided_on, region_code, service_item_code, granted, overdue, extended, suspended,
		applicant_ms, official_ms, suspended_ms, machine_ms)
	SELECT c.number, c.decided_on, c.region_code, c.service_item_code, c.decision = 'GRANTED' AND c.voided_on IS NULL,
		coalesce(c.due_on < c.decided_on, false), c.extension_days IS NOT NULL, coalesce(t.suspended, false),
		coalesce(t.applicant, 0), coalesce(t.official, 0), coalesce(t.stopped, 0), coalesce(t.machine, 0)
	FROM public.cases c CROSS JOIN LATERAL (
		SELECT bool_or(stops) AS suspended,
			sum(greatest(passed - machine, 0)) FILTER (WHERE state IN ('DRAFT', 'RETURNED')) AS applicant,
			sum(greatest(passed - machine, 0)) FILTER (WHERE state IN ('SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW', 'DECIDED')) AS official,
			sum(greatest(passed - machine, 0)) FILTER (WHERE state = 'SUSPENDED') AS stopped,
			sum(least(machine, passed)) AS machine
		FROM (
			SELECT e."to" AS state, e.action = 'SUSPEND' AS stops, extract(epoch FROM lead(e.at) OVER steps - e.at) * 1000 AS passed,
				coalesce(lead(e.machine_ms) OVER steps, 0) AS machine
			FROM public.case_events e WHERE e.case_number = c.number WINDOW steps AS (ORDER BY e.sequence)
		) spans
	) t
	WHERE c.number = ANY(numbers) AND c.filed_by IS NOT NULL AND c.decision IS NOT NULL AND c.decided_on IS NOT NULL
	ON CONFLICT (case_number) DO UPDATE SET decided_on = EXCLUDED.decided_on, region_code = EXCLUDED.region_code,
		service_item_code = EXCLUDED.service_item_code, granted = EXCLUDED.granted, overdue = EXCLUDED.overdue,
		extended = EXCLUDED.extended, suspended = EXCLUDED.suspended, applicant_ms = EXCLUDED.applicant_ms,
		official_ms = EXCLUDED.official_ms, suspended_ms = EXCLUDED.suspended_ms, machine_ms = EXCLUDED.machine_ms
$$;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION refresh_case_times(text[]) FROM PUBLIC;--> statement-breakpoint
-- Of the row that a step or the voiding of a permit has written. Its argument: the column with the number of the case.
CREATE FUNCTION keep_case_times() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM public.refresh_case_times(ARRAY[to_jsonb(NEW) ->> TG_ARGV[0]]);
	RETURN NULL;
END $$;--> statement-breakpoint
-- Adds rows of case_times to their totals. Its argument: 1, or -1 for rows that are gone.
CREATE FUNCTION add_case_totals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	sign integer := TG_ARGV[0];
BEGIN
	-- In one order, so that no two statements wait for each other.
	INSERT INTO public.case_totals AS kept (month, region_code, service_item_code, decided, granted, overdue, extended, suspended,
		applicant_ms, official_ms, suspended_ms, machine_ms)
	SELECT date_trunc('month', decided_on)::date, region_code, service_item_code, sign * count(*), sign * count(*) FILTER (WHERE granted),
		sign * count(*) FILTER (WHERE overdue), sign * count(*) FILTER (WHERE extended), sign * count(*) FILTER (WHERE suspended),
		sign * sum(applicant_ms), sign * sum(official_ms), sign * sum(suspended_ms), sign * sum(machine_ms)
	FROM changed GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
	ON CONFLICT (month, region_code, service_item_code) DO UPDATE SET decided = kept.decided + EXCLUDED.decided,
		granted = kept.granted + EXCLUDED.granted, overdue = kept.overdue + EXCLUDED.overdue,
		extended = kept.extended + EXCLUDED.extended, suspended = kept.suspended + EXCLUDED.suspended,
		applicant_ms = kept.applicant_ms + EXCLUDED.applicant_ms, official_ms = kept.official_ms + EXCLUDED.official_ms,
		suspended_ms = kept.suspended_ms + EXCLUDED.suspended_ms, machine_ms = kept.machine_ms + EXCLUDED.machine_ms;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER case_times_insert AFTER INSERT ON case_times REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION add_case_totals('1');--> statement-breakpoint
CREATE TRIGGER case_times_update_after AFTER UPDATE ON case_times REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION add_case_totals('1');--> statement-breakpoint
CREATE TRIGGER case_times_update_before AFTER UPDATE ON case_times REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION add_case_totals('-1');--> statement-breakpoint
CREATE TRIGGER case_times_delete AFTER DELETE ON case_times REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION add_case_totals('-1');--> statement-breakpoint
-- Only the steps from the decision on: the others cost nothing.
CREATE TRIGGER case_events_times AFTER INSERT ON case_events FOR EACH ROW WHEN (NEW."to" IN ('DECIDED', 'DELIVERED'))
	EXECUTE FUNCTION keep_case_times('case_number');--> statement-breakpoint
CREATE TRIGGER cases_times AFTER UPDATE OF voided_on ON cases FOR EACH ROW WHEN (NEW.decision IS NOT NULL AND NEW.filed_by IS NOT NULL)
	EXECUTE FUNCTION keep_case_times('number');
