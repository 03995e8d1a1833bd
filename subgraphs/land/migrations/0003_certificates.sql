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
CREATE INDEX "certificates_holder" ON "certificates" USING btree ("holder_uscc");--> statement-breakpoint
CREATE INDEX "certificates_not_valid" ON "certificates" USING btree ("status_index") WHERE state <> 'VALID';