ALTER TABLE "cases" ADD COLUMN "filed_through" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "filed_through" text;--> statement-breakpoint
CREATE INDEX "outbox_filed" ON "outbox" USING btree ("filed_through","position") WHERE filed_through is not null;