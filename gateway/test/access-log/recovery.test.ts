import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey } from '@yiwang/identity';
import { createLogger } from '@yiwang/service/logging';
import { expect, onTestFinished, test } from 'vitest';
import { openAccessLog } from '../../src/reporting/access-log/access-log.ts';

test('a log that could not be opened at the start is open as soon as it can be', async () => {
  const above = await mkdtemp(join(tmpdir(), 'yiwang-recovery-'));
  onTestFinished(() => rm(above, { recursive: true }));
  const folder = join(above, 'log');
  await writeFile(folder, 'a file where the folder is to be');
  const key = { current: await createKey(), [Symbol.dispose]() {} };
  const config = { ACCESS_LOG: folder, REGISTRY: '', GATEWAY_NAME: 'gateway' };
  await using log = await openAccessLog(config, key, createLogger('gateway', 'silent'));
  expect(log.refusal).toMatchObject({ code: 'ACCESS_LOG_UNAVAILABLE' });
  await rm(folder);
  await expect.poll(() => log.refusal).toBeNull();
});
