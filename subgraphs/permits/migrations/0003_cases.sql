-- An application 办件 of this department is a case; "application" is what a client sends to the exchange 共享申请.
alter table applications rename to cases;
--> statement-breakpoint
alter table cases rename constraint applications_pkey to cases_pkey;
--> statement-breakpoint
alter table cases rename constraint applications_service_item_code_service_items_code_fk to cases_service_item_code_service_items_code_fk;
--> statement-breakpoint
alter index applications_applicant rename to cases_applicant;
--> statement-breakpoint
alter table permits rename column application_number to case_number;
--> statement-breakpoint
alter table permits rename constraint permits_application_number_applications_number_fk to permits_case_number_cases_number_fk;
--> statement-breakpoint
alter index permits_application rename to permits_case;
--> statement-breakpoint
-- Nobody is told of what follows: no case changes its course by it.
drop trigger application_progressed on cases;
--> statement-breakpoint
drop function application_progressed();
--> statement-breakpoint
alter table cases rename column status to state;
--> statement-breakpoint
alter table cases add column decision text;
--> statement-breakpoint
-- PostgreSQL 18 and later name the constraints of "not null"; earlier ones have none.
do $$
declare
  old_name text;
begin
  for old_name in
    select conname from pg_constraint
    where conrelid = 'cases'::regclass and contype = 'n' and conname like 'applications\_%'
  loop
    execute format(
      'alter table cases rename constraint %I to %I',
      old_name,
      replace(replace(old_name, 'applications_', 'cases_'), '_status_', '_state_')
    );
  end loop;
end
$$;
--> statement-breakpoint
-- The state of a granted case is how its timeline ends: decided, or delivered. A denial is decided. Other states change their names only.
update cases set
  decision = case state when 'GRANTED' then 'GRANTED' when 'REFUSED' then 'DENIED' end,
  state = case
    when state = 'GRANTED' and timeline -> -1 ->> 0 = 'DELIVERED' then 'DELIVERED'
    when state in ('GRANTED', 'REFUSED') then 'DECIDED'
    when state = 'RECEIVED' then 'SUBMITTED'
    when state = 'SUPPLEMENT_REQUESTED' then 'RETURNED'
    when state = 'IN_REVIEW' then 'UNDER_REVIEW'
    else state
  end,
  timeline = coalesce(
    (
      select jsonb_agg(
        case event ->> 0
          when 'RECEIVED' then jsonb_set(event, '{0}', '"SUBMITTED"')
          when 'SUPPLEMENT_REQUESTED' then jsonb_set(event, '{0}', '"RETURNED"')
          when 'SUPPLEMENTED' then jsonb_set(event, '{0}', '"RESUBMITTED"')
          when 'REFUSED' then jsonb_set(event, '{0}', '"DENIED"')
          else event
        end
        order by position
      )
      from jsonb_array_elements(timeline) with ordinality as events(event, position)
    ),
    '[]'
  );
--> statement-breakpoint
-- Tells the number of a case whose state or timeline has changed, whoever changed it, when that is committed.
-- Nobody can wait for one that is new, and millions are inserted at once: an insert tells nothing.
create function case_changed() returns trigger
language plpgsql
as $$
begin
  perform pg_notify('case_changed', new.number);
  return null;
end
$$;
--> statement-breakpoint
create trigger case_changed
after update on cases
for each row
when (old.state is distinct from new.state or old.timeline is distinct from new.timeline)
execute function case_changed();
