ALTER TABLE "sharing_applications" ADD COLUMN "batch" text;--> statement-breakpoint
CREATE INDEX "sharing_applications_batch" ON "sharing_applications" USING btree ("batch");