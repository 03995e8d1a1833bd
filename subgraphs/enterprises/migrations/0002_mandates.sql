CREATE TABLE "idempotency_keys" (
	"holder" text NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"result" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_holder_key_pk" PRIMARY KEY("holder","key")
);
--> statement-breakpoint
CREATE TABLE "mandate_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mandate_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"mandate" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"as" text NOT NULL,
	"client" text,
	"user" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mandates_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text GENERATED ALWAYS AS ('M-' || extract(year from "from")::integer::text || '-' || lpad(sequence::text, greatest(8, length(sequence::text)), '0')) STORED NOT NULL,
	"kind" text NOT NULL,
	"uscc" text NOT NULL,
	"person" text NOT NULL,
	"items" text[],
	"from" date NOT NULL,
	"until" date,
	"given_at" timestamp with time zone NOT NULL,
	"given_by" text,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	"revoked_as" text,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "mandates_id_unique" UNIQUE("id"),
	CONSTRAINT "mandates_until" CHECK ((kind = 'LEGAL_REPRESENTATIVE') = (until is null) and until >= "from"),
	CONSTRAINT "mandates_items" CHECK (kind = 'AGENT' or items is null),
	CONSTRAINT "mandates_some_item" CHECK (cardinality(items) > 0),
	CONSTRAINT "mandates_revoked" CHECK ((revoked_at is null) = (revoked_as is null))
);
--> statement-breakpoint
ALTER TABLE "mandate_events" ADD CONSTRAINT "mandate_events_mandate_mandates_sequence_fk" FOREIGN KEY ("mandate") REFERENCES "public"."mandates"("sequence") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_uscc_enterprises_uscc_fk" FOREIGN KEY ("uscc") REFERENCES "public"."enterprises"("uscc") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "mandate_events_mandate" ON "mandate_events" USING btree ("mandate","id");--> statement-breakpoint
CREATE INDEX "mandates_person" ON "mandates" USING btree ("person","sequence");--> statement-breakpoint
CREATE INDEX "mandates_enterprise" ON "mandates" USING btree ("uscc","sequence");--> statement-breakpoint
CREATE INDEX "mandates_open" ON "mandates" USING btree ("person") WHERE revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "mandates_one_legal_representative" ON "mandates" USING btree ("uscc") WHERE kind = 'LEGAL_REPRESENTATIVE' and revoked_at is null;
--> statement-breakpoint
-- A mandate is given and ends once, and is never removed: whoever serves may change nothing else. The owner may restore a backup.
CREATE FUNCTION mandates_only_end() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'member') THEN
		RETURN coalesce(NEW, OLD);
	END IF;
	-- The id is computed after this trigger, from what may not change.
	IF TG_OP = 'DELETE' OR OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL OR NEW.version <> OLD.version + 1
		OR (to_jsonb(NEW) - ARRAY['id', 'revoked_at', 'revoked_by', 'revoked_as', 'reason', 'version'])
			<> (to_jsonb(OLD) - ARRAY['id', 'revoked_at', 'revoked_by', 'revoked_as', 'reason', 'version']) THEN
		RAISE EXCEPTION 'The mandate % can only be ended, and only once.', OLD.id USING ERRCODE = 'insufficient_privilege';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER mandates_only_end BEFORE UPDATE OR DELETE ON "mandates"
FOR EACH ROW EXECUTE FUNCTION mandates_only_end();
