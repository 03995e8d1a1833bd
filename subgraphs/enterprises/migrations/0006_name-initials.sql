ALTER TABLE "enterprises" ADD COLUMN "name_initials" text;--> statement-breakpoint
CREATE INDEX "enterprises_name_initials" ON "enterprises" USING btree ("name_initials");