export type { Metrics, Sample } from './metrics.ts';
export { observeHttp } from './observe-http.ts';
export { openMetrics } from './open-metrics.ts';
