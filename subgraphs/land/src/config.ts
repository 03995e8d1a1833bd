import { readSettings } from '@yiwang/config';
import { serviceSettings } from '@yiwang/subgraph-kit';

export const settingsShape = serviceSettings(4004);

export const config = readSettings(settingsShape, process.env);
