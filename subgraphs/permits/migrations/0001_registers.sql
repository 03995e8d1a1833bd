CREATE TABLE "applications" (
	"number" text PRIMARY KEY NOT NULL,
	"service_item_code" text,
	"applicant_uscc" text,
	"region_code" text,
	"status" text NOT NULL,
	"received_on" date NOT NULL,
	"due_on" date,
	"decided_on" date,
	"timeline" jsonb NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "permits" (
	"number" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"service_item_code" text,
	"holder_uscc" text,
	"issuing_authority" text NOT NULL,
	"region_code" text,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"ended_on" date,
	"ended_by" text,
	"application_number" text,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_items" (
	"code" text PRIMARY KEY NOT NULL,
	"basic_code" text,
	"name" text NOT NULL,
	"search_name" text NOT NULL,
	"main_item" text,
	"type" text NOT NULL,
	"department_code" text,
	"department_name" text NOT NULL,
	"region_code" text,
	"basis" text,
	"conditions" text[],
	"materials" jsonb,
	"statutory_days" integer,
	"promised_days" integer,
	"visits" integer,
	"fee_cny" numeric,
	"online_depth" integer,
	"levels" text[],
	"source" text NOT NULL,
	"original" jsonb
);
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_service_item_code_service_items_code_fk" FOREIGN KEY ("service_item_code") REFERENCES "public"."service_items"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permits" ADD CONSTRAINT "permits_service_item_code_service_items_code_fk" FOREIGN KEY ("service_item_code") REFERENCES "public"."service_items"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permits" ADD CONSTRAINT "permits_application_number_applications_number_fk" FOREIGN KEY ("application_number") REFERENCES "public"."applications"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_applicant" ON "applications" USING btree ("applicant_uscc","received_on","number");--> statement-breakpoint
CREATE INDEX "permits_holder" ON "permits" USING btree ("holder_uscc","valid_from","number");--> statement-breakpoint
CREATE UNIQUE INDEX "permits_application" ON "permits" USING btree ("application_number");--> statement-breakpoint
CREATE INDEX "service_items_region" ON "service_items" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "service_items_department" ON "service_items" USING btree ("department_code");--> statement-breakpoint
CREATE INDEX "service_items_name_grams" ON "service_items" USING gin (name_grams("search_name")) WITH (fastupdate=false);--> statement-breakpoint
CREATE MATERIALIZED VIEW "public"."permit_counts" AS (select "region_code", count(*)::int as "count" from "permits" group by "permits"."region_code");