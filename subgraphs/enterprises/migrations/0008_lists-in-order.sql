-- Runs outside of a transaction, as every migration with "concurrently".
-- squawk-ignore-file ban-concurrent-index-creation-in-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "enterprises_in_order" ON "enterprises" USING btree ("listed_on","uscc","status","industry_code","region_code","name_initials");--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "enterprises_listed";
