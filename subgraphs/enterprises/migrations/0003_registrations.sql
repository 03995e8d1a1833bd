CREATE SEQUENCE "public"."case_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."outbox_positions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."uscc_numbers" INCREMENT BY 1 MINVALUE 0 MAXVALUE 9223372036854775807 START WITH 0 CACHE 1;--> statement-breakpoint
CREATE TABLE "case_events" (
	"case_number" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"from" text,
	"to" text NOT NULL,
	"side" text NOT NULL,
	"person" text,
	"client" text NOT NULL,
	"right" text NOT NULL,
	"reason" text,
	"details" jsonb,
	"machine_ms" integer,
	CONSTRAINT "case_events_case_number_sequence_pk" PRIMARY KEY("case_number","sequence")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"number" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"applicant_uscc" text,
	"applicant_user" text,
	"filed_by" text,
	"filed_through" text,
	"reference" text,
	"form_version" integer,
	"form" jsonb,
	"submitted_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"follow_up_materials" text[],
	"follow_up_by" date,
	"decision" text,
	"decided_on" date,
	"rating" smallint,
	"statutory_days" integer,
	"promised_days" integer,
	"accepted_on" date,
	"statutory_due_on" date,
	"due_on" date,
	"suspended_on" date,
	"extension_days" integer,
	"act_by" date,
	"region_code" text NOT NULL,
	"received_on" date NOT NULL,
	"reservation" text NOT NULL,
	"name" text NOT NULL,
	"type_code" text NOT NULL,
	"industry_code" text NOT NULL,
	"capital_cny" numeric NOT NULL,
	"business_scope" text NOT NULL,
	"address" text NOT NULL,
	"uscc" text,
	"voided_on" date
);
--> statement-breakpoint
CREATE TABLE "name_reservations" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "name_reservations_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text GENERATED ALWAYS AS ('N-' || lpad(sequence::text, greatest(8, length(sequence::text)), '0')) STORED NOT NULL,
	"name" text NOT NULL,
	"search_name" text NOT NULL,
	"region_code" text NOT NULL,
	"reserved_through" text NOT NULL,
	"reference" text NOT NULL,
	"reserved_at" timestamp with time zone NOT NULL,
	"until" date NOT NULL,
	"case_number" text,
	"ended" text,
	CONSTRAINT "name_reservations_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "officials" (
	"user" text NOT NULL,
	"region_code" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "officials_user_region_code_pk" PRIMARY KEY("user","region_code")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"filed_through" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"position" bigint,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "voided_registrations" (
	"uscc" text PRIMARY KEY NOT NULL,
	"case_number" text NOT NULL,
	"voided_at" timestamp with time zone NOT NULL,
	"client" text NOT NULL,
	"reason" text NOT NULL,
	"enterprise" jsonb NOT NULL,
	"mandates" jsonb NOT NULL,
	"mandate_events" jsonb NOT NULL
);
--> statement-breakpoint
DROP MATERIALIZED VIEW "public"."enterprise_counts";--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_number_cases_number_fk" FOREIGN KEY ("case_number") REFERENCES "public"."cases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_reservation_name_reservations_id_fk" FOREIGN KEY ("reservation") REFERENCES "public"."name_reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_applicant" ON "cases" USING btree ("applicant_uscc","received_on","number") WHERE applicant_uscc is not null;--> statement-breakpoint
CREATE INDEX "cases_applicant_user" ON "cases" USING btree ("applicant_user","received_on","number") WHERE applicant_user is not null;--> statement-breakpoint
CREATE INDEX "cases_inbox" ON "cases" USING btree ("act_by","number","region_code") WHERE act_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "name_reservations_held" ON "name_reservations" USING btree ("search_name") WHERE ended is null;--> statement-breakpoint
CREATE INDEX "name_reservations_case" ON "name_reservations" USING btree ("case_number");--> statement-breakpoint
CREATE INDEX "outbox_untold" ON "outbox" USING btree ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "outbox_unpublished" ON "outbox" USING btree ("position") WHERE published_at is null;--> statement-breakpoint
CREATE INDEX "outbox_published" ON "outbox" USING btree ("published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_position" ON "outbox" USING btree ("position");--> statement-breakpoint
CREATE INDEX "outbox_filed" ON "outbox" USING btree ("filed_through","position") WHERE filed_through is not null;--> statement-breakpoint
CREATE INDEX "enterprises_search_name" ON "enterprises" USING hash ("search_name");--> statement-breakpoint
CREATE INDEX "enterprises_graph" ON "enterprises" USING btree ("region_code") WHERE source = 'GRAPH';--> statement-breakpoint
CREATE MATERIALIZED VIEW "public"."enterprise_counts" AS (select "region_code", "industry_code", "status", count(*)::int as "count" from "enterprises" where source <> 'GRAPH' group by "enterprises"."region_code", "enterprises"."industry_code", "enterprises"."status");--> statement-breakpoint
CREATE VIEW "public"."current_enterprise_counts" AS ((select "region_code", "industry_code", "status", "count" from "enterprise_counts") union all (select "region_code", "industry_code", "status", 1 as "count" from "enterprises" where source = 'GRAPH'));
--> statement-breakpoint
-- Voids a registration that was granted in the graph: the enterprise and its mandates are moved into voided_registrations. The serving process may
-- not remove mandates, and so removes them by this alone.
CREATE FUNCTION void_registration(voided_case text, voided_by text, why text, moment timestamp with time zone) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	code text := (SELECT c.uscc FROM public.cases c WHERE c.number = voided_case AND c.decision = 'GRANTED');
BEGIN
	INSERT INTO public.voided_registrations (uscc, case_number, voided_at, client, reason, enterprise, mandates, mandate_events)
	SELECT e.uscc, voided_case, moment, voided_by, why, to_jsonb(e),
		coalesce((SELECT jsonb_agg(to_jsonb(m) ORDER BY m.sequence) FROM public.mandates m WHERE m.uscc = e.uscc), '[]'),
		coalesce((SELECT jsonb_agg(to_jsonb(v) ORDER BY v.id) FROM public.mandate_events v
			JOIN public.mandates m ON m.sequence = v.mandate WHERE m.uscc = e.uscc), '[]')
	FROM public.enterprises e WHERE e.uscc = code AND e.source = 'GRAPH';
	IF NOT FOUND THEN
		RAISE EXCEPTION 'The case % has registered no enterprise that can be voided.', voided_case USING ERRCODE = 'check_violation';
	END IF;
	DELETE FROM public.mandate_events v USING public.mandates m WHERE m.sequence = v.mandate AND m.uscc = code;
	DELETE FROM public.mandates m WHERE m.uscc = code;
	DELETE FROM public.enterprises e WHERE e.uscc = code;
END $$;
