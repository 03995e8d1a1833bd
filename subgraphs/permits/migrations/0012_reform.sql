CREATE SEQUENCE "public"."offer_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "offer_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "offer_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"item_code" text NOT NULL,
	"version" integer NOT NULL,
	"uscc" text,
	"night" date,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"cursor" text,
	"state" text NOT NULL,
	"finished_at" timestamp with time zone,
	"error" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"tried_at" timestamp with time zone,
	"pages" integer DEFAULT 0 NOT NULL,
	"read" integer DEFAULT 0 NOT NULL,
	"entitled" integer DEFAULT 0 NOT NULL,
	"offered" integer DEFAULT 0 NOT NULL,
	"denied" integer DEFAULT 0 NOT NULL,
	"withdrawn" integer DEFAULT 0 NOT NULL,
	"is_blind" boolean DEFAULT false NOT NULL,
	"denials" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" text PRIMARY KEY NOT NULL,
	"item_code" text NOT NULL,
	"version" integer NOT NULL,
	"uscc" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"valid_until" date NOT NULL,
	"evidence" jsonb NOT NULL,
	"entitled_by" integer NOT NULL,
	"run_id" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"answered_by" text,
	"case_number" text
);
--> statement-breakpoint
CREATE TABLE "material_sources" (
	"pattern" text NOT NULL,
	"coordinate" text NOT NULL,
	"department" text NOT NULL,
	"sharing" text NOT NULL,
	"basis" text,
	"note" text,
	"added_by" text,
	"checked_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "material_sources_pattern_coordinate_pk" PRIMARY KEY("pattern","coordinate")
);
--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "entitlement" json;--> statement-breakpoint
ALTER TABLE "offer_runs" ADD CONSTRAINT "offer_runs_item_code_service_items_code_fk" FOREIGN KEY ("item_code") REFERENCES "public"."service_items"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_item_code_service_items_code_fk" FOREIGN KEY ("item_code") REFERENCES "public"."service_items"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "offer_runs_running" ON "offer_runs" USING btree ("item_code") WHERE state = 'RUNNING' and uscc is null;--> statement-breakpoint
CREATE UNIQUE INDEX "offer_runs_night" ON "offer_runs" USING btree ("item_code","version","night") WHERE night is not null;--> statement-breakpoint
CREATE INDEX "offer_runs_open" ON "offer_runs" USING btree ("id") WHERE state = 'RUNNING';--> statement-breakpoint
CREATE INDEX "offer_runs_item" ON "offer_runs" USING btree ("item_code","id");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_enterprise" ON "offers" USING btree ("uscc","item_code","version");--> statement-breakpoint
CREATE INDEX "offers_list" ON "offers" USING btree ("uscc","id");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_case" ON "offers" USING btree ("case_number") WHERE case_number is not null;--> statement-breakpoint
CREATE INDEX "offers_open" ON "offers" USING btree ("item_code","version") WHERE state = 'OFFERED';--> statement-breakpoint
CREATE INDEX "cases_received_facts" ON "cases" USING btree ("received_on","region_code","service_item_code","filed_by","submitted_at");--> statement-breakpoint
CREATE INDEX "cases_decided_facts" ON "cases" USING btree ("decided_on","region_code","due_on","rating") WHERE decision is not null;--> statement-breakpoint
-- By hand from here on: 'npm run migration' does not write it.
-- What indices read of the steps of cases: returns 补正, and values that applicants disputed.
create index case_events_returns on case_events (at) where action = 'RETURN';
--> statement-breakpoint
create index case_prefills_disputed on case_prefills (read_at) where verdict = 'DISPUTED';
--> statement-breakpoint
-- As before, and who is entitled stays as it was published too.
create or replace function keep_published_version() returns trigger
language plpgsql
as $$
begin
  if old.state in ('DRAFT', 'IN_REVIEW') then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.state = 'PUBLISHED' and new.state = 'SUPERSEDED'
    and (old.item_code, old.version, old.guide, old.form::text, old.rules::text, old.editors, old.published_at)
      is not distinct from
      (new.item_code, new.version, new.guide, new.form::text, new.rules::text, new.editors, new.published_at)
    and old.prefill is not distinct from new.prefill
    and old.entitlement::text is not distinct from new.entitlement::text
  then
    return new;
  end if;
  raise exception 'version % of % was published and cannot be changed', old.version, old.item_code
    using errcode = 'restrict_violation';
end
$$;
