CREATE TABLE "access_logs" (
	"gateway" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	"seal" text
);
--> statement-breakpoint
CREATE TABLE "access_subjects" (
	"at" timestamp(3) with time zone NOT NULL,
	"gateway" text NOT NULL,
	"sequence" bigint NOT NULL,
	"place" integer NOT NULL,
	"type" text NOT NULL,
	"key" text NOT NULL,
	"enterprise" text,
	CONSTRAINT "access_subjects_at_gateway_sequence_place_pk" PRIMARY KEY("at","gateway","sequence","place")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "accesses" (
	"at" timestamp(3) with time zone NOT NULL,
	"gateway" text NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	"text" text NOT NULL,
	"seal" text,
	"client" text NOT NULL,
	CONSTRAINT "accesses_at_gateway_sequence_pk" PRIMARY KEY("at","gateway","sequence")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE INDEX "access_subjects_key" ON "access_subjects" USING btree ("key","at","gateway","sequence");--> statement-breakpoint
CREATE INDEX "access_subjects_enterprise" ON "access_subjects" USING btree ("enterprise","at","gateway","sequence");--> statement-breakpoint
CREATE INDEX "accesses_gateway" ON "accesses" USING btree ("gateway","sequence");--> statement-breakpoint
CREATE INDEX "accesses_client" ON "accesses" USING btree ("client","at","gateway","sequence");