CREATE SEQUENCE "public"."outbox_positions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"filed_through" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"position" bigint,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "outbox_untold" ON "outbox" USING btree ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "outbox_unpublished" ON "outbox" USING btree ("position") WHERE published_at is null;--> statement-breakpoint
CREATE INDEX "outbox_published" ON "outbox" USING btree ("published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_position" ON "outbox" USING btree ("position");--> statement-breakpoint
CREATE INDEX "outbox_filed" ON "outbox" USING btree ("filed_through","position") WHERE filed_through is not null;