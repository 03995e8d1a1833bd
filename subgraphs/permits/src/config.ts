import { serviceSettings } from '@yiwang/subgraph-kit';
import { caseSettings } from '@yiwang/subgraph-kit/cases';
import { certificateSettings } from '@yiwang/subgraph-kit/certificates';
import { materialSettings } from '@yiwang/subgraph-kit/materials';
import { gatewayClientSettings } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';

/** Settings of the department, besides those of every department. */
export const permitSettings = z.object(gatewayClientSettings).extend({
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
