import { globSync } from 'node:fs';
import type { LinguiConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** Each folder of pages keeps its own messages; ids begin with the name of the folder. */
const folders = globSync('app/**/messages', { cwd: import.meta.dirname }).sort();

export default {
  rootDir: import.meta.dirname,
  locales: ['zh', 'en'],
  sourceLocale: 'zh',
  catalogs: folders.map((folder) => ({ path: `<rootDir>/${folder}/{locale}`, include: [] })),
  compileNamespace: 'ts',
  format: formatter({ explicitIdAsDefault: true }),
} satisfies LinguiConfig;
