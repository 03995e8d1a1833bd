CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"parent_code" text,
	"name" text NOT NULL,
	"search_name" text NOT NULL,
	"source" text NOT NULL,
	"original" jsonb
);
--> statement-breakpoint
CREATE INDEX "regions_parent" ON "regions" USING btree ("parent_code","code");--> statement-breakpoint
CREATE INDEX "regions_level" ON "regions" USING btree ("level","code");