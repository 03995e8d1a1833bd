-- Runs outside of a transaction, as every migration with "concurrently".
-- squawk-ignore-file ban-concurrent-index-creation-in-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "land_supplies_in_order" ON "land_supplies" USING btree ("listed_on","id","region_code","land_use_code","way");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "land_transfers_in_order" ON "land_transfers" USING btree ("listed_on","id","region_code");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "parcels_in_order" ON "parcels" USING btree ("listed_on","code","region_code","land_use_code");--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "land_supplies_listed";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "land_transfers_listed";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "parcels_listed";
