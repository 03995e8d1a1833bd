CREATE TABLE "voided_permits" (
	"number" text PRIMARY KEY NOT NULL,
	"case_number" text NOT NULL,
	"voided_at" timestamp with time zone NOT NULL,
	"client" text NOT NULL,
	"reason" text NOT NULL,
	"permit" jsonb NOT NULL,
	"permit_events" jsonb NOT NULL,
	CONSTRAINT "voided_permits_case_number_unique" UNIQUE("case_number")
);
--> statement-breakpoint
DROP MATERIALIZED VIEW "public"."permit_counts";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "voided_on" date;--> statement-breakpoint
CREATE INDEX "permits_graph" ON "permits" USING btree ("region_code") WHERE source = 'GRAPH';--> statement-breakpoint
CREATE MATERIALIZED VIEW "public"."permit_counts" AS (select "region_code", count(*)::int as "count" from "permits" where source <> 'GRAPH' group by "permits"."region_code");--> statement-breakpoint
CREATE VIEW "public"."current_permit_counts" AS ((select "region_code", "count" from "permit_counts") union all (select "region_code", 1 as "count" from "permits" where source = 'GRAPH'));--> statement-breakpoint
-- Voids the permit of a case that was granted in the graph: it and its history are moved into voided_permits. The serving process may not remove
-- the history, and so removes it by this alone.
CREATE FUNCTION void_permit(voided_case text, voided_by text, why text, moment timestamp with time zone) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	code text := (SELECT p.number FROM public.permits p JOIN public.cases c ON c.number = p.case_number
		WHERE c.number = voided_case AND c.decision = 'GRANTED' AND c.filed_through = voided_by AND p.source <> 'REGISTER' FOR UPDATE OF p);
BEGIN
	INSERT INTO public.voided_permits (number, case_number, voided_at, client, reason, permit, permit_events)
	SELECT p.number, voided_case, moment, voided_by, why, to_jsonb(p),
		coalesce((SELECT jsonb_agg(to_jsonb(e) ORDER BY e.at, e.id) FROM public.permit_events e WHERE e.permit_number = p.number), '[]')
	FROM public.permits p WHERE p.number = code;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'The case % has given no permit that can be voided.', voided_case USING ERRCODE = 'check_violation';
	END IF;
	DELETE FROM public.permit_events e WHERE e.permit_number = code;
	DELETE FROM public.permits p WHERE p.number = code;
END $$;
