import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/tables.ts',
    './src/registry/tables.ts',
    './src/usage/tables.ts',
    './src/sharing/tables.ts',
    './src/access-log/tables.ts',
  ],
  out: './migrations',
});
