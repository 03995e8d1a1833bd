CREATE SEQUENCE "public"."sharing_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"client" text NOT NULL,
	"client_department" text,
	"department" text NOT NULL,
	"coordinate" text NOT NULL,
	"subject" text NOT NULL,
	"problem" text NOT NULL,
	"evidence" text,
	"proposal" text,
	"reported_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"rule_set" text NOT NULL,
	"answer" text,
	CONSTRAINT "corrections_number_unique" UNIQUE("number"),
	CONSTRAINT "corrections_waiting" CHECK ((state = 'SUBMITTED') = (due_at is not null))
);
--> statement-breakpoint
CREATE TABLE "grant_version" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" integer NOT NULL,
	"expired_until" timestamp with time zone NOT NULL,
	CONSTRAINT "grant_version_one_row" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"application" text NOT NULL,
	"client" text NOT NULL,
	"client_department" text,
	"department" text NOT NULL,
	"fields" text[] NOT NULL,
	"regions" text[],
	"basis" text NOT NULL,
	"purpose" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"replaced_by" text,
	"reason" text,
	CONSTRAINT "grants_id_unique" UNIQUE("id"),
	CONSTRAINT "grants_application_unique" UNIQUE("application")
);
--> statement-breakpoint
CREATE TABLE "sharing_applications" (
	"id" bigint PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"client" text NOT NULL,
	"client_department" text,
	"department" text NOT NULL,
	"fields" text[] NOT NULL,
	"regions" text[],
	"basis" text NOT NULL,
	"purpose" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"renews" text,
	"submitted_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"extended" boolean DEFAULT false NOT NULL,
	"rule_set" text,
	"reason" text,
	CONSTRAINT "sharing_applications_number_unique" UNIQUE("number"),
	CONSTRAINT "sharing_applications_waiting" CHECK ((state = 'SUBMITTED') = (due_at is not null))
);
--> statement-breakpoint
CREATE TABLE "sharing_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sharing_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"from" text,
	"to" text NOT NULL,
	"client" text,
	"user" text,
	"department" text,
	"reason" text,
	"answered_by" text,
	"in_time" boolean,
	"working_days" integer
);
--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_application_sharing_applications_number_fk" FOREIGN KEY ("application") REFERENCES "public"."sharing_applications"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_client" ON "corrections" USING btree ("client","id");--> statement-breakpoint
CREATE INDEX "corrections_department" ON "corrections" USING btree ("department","state","id");--> statement-breakpoint
CREATE INDEX "corrections_due" ON "corrections" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "grants_client" ON "grants" USING btree ("client","sequence");--> statement-breakpoint
CREATE INDEX "grants_department" ON "grants" USING btree ("department","sequence");--> statement-breakpoint
CREATE INDEX "grants_until" ON "grants" USING btree ("until");--> statement-breakpoint
CREATE INDEX "sharing_applications_client" ON "sharing_applications" USING btree ("client","id");--> statement-breakpoint
CREATE INDEX "sharing_applications_department" ON "sharing_applications" USING btree ("department","state","id");--> statement-breakpoint
CREATE INDEX "sharing_applications_due" ON "sharing_applications" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sharing_applications_renewal" ON "sharing_applications" USING btree ("renews") WHERE state in ('SUBMITTED', 'CHANGES_REQUESTED');--> statement-breakpoint
CREATE INDEX "sharing_events_subject" ON "sharing_events" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "sharing_events_answers" ON "sharing_events" USING btree ("kind","at") WHERE answered_by is not null;--> statement-breakpoint
INSERT INTO "grant_version" ("version", "expired_until") VALUES (1, '-infinity');
