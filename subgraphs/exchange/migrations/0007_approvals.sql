CREATE TABLE "approvals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "approvals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"change" text NOT NULL,
	"owner" text NOT NULL,
	"proposers" text[] NOT NULL,
	"changes" jsonb NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"role" text,
	"credential" text,
	"expires_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" text,
	"version" integer
);
--> statement-breakpoint
CREATE TABLE "verified_addresses" (
	"department" text NOT NULL,
	"url" text NOT NULL,
	"verified_at" timestamp with time zone NOT NULL,
	CONSTRAINT "verified_addresses_department_url_pk" PRIMARY KEY("department","url")
);
--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_version_supergraph_versions_version_fk" FOREIGN KEY ("version") REFERENCES "public"."supergraph_versions"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verified_addresses" ADD CONSTRAINT "verified_addresses_department_departments_name_fk" FOREIGN KEY ("department") REFERENCES "public"."departments"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approvals_change" ON "approvals" USING btree ("change");--> statement-breakpoint
CREATE INDEX "approvals_owner" ON "approvals" USING btree ("owner","id");