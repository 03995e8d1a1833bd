-- Runs outside of a transaction, as every migration with "concurrently".
-- squawk-ignore-file ban-concurrent-index-creation-in-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "enterprises_in_named_order" ON "enterprises" USING btree ("listed_on","uscc","status","industry_code","region_code","name_initials") INCLUDE ("search_name");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "enterprises_inactive" ON "enterprises" USING btree ("status","listed_on","uscc") WHERE status <> 'ACTIVE';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "enterprises_in_order";
