CREATE TABLE "idempotency_keys" (
	"holder" text NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"result" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_holder_key_pk" PRIMARY KEY("holder","key")
);
--> statement-breakpoint
CREATE TABLE "catalogue_items" (
	"basic_code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"search_name" text NOT NULL,
	"type" text NOT NULL,
	"basis" text,
	"levels" text[],
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_version_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "item_version_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"item_code" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"from" text,
	"to" text NOT NULL,
	"client" text NOT NULL,
	"user" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "item_versions" (
	"item_code" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"guide" jsonb NOT NULL,
	"form" json NOT NULL,
	"rules" json NOT NULL,
	"prefill" text,
	"editors" text[] NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "item_versions_item_code_version_pk" PRIMARY KEY("item_code","version")
);
--> statement-breakpoint
ALTER TABLE "service_items" ADD COLUMN "steps" jsonb;--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_item_code_service_items_code_fk" FOREIGN KEY ("item_code") REFERENCES "public"."service_items"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "catalogue_items_name" ON "catalogue_items" USING btree ("search_name","basic_code");--> statement-breakpoint
CREATE INDEX "catalogue_items_name_grams" ON "catalogue_items" USING gin (name_grams("search_name")) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "item_version_events_version" ON "item_version_events" USING btree ("item_code","version","id");--> statement-breakpoint
CREATE UNIQUE INDEX "item_versions_published" ON "item_versions" USING btree ("item_code") WHERE state = 'PUBLISHED';--> statement-breakpoint
CREATE UNIQUE INDEX "item_versions_open" ON "item_versions" USING btree ("item_code") WHERE state in ('DRAFT', 'IN_REVIEW');--> statement-breakpoint
CREATE INDEX "item_versions_state" ON "item_versions" USING btree ("state","item_code","version");--> statement-breakpoint
CREATE INDEX "service_items_basic_code" ON "service_items" USING btree ("basic_code","code");--> statement-breakpoint
-- The catalogue of the items that are here already: of those with one code, the first.
insert into catalogue_items (basic_code, name, search_name, type, basis, levels, source)
select distinct on (basic_code) basic_code, name, search_name, type, basis, levels, source
from service_items where basic_code is not null
order by basic_code, code;
--> statement-breakpoint
-- Cases hold on to the version under which they were filed: what was published stays as it was, whoever writes. It can be superseded, and no more.
create function keep_published_version() returns trigger
language plpgsql
as $$
begin
  if old.state in ('DRAFT', 'IN_REVIEW') then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.state = 'PUBLISHED' and new.state = 'SUPERSEDED'
    and (old.item_code, old.version, old.guide, old.form::text, old.rules::text, old.editors, old.published_at)
      is not distinct from
      (new.item_code, new.version, new.guide, new.form::text, new.rules::text, new.editors, new.published_at)
    and old.prefill is not distinct from new.prefill
  then
    return new;
  end if;
  raise exception 'version % of % was published and cannot be changed', old.version, old.item_code
    using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
create trigger keep_published_version
before update or delete on item_versions
for each row execute function keep_published_version();
