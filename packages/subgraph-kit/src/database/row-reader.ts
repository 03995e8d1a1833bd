import { Column, is, noopDecoder, SQL, Subquery } from 'drizzle-orm';
import type { SelectedFieldsOrdered } from 'drizzle-orm/pg-core';

type Field = SelectedFieldsOrdered[number]['field'];
type Decode = (value: unknown) => unknown;
type Decoder = { mapFromDriverValue: Decode };

/** `decode` is null for a value that stays as the driver returned it. */
interface Slot {
  name: string;
  decode: Decode | null;
}

/**
 * Creates the function that turns a row of values into an object. It looks up the decoders once for a statement; Drizzle looks
 * them up for each value of each row.
 *
 * @param fields of a select, in the order of the values
 * @returns null when rows are nested (`select({ permit: permits, holder: holders })`)
 */
export function createRowReader<Row>(fields: SelectedFieldsOrdered): ((values: unknown[]) => Row) | null {
  if (fields.some(({ path }) => path.length !== 1)) return null;
  const slots = fields.map(({ path, field }): Slot => ({ name: path[0]!, decode: decoderOf(field) }));
  // Copying an object with all properties is faster than adding them one by one, which reallocates it three times.
  const empty: Record<string, unknown> = Object.fromEntries(slots.map(({ name }) => [name, null]));

  return (values) => {
    const row = { ...empty };
    for (let i = 0; i < slots.length; i += 1) {
      const { name, decode } = slots[i]!;
      const value = values[i];
      row[name] = value === null || decode === null ? value : decode(value);
    }
    return row as Row;
  };
}

function decoderOf(field: Field): Decode | null {
  const decoder = findDecoder(field);
  const keeps = [Column.prototype.mapFromDriverValue, noopDecoder.mapFromDriverValue];
  return keeps.includes(decoder.mapFromDriverValue) ? null : (value) => decoder.mapFromDriverValue(value);
}

function findDecoder(field: Field): Decoder {
  if (is(field, Column)) return field;
  if (is(field, SQL.Aliased)) return findDecoder(field.sql);
  if (is(field, Subquery)) return findDecoder(field._.sql);
  // The property exists, but Drizzle's types hide it.
  return (field as unknown as { decoder: Decoder }).decoder;
}
