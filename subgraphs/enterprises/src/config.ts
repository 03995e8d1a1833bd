import { readSettings } from '@yiwang/config';
import { serviceSettings } from '@yiwang/subgraph-kit';

export const settingsShape = serviceSettings(4001);

export const config = readSettings(settingsShape, process.env);
