CREATE TABLE "offer_feeds" (
	"feed" text PRIMARY KEY NOT NULL,
	"after" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "offer_runs_enterprise" ON "offer_runs" USING btree ("uscc","item_code") WHERE state = 'RUNNING' and uscc is not null;