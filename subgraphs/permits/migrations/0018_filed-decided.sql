-- Runs outside of a transaction, as every migration with "concurrently".
-- squawk-ignore-file ban-concurrent-index-creation-in-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "cases_filed_decided" ON "cases" USING btree ("number") WHERE filed_by is not null and decision is not null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "cases_decided";
