import { readSettings } from '@yiwang/config';
import { serviceSettings } from '@yiwang/subgraph-kit';

export const settingsShape = serviceSettings(4005);

export const config = readSettings(settingsShape, process.env);
