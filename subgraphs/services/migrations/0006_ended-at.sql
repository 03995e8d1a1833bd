-- Runs outside of a transaction, as every migration with "concurrently".
-- squawk-ignore-file ban-concurrent-index-creation-in-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "matter_cases_ended_at" ON "matter_cases" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "matter_cases_ended";
