import { serviceSettings } from '@yiwang/subgraph-kit';

export const settings = serviceSettings(4006);
