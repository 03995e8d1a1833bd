import { serviceSettings } from '@yiwang/subgraph-kit';
import { certificateSettings } from '@yiwang/subgraph-kit/certificates';
import { outboxSettings } from '@yiwang/subgraph-kit/outbox';
import { materialSettings } from '@yiwang/subgraph-kit/materials';
import { gatewayClientSettings } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';

/** Settings of the department, besides those of every department. */
export const caseSettings = outboxSettings.extend(gatewayClientSettings).extend({
  CASE_HOLIDAYS: z
    .string()
    .default('')
    .describe(
      'JSON file of holidays by year, for the due days of cases, in the form of SHARING_HOLIDAYS: years that are not built in, or that replace those that are.',
    ),
  WEBHOOK_ALLOW_LOOPBACK: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Whether webhooks may be sent to this machine, also without https, as on a laptop.'),
});

export const settings = serviceSettings(4002)
  .extend(caseSettings.shape)
  .extend(materialSettings())
  .extend(certificateSettings());

export type PermitsConfig = z.infer<typeof settings>;
