ALTER TABLE "service_items" ADD COLUMN "name_initials" text;--> statement-breakpoint
CREATE INDEX "service_items_name_initials" ON "service_items" USING btree ("name_initials");