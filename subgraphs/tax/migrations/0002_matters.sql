ALTER TYPE "public"."data_source" ADD VALUE 'GRAPH';--> statement-breakpoint
CREATE TABLE "deed_taxes" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deed_taxes_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text GENERATED ALWAYS AS ('DT-' || extract(year from filed_on)::integer::text || '-' || lpad(sequence::text, greatest(8, length(sequence::text)), '0')) STORED NOT NULL,
	"unit" text NOT NULL,
	"holder" text NOT NULL,
	"taxpayer_no" integer,
	"price_cny" numeric(20, 2) NOT NULL,
	"rate" numeric(6, 5) NOT NULL,
	"tax_cny" numeric(20, 2) NOT NULL,
	"land_use" text,
	"filed_on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"client" text NOT NULL,
	"reference" text NOT NULL,
	CONSTRAINT "deed_taxes_id_unique" UNIQUE("id"),
	CONSTRAINT "deed_taxes_price" CHECK (price_cny > 0)
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
CREATE TABLE "taxpayer_registrations" (
	"taxpayer_no" integer PRIMARY KEY NOT NULL,
	"client" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"industry" text
);
--> statement-breakpoint
CREATE TABLE "voided_deed_taxes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "voided_deed_taxes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"client" text NOT NULL,
	"user" text,
	"reference" text NOT NULL,
	"reason" text NOT NULL,
	"removed" jsonb,
	"unit" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "voided_taxpayers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "voided_taxpayers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"client" text NOT NULL,
	"user" text,
	"reference" text NOT NULL,
	"reason" text NOT NULL,
	"removed" jsonb,
	"uscc" text NOT NULL
);
--> statement-breakpoint
DROP MATERIALIZED VIEW "public"."taxpayer_counts";--> statement-breakpoint
ALTER TABLE "taxpayers" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "deed_taxes" ADD CONSTRAINT "deed_taxes_taxpayer_no_taxpayers_no_fk" FOREIGN KEY ("taxpayer_no") REFERENCES "public"."taxpayers"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxpayer_registrations" ADD CONSTRAINT "taxpayer_registrations_taxpayer_no_taxpayers_no_fk" FOREIGN KEY ("taxpayer_no") REFERENCES "public"."taxpayers"("no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deed_taxes_once" ON "deed_taxes" USING btree ("reference","unit","client");--> statement-breakpoint
CREATE INDEX "deed_taxes_taxpayer" ON "deed_taxes" USING btree ("taxpayer_no","filed_on");--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "voided_deed_taxes_reference" ON "voided_deed_taxes" USING btree ("reference","unit");--> statement-breakpoint
CREATE INDEX "voided_taxpayers_reference" ON "voided_taxpayers" USING btree ("reference","uscc");--> statement-breakpoint
CREATE INDEX "taxpayers_registered_region" ON "taxpayers" USING btree ("region_code") WHERE reference is not null;--> statement-breakpoint
CREATE MATERIALIZED VIEW "public"."taxpayer_counts" AS (select "region_code", count(*)::int as "count" from "taxpayers" where "taxpayers"."reference" is null group by "taxpayers"."region_code");