import { serviceSettings } from '@yiwang/subgraph-kit';
import { outboxSettings } from '@yiwang/subgraph-kit/outbox';
import { z } from 'zod';

export const settings = serviceSettings(4002)
  .extend(outboxSettings.shape)
  .extend({
    CASE_HOLIDAYS: z
      .string()
      .default('')
      .describe(
        'JSON file of holidays by year, for the due days of cases, as SHARING_HOLIDAYS of the exchange: years that are not built in, or that replace those that are.',
      ),
  });

export type PermitsConfig = z.infer<typeof settings>;
