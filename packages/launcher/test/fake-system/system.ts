import { join } from 'node:path';
import type { SystemDefinition } from '../../src/index.ts';

/** Two departments of one program, with databases of this test's own on a server that others use too. */
export const FAKE_SYSTEM: SystemDefinition = {
  departments: ['alpha', 'beta'].map((name) => ({
    name,
    directory: join(import.meta.dirname, 'department'),
    database: `${process.env['FAKE_DATABASE_PREFIX'] ?? 'yiwang_fake'}_${name}`,
  })),
  gateway: join(import.meta.dirname, 'gateway.ts'),
  registry: 'alpha',
  mandates: '',
};
