-- Tells the number of an application whose status or timeline has changed, whoever changed it, when that is committed.
-- Nobody can wait for one that is new, and millions are inserted at once: an insert tells nothing.
create function application_progressed() returns trigger
language plpgsql
as $$
begin
  perform pg_notify('application_progressed', new.number);
  return null;
end
$$;
--> statement-breakpoint
create trigger application_progressed
after update on applications
for each row
when (old.status is distinct from new.status or old.timeline is distinct from new.timeline)
execute function application_progressed();
