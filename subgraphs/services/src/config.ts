import { serviceSettings } from '@yiwang/subgraph-kit';
import { outboxSettings } from '@yiwang/subgraph-kit/outbox';
import { gatewayClientSettings } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';

/** Settings of the department, besides those of every department. */
export const matterSettings = outboxSettings.extend(gatewayClientSettings).extend({
  CASE_HOLIDAYS: z
    .string()
    .default('')
    .describe(
      'JSON file of holidays by year, for the due days of applications, in the form of SHARING_HOLIDAYS: years that are not built in, or that replace those that are.',
    ),
  MATTER_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .describe('How many steps of matters one process takes at the same time.'),
});

export const settings = serviceSettings(4006).extend(matterSettings.shape);

export type ServicesConfig = z.infer<typeof settings>;
