import { dateOfDay, dayOfDate, GENERATED_SOURCE, type Population, REFERENCE_DATE } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';

/** One enterprise in ten has a record. */
export const RECORDS_PER_ENTERPRISE = 0.1;

export const recordColumns = ['number', 'title', 'issued_on', 'holder_uscc', 'source'] as const;

/** Every fact is drawn from a stream of its own, so that a larger scale only adds rows. */
export function* recordRows(population: Population): Generator<CopyValue[]> {
  const has = population.stream('services/has');
  const issued = population.stream('services/issued');
  const lastDay = dayOfDate(REFERENCE_DATE);
  for (let i = 0; i < population.size; i++) {
    if (!has.chance(i, 0, RECORDS_PER_ENTERPRISE)) continue;
    const { uscc, name, registeredOn } = population.enterprise(i);
    const day = dateOfDay(issued.integer(i, 0, dayOfDate(registeredOn), lastDay));
    yield [`R${String(i + 1).padStart(8, '0')}`, `${name} 档案`, day, uscc, GENERATED_SOURCE];
  }
}
