CREATE TABLE "enterprises" (
	"uscc" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"search_name" text NOT NULL,
	"status" text NOT NULL,
	"type_code" text,
	"type_text" text,
	"industry_code" text,
	"region_code" text,
	"capital_amount" numeric,
	"capital_currency" text,
	"capital_text" text,
	"registered_on" date,
	"listed_on" date GENERATED ALWAYS AS (coalesce(registered_on, date '0001-01-01')) STORED NOT NULL,
	"business_scope" text,
	"parent_uscc" text,
	"source" text NOT NULL,
	"original" jsonb
);
--> statement-breakpoint
CREATE TABLE "former_names" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "former_names_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uscc" text NOT NULL,
	"name" text NOT NULL,
	"until" date
);
--> statement-breakpoint
CREATE TABLE "industries" (
	"code" text PRIMARY KEY NOT NULL,
	"level" integer NOT NULL,
	"parent_code" text,
	"name" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "registration_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "registration_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uscc" text NOT NULL,
	"changed_on" date NOT NULL,
	"item" text NOT NULL,
	"before" text,
	"after" text
);
--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_parent_uscc_enterprises_uscc_fk" FOREIGN KEY ("parent_uscc") REFERENCES "public"."enterprises"("uscc") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_names" ADD CONSTRAINT "former_names_uscc_enterprises_uscc_fk" FOREIGN KEY ("uscc") REFERENCES "public"."enterprises"("uscc") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_changes" ADD CONSTRAINT "registration_changes_uscc_enterprises_uscc_fk" FOREIGN KEY ("uscc") REFERENCES "public"."enterprises"("uscc") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enterprises_listed" ON "enterprises" USING btree ("listed_on","uscc");--> statement-breakpoint
CREATE INDEX "enterprises_region" ON "enterprises" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "enterprises_industry" ON "enterprises" USING btree ("industry_code");--> statement-breakpoint
CREATE INDEX "enterprises_parent" ON "enterprises" USING btree ("parent_uscc","listed_on","uscc");--> statement-breakpoint
CREATE INDEX "enterprises_name_grams" ON "enterprises" USING gin (name_grams("search_name")) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "former_names_enterprise" ON "former_names" USING btree ("uscc","until");--> statement-breakpoint
CREATE INDEX "industries_parent" ON "industries" USING btree ("parent_code","code");--> statement-breakpoint
CREATE INDEX "registration_changes_enterprise" ON "registration_changes" USING btree ("uscc","changed_on","id");--> statement-breakpoint
CREATE MATERIALIZED VIEW "public"."enterprise_counts" AS (select "region_code", "industry_code", "status", count(*)::int as "count" from "enterprises" group by "enterprises"."region_code", "enterprises"."industry_code", "enterprises"."status");