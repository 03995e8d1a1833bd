CREATE TABLE "case_materials" (
	"case_number" text NOT NULL,
	"material_id" text NOT NULL,
	"material" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_materials_case_number_material_id_pk" PRIMARY KEY("case_number","material_id")
);
--> statement-breakpoint
CREATE TABLE "material_uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"holder" text NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"media_types" text[] NOT NULL,
	"stored" bigint DEFAULT 0 NOT NULL,
	"lease" text,
	"leased_until" timestamp with time zone,
	"sha256" text,
	"found_type" text,
	"refused" jsonb,
	"finished_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "materials" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_materials" ADD CONSTRAINT "case_materials_case_number_cases_number_fk" FOREIGN KEY ("case_number") REFERENCES "public"."cases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_materials" ADD CONSTRAINT "case_materials_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "material_uploads_expires" ON "material_uploads" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "material_uploads_sha256" ON "material_uploads" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "materials_owner" ON "materials" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "materials_sha256" ON "materials" USING btree ("sha256");