-- Runs outside of a transaction, as every migration with "concurrently".
-- squawk-ignore-file ban-concurrent-index-creation-in-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "taxpayers_grades" ON "taxpayers" USING gin ("grades") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "taxpayers_unfilled" ON "taxpayers" USING btree ("no") WHERE grades is null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "credit_grades_year";
