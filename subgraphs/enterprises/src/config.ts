import { serviceSettings } from '@yiwang/subgraph-kit';
import { caseSettings } from '@yiwang/subgraph-kit/cases';
import { certificateSettings } from '@yiwang/subgraph-kit/certificates';
import { z } from 'zod';

/** Settings of the department, besides those of every department that decides cases. */
export const enterpriseSettings = z.object({
  NAME_RESERVATION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(30)
    .describe('How many days a name of an enterprise stays reserved that no case uses.'),
});

export const settings = serviceSettings(4001)
  .extend(caseSettings.shape)
  .extend(enterpriseSettings.shape)
  .extend(certificateSettings());

export type EnterprisesConfig = z.infer<typeof settings>;
