-- What the grades of a taxpayer are found by: each grade, each year, and each grade with its year.
create function grade_terms(taxpayer integer) returns text[]
  language sql stable parallel safe
  return (
    select coalesce(array_agg(distinct term), '{}')
    from credit_grades
    cross join lateral (values (grade::text), (year::text), (grade::text || year::text)) as terms(term)
    where taxpayer_no = taxpayer
  );--> statement-breakpoint
-- Rows that are there stay null until prepare has filled them in parts; new ones have the default.
ALTER TABLE "taxpayers" ADD COLUMN "grades" text[];--> statement-breakpoint
ALTER TABLE "taxpayers" ALTER COLUMN "grades" SET DEFAULT '{}';
