import { expect, test } from 'vitest';
import type { FilingPeriod } from '../src/enums.ts';
import { taxPeriod } from '../src/tax-period.ts';

test.each<[FilingPeriod, string, string, string]>([
  ['EACH_TIME', '2025-03-14', '2025-03-14', '2025-03-14'],
  ['MONTHLY', '2024-02-29', '2024-02', '2024-02-01'],
  ['QUARTERLY', '2025-03-31', '2025Q1', '2025-01-01'],
  ['QUARTERLY', '2025-12-31', '2025Q4', '2025-10-01'],
  ['YEARLY', '2024-12-31', '2024', '2024-01-01'],
])('%s, ending on %s, is %s and starts on %s', (filingPeriod, endsOn, label, startsOn) => {
  expect(taxPeriod(filingPeriod, endsOn)).toEqual({ label, startsOn, endsOn });
});
