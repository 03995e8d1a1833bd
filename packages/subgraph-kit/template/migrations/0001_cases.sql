CREATE SEQUENCE "public"."case_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."outbox_positions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
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
	"title" text NOT NULL
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
ALTER TABLE "records" ADD COLUMN "case_number" text;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_number_cases_number_fk" FOREIGN KEY ("case_number") REFERENCES "public"."cases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_applicant" ON "cases" USING btree ("applicant_uscc","received_on","number") WHERE applicant_uscc is not null;--> statement-breakpoint
CREATE INDEX "cases_applicant_user" ON "cases" USING btree ("applicant_user","received_on","number") WHERE applicant_user is not null;--> statement-breakpoint
CREATE INDEX "cases_inbox" ON "cases" USING btree ("act_by","number","region_code") WHERE act_by is not null;--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_untold" ON "outbox" USING btree ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "outbox_unpublished" ON "outbox" USING btree ("position") WHERE published_at is null;--> statement-breakpoint
CREATE INDEX "outbox_published" ON "outbox" USING btree ("published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_position" ON "outbox" USING btree ("position");--> statement-breakpoint
CREATE INDEX "outbox_filed" ON "outbox" USING btree ("filed_through","position") WHERE filed_through is not null;--> statement-breakpoint
-- The table is as new as this migration.
-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
ALTER TABLE "records" ADD CONSTRAINT "records_case_number_cases_number_fk" FOREIGN KEY ("case_number") REFERENCES "public"."cases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX "records_case" ON "records" USING btree ("case_number");