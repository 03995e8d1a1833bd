CREATE TABLE "matter_case_prefills" (
	"case_number" text NOT NULL,
	"field" text NOT NULL,
	"department" text NOT NULL,
	"coordinate" text NOT NULL,
	"sharing" text NOT NULL,
	"state" text NOT NULL,
	"value" jsonb,
	"reason" text,
	"read_at" timestamp with time zone NOT NULL,
	"verdict" text,
	"problem" text,
	"proposal" text,
	"correction" text,
	"correction_error" text,
	CONSTRAINT "matter_case_prefills_case_number_field_pk" PRIMARY KEY("case_number","field")
);
--> statement-breakpoint
ALTER TABLE "matter_case_prefills" ADD CONSTRAINT "matter_case_prefills_case_number_matter_cases_number_fk" FOREIGN KEY ("case_number") REFERENCES "public"."matter_cases"("number") ON DELETE no action ON UPDATE no action;