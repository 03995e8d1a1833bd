import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/tables.ts', './src/enums.ts', './src/matters/matter-tables.ts'],
  out: './migrations',
});
