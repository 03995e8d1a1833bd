-- The subjects of a record move into its row; only the enterprises among them keep rows of their own.
ALTER TABLE "accesses" ADD COLUMN "subject_types" text[] NOT NULL DEFAULT '{}', ADD COLUMN "subject_keys" text[] NOT NULL DEFAULT '{}';
--> statement-breakpoint
UPDATE "accesses" SET "subject_types" = "named"."types", "subject_keys" = "named"."keys"
FROM (
	SELECT "at", "gateway", "sequence", array_agg("type" ORDER BY "place") AS "types", array_agg("key" ORDER BY "place") AS "keys"
	FROM "access_subjects" GROUP BY "at", "gateway", "sequence"
) AS "named"
WHERE ("accesses"."at", "accesses"."gateway", "accesses"."sequence") = ("named"."at", "named"."gateway", "named"."sequence");
--> statement-breakpoint
ALTER TABLE "accesses" ALTER COLUMN "subject_types" DROP DEFAULT, ALTER COLUMN "subject_keys" DROP DEFAULT;
--> statement-breakpoint
CREATE TABLE "access_enterprises" (
	"at" timestamp(3) with time zone NOT NULL,
	"gateway" text NOT NULL,
	"sequence" bigint NOT NULL,
	"enterprise" text NOT NULL,
	CONSTRAINT "access_enterprises_at_gateway_sequence_enterprise_pk" PRIMARY KEY("at","gateway","sequence","enterprise")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
-- The months that there are.
DO $$
DECLARE month record;
BEGIN
	FOR month IN
		SELECT replace(relname, 'access_subjects_', 'access_enterprises_') AS name, pg_get_expr(relpartbound, oid) AS bound
		FROM pg_class JOIN pg_inherits ON inhrelid = oid WHERE inhparent = 'access_subjects'::regclass
	LOOP
		EXECUTE format('CREATE TABLE %I PARTITION OF access_enterprises %s', month.name, month.bound);
	END LOOP;
END $$;
--> statement-breakpoint
INSERT INTO "access_enterprises" SELECT "at", "gateway", "sequence", "enterprise" FROM "access_subjects" WHERE "enterprise" IS NOT NULL;
--> statement-breakpoint
DROP TABLE "access_subjects";
--> statement-breakpoint
CREATE INDEX "access_enterprises_enterprise" ON "access_enterprises" USING btree ("enterprise","at","gateway","sequence");--> statement-breakpoint
CREATE INDEX "accesses_subject" ON "accesses" USING gin ("subject_keys");
