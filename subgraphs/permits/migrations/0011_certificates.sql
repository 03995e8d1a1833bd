CREATE TABLE "certificates" (
	"identifier" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"record" text NOT NULL,
	"version" integer NOT NULL,
	"holder_uscc" text,
	"content" jsonb NOT NULL,
	"secret" text NOT NULL,
	"status_index" bigint GENERATED ALWAYS AS IDENTITY (sequence name "certificates_status_index_seq" INCREMENT BY 1 MINVALUE 0 MAXVALUE 9223372036854775807 START WITH 0 CACHE 1),
	"state" text DEFAULT 'VALID' NOT NULL,
	"state_at" timestamp with time zone NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificates_record" UNIQUE("kind","record","version")
);
--> statement-breakpoint
CREATE TABLE "permit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"permit_number" text NOT NULL,
	"change" text NOT NULL,
	"reason" text,
	"person" text NOT NULL,
	"office" text NOT NULL,
	"client" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "suspended_on" date;--> statement-breakpoint
ALTER TABLE "permit_events" ADD CONSTRAINT "permit_events_permit_number_permits_number_fk" FOREIGN KEY ("permit_number") REFERENCES "public"."permits"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificates_holder" ON "certificates" USING btree ("holder_uscc");--> statement-breakpoint
CREATE INDEX "certificates_not_valid" ON "certificates" USING btree ("status_index") WHERE state <> 'VALID';--> statement-breakpoint
CREATE INDEX "permit_events_permit" ON "permit_events" USING btree ("permit_number","at");