CREATE TABLE "land_supplies" (
	"id" text PRIMARY KEY NOT NULL,
	"project_name" text,
	"location" text,
	"region_code" text,
	"region_text" text,
	"parcel_code" text,
	"area_m2" numeric,
	"area_from_stock_m2" numeric,
	"land_use_code" text,
	"land_use_text" text,
	"way" text,
	"way_text" text,
	"use_years" numeric,
	"use_years_text" text,
	"industry_text" text,
	"grade_text" text,
	"price_cny" numeric,
	"holder_uscc" text,
	"holder_name" text,
	"holder_key" text GENERATED ALWAYS AS (coalesce(holder_uscc, holder_name)) STORED,
	"floor_area_ratio_min" numeric,
	"floor_area_ratio_max" numeric,
	"signed_on" date,
	"listed_on" date GENERATED ALWAYS AS (coalesce(signed_on, date '0001-01-01')) STORED NOT NULL,
	"deliver_by" date,
	"start_by" date,
	"complete_by" date,
	"approved_by" text,
	"source" text NOT NULL,
	"original" jsonb
);
--> statement-breakpoint
CREATE TABLE "land_transfers" (
	"id" text PRIMARY KEY NOT NULL,
	"location" text,
	"region_code" text,
	"region_text" text,
	"parcel_code" text,
	"parcel_number_text" text,
	"area_m2" numeric,
	"land_use_code" text,
	"land_use_text" text,
	"right_text" text,
	"use_years" numeric,
	"way_text" text,
	"price_cny" numeric,
	"dealt_on" date,
	"listed_on" date GENERATED ALWAYS AS (coalesce(dealt_on, date '0001-01-01')) STORED NOT NULL,
	"from_name" text NOT NULL,
	"to_name" text NOT NULL,
	"source" text NOT NULL,
	"original" jsonb
);
--> statement-breakpoint
CREATE TABLE "land_uses" (
	"code" text PRIMARY KEY NOT NULL,
	"level" integer NOT NULL,
	"parent_code" text,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parcels" (
	"code" text PRIMARY KEY NOT NULL,
	"region_code" text NOT NULL,
	"location" text,
	"area_m2" numeric NOT NULL,
	"land_use_code" text,
	"holder_uscc" text,
	"holder_name" text,
	"registered_on" date,
	"listed_on" date GENERATED ALWAYS AS (coalesce(registered_on, date '0001-01-01')) STORED NOT NULL,
	"boundary" "polygon",
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "real_estate_units" (
	"code" text PRIMARY KEY NOT NULL,
	"parcel_code" text NOT NULL,
	"floor_area_m2" numeric,
	"holder_uscc" text,
	"holder_name" text,
	"registered_on" date,
	"source" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "real_estate_units" ADD CONSTRAINT "real_estate_units_parcel_code_parcels_code_fk" FOREIGN KEY ("parcel_code") REFERENCES "public"."parcels"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "land_supplies_listed" ON "land_supplies" USING btree ("listed_on","id");--> statement-breakpoint
CREATE INDEX "land_supplies_holder" ON "land_supplies" USING btree ("holder_key","listed_on","id");--> statement-breakpoint
CREATE INDEX "land_supplies_holder_name" ON "land_supplies" USING btree ("holder_name");--> statement-breakpoint
CREATE INDEX "land_supplies_parcel" ON "land_supplies" USING btree ("parcel_code","listed_on","id");--> statement-breakpoint
CREATE INDEX "land_supplies_region" ON "land_supplies" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "land_transfers_listed" ON "land_transfers" USING btree ("listed_on","id");--> statement-breakpoint
CREATE INDEX "land_transfers_from" ON "land_transfers" USING btree ("from_name");--> statement-breakpoint
CREATE INDEX "land_transfers_to" ON "land_transfers" USING btree ("to_name");--> statement-breakpoint
CREATE INDEX "land_uses_parent" ON "land_uses" USING btree ("parent_code","code");--> statement-breakpoint
CREATE INDEX "parcels_listed" ON "parcels" USING btree ("listed_on","code");--> statement-breakpoint
CREATE INDEX "parcels_holder" ON "parcels" USING btree ("holder_uscc","listed_on","code");--> statement-breakpoint
CREATE INDEX "parcels_region" ON "parcels" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "parcels_land_use" ON "parcels" USING btree ("land_use_code");--> statement-breakpoint
CREATE INDEX "parcels_boundary" ON "parcels" USING gist ("boundary");--> statement-breakpoint
CREATE INDEX "real_estate_units_parcel" ON "real_estate_units" USING btree ("parcel_code","code");--> statement-breakpoint
CREATE MATERIALIZED VIEW "public"."parcel_counts" AS (select "region_code", "land_use_code", count(*)::int as "count", sum("area_m2") as "area_m2" from "parcels" group by "parcels"."region_code", "parcels"."land_use_code");