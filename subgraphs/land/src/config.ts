import { serviceSettings } from '@yiwang/subgraph-kit';
import { caseSettings } from '@yiwang/subgraph-kit/cases';

export const settings = serviceSettings(4004).extend(caseSettings.shape);
