import { serviceSettings } from '@yiwang/subgraph-kit';
import { caseSettings } from '@yiwang/subgraph-kit/cases';
import { gatewayClientSettings } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';
import { verificationSettings } from './certificates/certificate-settings.ts';

/** Settings of the department, besides those of every department. */
export const matterSettings = caseSettings
  .extend(gatewayClientSettings)
  .extend(verificationSettings)
  .extend({
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
