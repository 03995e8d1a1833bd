import { serviceSettings } from '@yiwang/subgraph-kit';
import { caseSettings } from '@yiwang/subgraph-kit/cases';

export const settings = serviceSettings(4099).extend(caseSettings.shape);
