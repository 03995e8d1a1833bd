-- Runs outside of a transaction, as every migration with "concurrently".
-- squawk-ignore-file ban-concurrent-index-creation-in-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "matter_cases_due" ON "matter_cases" USING btree ("due_on","matter") WHERE ended_at is null and due_on is not null;
