CREATE TABLE "records" (
	"number" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"issued_on" date NOT NULL,
	"holder_uscc" text NOT NULL,
	"source" text NOT NULL,
	"original" jsonb
);
--> statement-breakpoint
CREATE INDEX "records_holder" ON "records" USING btree ("holder_uscc","number");