import type { Config } from '@react-router/dev/config';

export default { appDirectory: 'app', buildDirectory: 'dist' } satisfies Config;
