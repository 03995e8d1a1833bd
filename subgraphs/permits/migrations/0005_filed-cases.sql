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
CREATE TABLE "officials" (
	"user" text NOT NULL,
	"department_code" text NOT NULL,
	"region_code" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "officials_user_department_code_region_code_pk" PRIMARY KEY("user","department_code","region_code")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"position" bigint,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "timeline" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "applicant_user" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "filed_by" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "form_version" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "form" jsonb;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "submitted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "returned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "follow_up_materials" text[];--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "follow_up_by" date;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "rating" smallint;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "statutory_days" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "promised_days" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "accepted_on" date;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "statutory_due_on" date;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "suspended_on" date;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "extension_days" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "act_by" date;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "department_code" text;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_number_cases_number_fk" FOREIGN KEY ("case_number") REFERENCES "public"."cases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_untold" ON "outbox" USING btree ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "outbox_unpublished" ON "outbox" USING btree ("position") WHERE published_at is null;--> statement-breakpoint
CREATE INDEX "outbox_published" ON "outbox" USING btree ("published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_position" ON "outbox" USING btree ("position");--> statement-breakpoint
CREATE INDEX "cases_applicant_user" ON "cases" USING btree ("applicant_user","received_on","number") WHERE applicant_user is not null;--> statement-breakpoint
CREATE INDEX "cases_inbox" ON "cases" USING btree ("department_code","act_by","number","region_code") WHERE act_by is not null;--> statement-breakpoint
CREATE INDEX "cases_decided" ON "cases" USING btree ("decided_on") WHERE filed_by is not null;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_at_the_office" CHECK (filed_by is null or (act_by is not null) = (state in ('SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED', 'DECIDED')));--> statement-breakpoint
-- Whoever changes a case otherwise than by a step, such as an import, has that told as well: through the outbox, since NOTIFY
-- would take a lock of the whole server while the change is committed. Steps write their rows themselves.
create or replace function case_changed() returns trigger
language plpgsql
as $$
begin
  insert into outbox (topic, key, payload)
  values ('case_changed', new.number, jsonb_build_object('number', new.number, 'version', new.version, 'state', new.state));
  return null;
end
$$;
--> statement-breakpoint
drop trigger case_changed on cases;
--> statement-breakpoint
create trigger case_changed
after update on cases
for each row
when (
  old.version = new.version
  and (old.state is distinct from new.state or old.timeline is distinct from new.timeline)
)
execute function case_changed();
