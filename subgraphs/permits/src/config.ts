import { serviceSettings } from '@yiwang/subgraph-kit';
import { caseSettings } from '@yiwang/subgraph-kit/cases';
import { certificateSettings } from '@yiwang/subgraph-kit/certificates';
import { materialSettings } from '@yiwang/subgraph-kit/materials';
import { gatewayClientSettings } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';

/** Settings of the department, besides those of every department. */
export const permitSettings = z.object(gatewayClientSettings).extend({
  OFFERS_AT: z
    .string()
    .regex(/^(never|([01]\d|2[0-3]):[0-5]\d)$/)
    .default('02:30')
    .describe(
      'Time of day in China at which the department looks for who is entitled to an item without an application, and offers it, such as 02:30; `never`: officials start it. It needs GATEWAY_URL.',
    ),
  WEBHOOK_ALLOW_LOOPBACK: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Whether webhooks may be sent to this machine, also without https, as on a laptop.'),
});

export const settings = serviceSettings(4002)
  .extend(caseSettings.shape)
  .extend(permitSettings.shape)
  .extend(materialSettings())
  .extend(certificateSettings());

export type PermitsConfig = z.infer<typeof settings>;
