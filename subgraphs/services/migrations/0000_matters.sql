CREATE SEQUENCE "public"."matter_case_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."outbox_positions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "feeds" (
	"operation" text PRIMARY KEY NOT NULL,
	"department" text NOT NULL,
	"after" text
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"holder" text NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"result" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_holder_key_pk" PRIMARY KEY("holder","key")
);
--> statement-breakpoint
CREATE TABLE "matter_cases" (
	"number" text PRIMARY KEY NOT NULL,
	"matter" text NOT NULL,
	"definition_version" integer NOT NULL,
	"state" text NOT NULL,
	"ends_as" text,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"applicant_uscc" text,
	"applicant_user" text,
	"filed_by" text NOT NULL,
	"region_code" text NOT NULL,
	"form" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_on" date NOT NULL,
	"submitted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"promised_days" integer NOT NULL,
	"due_on" date,
	"official_ms" bigint,
	"applicant_ms" bigint,
	"machine_ms" bigint,
	"working_days" integer,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matter_events" (
	"case_number" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"step" text,
	"from" text,
	"to" text NOT NULL,
	"side" text NOT NULL,
	"person" text,
	"problems" jsonb NOT NULL,
	CONSTRAINT "matter_events_case_number_sequence_pk" PRIMARY KEY("case_number","sequence")
);
--> statement-breakpoint
CREATE TABLE "matter_steps" (
	"case_number" text NOT NULL,
	"name" text NOT NULL,
	"position" smallint NOT NULL,
	"department" text NOT NULL,
	"state" text NOT NULL,
	"attempt" integer NOT NULL,
	"department_case" text,
	"department_case_version" integer NOT NULL,
	"result" jsonb,
	"problems" jsonb NOT NULL,
	"done_order" integer,
	CONSTRAINT "matter_steps_case_number_name_pk" PRIMARY KEY("case_number","name")
);
--> statement-breakpoint
CREATE TABLE "matter_versions" (
	"matter" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"definition" jsonb NOT NULL,
	"editors" text[] NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "matter_versions_matter_version_pk" PRIMARY KEY("matter","version")
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
ALTER TABLE "matter_cases" ADD CONSTRAINT "matter_cases_matter_definition_version_matter_versions_matter_version_fk" FOREIGN KEY ("matter","definition_version") REFERENCES "public"."matter_versions"("matter","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_events" ADD CONSTRAINT "matter_events_case_number_matter_cases_number_fk" FOREIGN KEY ("case_number") REFERENCES "public"."matter_cases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_steps" ADD CONSTRAINT "matter_steps_case_number_matter_cases_number_fk" FOREIGN KEY ("case_number") REFERENCES "public"."matter_cases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "matter_cases_applicant" ON "matter_cases" USING btree ("applicant_uscc","started_on","number");--> statement-breakpoint
CREATE INDEX "matter_cases_applicant_user" ON "matter_cases" USING btree ("applicant_user","started_on","number");--> statement-breakpoint
CREATE INDEX "matter_cases_ended" ON "matter_cases" USING btree ("matter","ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "matter_steps_department_case" ON "matter_steps" USING btree ("department","department_case");--> statement-breakpoint
CREATE INDEX "matter_steps_followed" ON "matter_steps" USING btree ("department","case_number") WHERE department_case is not null and state in ('AT_OFFICE', 'RETURNED', 'REFILING', 'WITHDRAWING');--> statement-breakpoint
CREATE UNIQUE INDEX "matter_versions_published" ON "matter_versions" USING btree ("matter") WHERE state = 'PUBLISHED';--> statement-breakpoint
CREATE UNIQUE INDEX "matter_versions_open" ON "matter_versions" USING btree ("matter") WHERE state in ('DRAFT', 'IN_REVIEW');--> statement-breakpoint
CREATE INDEX "outbox_untold" ON "outbox" USING btree ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "outbox_unpublished" ON "outbox" USING btree ("position") WHERE published_at is null;--> statement-breakpoint
CREATE INDEX "outbox_published" ON "outbox" USING btree ("published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_position" ON "outbox" USING btree ("position");--> statement-breakpoint
CREATE INDEX "outbox_filed" ON "outbox" USING btree ("filed_through","position") WHERE filed_through is not null;