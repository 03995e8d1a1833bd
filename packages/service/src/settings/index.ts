export { changeDatabaseUrl, firstDatabaseUrl, isDatabaseUrl } from './database-url.ts';
export { isLoopback } from './is-loopback.ts';
export { readSettings, SettingsError, type SettingsShape } from './read-settings.ts';
export { settings } from './settings.ts';
export {
  metricsSettings,
  type MetricsSettings,
  telemetrySettings,
  type TracingSettings,
} from './telemetry-settings.ts';
