import { serviceSettings } from '@yiwang/subgraph-kit';
import { outboxSettings } from '@yiwang/subgraph-kit/outbox';
import { z } from 'zod';

/** As a share of the price, unless the operator sets another. */
export const DEED_TAX_RATE = '0.03';

export const settings = serviceSettings(4003)
  .extend(outboxSettings.shape)
  .extend({
    DEED_TAX_RATE: z
      .string()
      .regex(/^0\.0*[1-9]\d{0,4}$/, 'must be a decimal above 0 and below 1, such as 0.03')
      .refine((rate) => rate.length <= '0.00000'.length, 'must have at most 5 decimals')
      .default(DEED_TAX_RATE)
      .describe(
        'Deed tax 契税 as a share of the price, with at most 5 decimals: 0.03 is 3 %. The law allows 0.03 to 0.05; a province chooses.',
      ),
  });

export type TaxConfig = z.infer<typeof settings>;
