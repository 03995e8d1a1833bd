import { serviceSettings } from '@yiwang/subgraph-kit';
import { caseSettings } from '@yiwang/subgraph-kit/cases';
import { certificateSettings } from '@yiwang/subgraph-kit/certificates';
import type { z } from 'zod';

export const settings = serviceSettings(4004).extend(caseSettings.shape).extend(certificateSettings());

export type LandConfig = z.infer<typeof settings>;
