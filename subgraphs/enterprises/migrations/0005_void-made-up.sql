-- What was made up as opened through the graph is voided like what was: only what stands in a register that was imported is not.
CREATE OR REPLACE FUNCTION void_registration(voided_case text, voided_by text, why text, moment timestamp with time zone) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	code text := (SELECT c.uscc FROM public.cases c WHERE c.number = voided_case AND c.decision = 'GRANTED');
BEGIN
	INSERT INTO public.voided_registrations (uscc, case_number, voided_at, client, reason, enterprise, mandates, mandate_events)
	SELECT e.uscc, voided_case, moment, voided_by, why, to_jsonb(e),
		coalesce((SELECT jsonb_agg(to_jsonb(m) ORDER BY m.sequence) FROM public.mandates m WHERE m.uscc = e.uscc), '[]'),
		coalesce((SELECT jsonb_agg(to_jsonb(v) ORDER BY v.id) FROM public.mandate_events v
			JOIN public.mandates m ON m.sequence = v.mandate WHERE m.uscc = e.uscc), '[]')
	FROM public.enterprises e WHERE e.uscc = code AND e.source <> 'REGISTER';
	IF NOT FOUND THEN
		RAISE EXCEPTION 'The case % has registered no enterprise that can be voided.', voided_case USING ERRCODE = 'check_violation';
	END IF;
	DELETE FROM public.mandate_events v USING public.mandates m WHERE m.sequence = v.mandate AND m.uscc = code;
	DELETE FROM public.mandates m WHERE m.uscc = code;
	DELETE FROM public.enterprises e WHERE e.uscc = code;
END $$;
