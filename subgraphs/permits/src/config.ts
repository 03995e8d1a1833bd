import { serviceSettings } from '@yiwang/subgraph-kit';
import { outboxSettings } from '@yiwang/subgraph-kit/outbox';
import { z } from 'zod';

/** Settings of the department, besides those of every department. */
export const caseSettings = outboxSettings.extend({
  CASE_HOLIDAYS: z
    .string()
    .default('')
    .describe(
      'JSON file of holidays by year, for the due days of cases, in the form of SHARING_HOLIDAYS: years that are not built in, or that replace those that are.',
    ),
});

export const settings = serviceSettings(4002).extend(caseSettings.shape);

export type PermitsConfig = z.infer<typeof settings>;
