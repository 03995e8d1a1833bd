import { expect, test } from 'vitest';
import { chooseSyncMethod } from '../src/server-settings.ts';

test('the whole file system is synchronised before a recovery only where the kernel reports failures of that', () => {
  const systems = [
    ['linux', '6.18.44-generic', 'syncfs'],
    ['linux', '5.8.0', 'syncfs'],
    ['linux', '5.4.0-216-generic', 'fsync'],
    ['linux', '4.18.0', 'fsync'],
    ['linux', 'unknown', 'fsync'],
    ['darwin', '24.6.0', 'fsync'],
    ['win32', '10.0.26100', 'fsync'],
  ] as const;
  for (const [platform, kernel, method] of systems)
    expect(chooseSyncMethod(platform, kernel), `${platform} ${kernel}`).toBe(method);
});
