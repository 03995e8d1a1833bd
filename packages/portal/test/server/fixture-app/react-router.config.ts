import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  // Tests name a folder of their own: two of them may build at once.
  buildDirectory: process.env['FIXTURE_BUILD'] ?? 'dist',
} satisfies Config;
