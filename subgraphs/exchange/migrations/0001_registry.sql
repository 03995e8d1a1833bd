CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"subject" text NOT NULL,
	"kids" text[] NOT NULL,
	"code" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"name" text PRIMARY KEY NOT NULL,
	"look_alike" text NOT NULL,
	CONSTRAINT "departments_look_alike_unique" UNIQUE("look_alike")
);
--> statement-breakpoint
CREATE TABLE "gateway_versions" (
	"gateway" text NOT NULL,
	"variant" text NOT NULL,
	"version" integer,
	CONSTRAINT "gateway_versions_gateway_variant_pk" PRIMARY KEY("gateway","variant")
);
--> statement-breakpoint
CREATE TABLE "gateways" (
	"name" text PRIMARY KEY NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"holder" text NOT NULL,
	"x" text NOT NULL,
	"registered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"registered_by" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text
);
--> statement-breakpoint
CREATE TABLE "subgraph_versions" (
	"department" text NOT NULL,
	"number" integer NOT NULL,
	"url" text NOT NULL,
	"sdl" text NOT NULL,
	"digest" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "subgraph_versions_department_number_pk" PRIMARY KEY("department","number")
);
--> statement-breakpoint
CREATE TABLE "supergraph_parts" (
	"version" integer NOT NULL,
	"department" text NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "supergraph_parts_version_department_pk" PRIMARY KEY("version","department")
);
--> statement-breakpoint
CREATE TABLE "supergraph_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supergraphs" (
	"version" integer NOT NULL,
	"variant" text NOT NULL,
	"sdl" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "supergraphs_version_variant_pk" PRIMARY KEY("version","variant")
);
--> statement-breakpoint
CREATE TABLE "used_credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"name" text PRIMARY KEY NOT NULL,
	"exclude_tags" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operation_coordinates" (
	"coordinate" text NOT NULL,
	"operation" integer NOT NULL,
	CONSTRAINT "operation_coordinates_coordinate_operation_pk" PRIMARY KEY("coordinate","operation")
);
--> statement-breakpoint
CREATE TABLE "operation_days" (
	"operation" integer NOT NULL,
	"day" date NOT NULL,
	"variant" text NOT NULL,
	"client" text,
	"client_version" text,
	"calls" bigint NOT NULL,
	"errors" bigint NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "operation_days_of_client" UNIQUE NULLS NOT DISTINCT("operation","day","variant","client","client_version")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "operations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"digest" text NOT NULL,
	"name" text,
	CONSTRAINT "operations_digest_name" UNIQUE NULLS NOT DISTINCT("digest","name")
);
--> statement-breakpoint
ALTER TABLE "gateway_versions" ADD CONSTRAINT "gateway_versions_gateway_gateways_name_fk" FOREIGN KEY ("gateway") REFERENCES "public"."gateways"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subgraph_versions" ADD CONSTRAINT "subgraph_versions_department_departments_name_fk" FOREIGN KEY ("department") REFERENCES "public"."departments"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supergraph_parts" ADD CONSTRAINT "supergraph_parts_version_supergraph_versions_version_fk" FOREIGN KEY ("version") REFERENCES "public"."supergraph_versions"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supergraph_parts" ADD CONSTRAINT "supergraph_parts_subgraph_version" FOREIGN KEY ("department","number") REFERENCES "public"."subgraph_versions"("department","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supergraphs" ADD CONSTRAINT "supergraphs_version_supergraph_versions_version_fk" FOREIGN KEY ("version") REFERENCES "public"."supergraph_versions"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supergraphs" ADD CONSTRAINT "supergraphs_variant_variants_name_fk" FOREIGN KEY ("variant") REFERENCES "public"."variants"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_coordinates" ADD CONSTRAINT "operation_coordinates_operation_operations_id_fk" FOREIGN KEY ("operation") REFERENCES "public"."operations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_days" ADD CONSTRAINT "operation_days_operation_operations_id_fk" FOREIGN KEY ("operation") REFERENCES "public"."operations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "gateway_versions_version" ON "gateway_versions" USING btree ("version","variant");--> statement-breakpoint
CREATE INDEX "used_credentials_expiry" ON "used_credentials" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "operation_coordinates_operation" ON "operation_coordinates" USING btree ("operation");--> statement-breakpoint
CREATE INDEX "operation_days_day" ON "operation_days" USING btree ("day");--> statement-breakpoint
INSERT INTO "variants" ("name", "exclude_tags") VALUES ('internal', '{}'), ('departments', '{internal}'), ('public', '{internal,departments}');
