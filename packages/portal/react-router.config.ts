import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  buildDirectory: 'dist',
  // Pages that are not hydrated have no router in the browser, and one manifest serves the others.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
