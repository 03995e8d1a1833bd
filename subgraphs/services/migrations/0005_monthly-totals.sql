CREATE TABLE "matter_totals" (
	"month" date NOT NULL,
	"city" text NOT NULL,
	"matter" text NOT NULL,
	"completed" integer NOT NULL,
	"undone" integer NOT NULL,
	"overdue" integer NOT NULL,
	"working_days" bigint NOT NULL,
	"official_ms" bigint NOT NULL,
	"applicant_ms" bigint NOT NULL,
	"machine_ms" bigint NOT NULL,
	CONSTRAINT "matter_totals_month_city_matter_pk" PRIMARY KEY("month","city","matter")
);
--> statement-breakpoint
CREATE TABLE "monthly_totals" (
	"name" text PRIMARY KEY NOT NULL,
	"until" date NOT NULL
);
