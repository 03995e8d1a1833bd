ALTER TABLE "service_items" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "service_items" ADD COLUMN "guide_text" text;--> statement-breakpoint
-- The texts of the items that are here already, as near as SQL comes to the form in which names are searched; imports write them again, and
-- publications the guides'.
update service_items set
  search_text = (
    select string_agg(upper(regexp_replace(normalize(part, NFKC), '\s+', '', 'g')), E'\n' order by position)
    from unnest(array[name, main_item, department_name, basis]) with ordinality as parts(part, position)
    where part is not null
  ),
  guide_text = (
    select string_agg(upper(regexp_replace(normalize(part, NFKC), '\s+', '', 'g')), E'\n' order by kind, position)
    from (
      select 1, position, part from unnest(conditions) with ordinality as parts(part, position)
      union all
      select 2, position, material ->> key
      from jsonb_array_elements(materials) with ordinality as parts(material, position), unnest(array['name', 'nameEn']) as key
      union all
      select 3, position, step ->> key
      from jsonb_array_elements(steps) with ordinality as parts(step, position), unnest(array['name', 'nameEn']) as key
    ) as parts(kind, position, part)
    where part is not null
  );
