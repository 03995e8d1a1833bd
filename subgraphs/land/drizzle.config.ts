import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/tables.ts', './src/cases/case-tables.ts', './src/certificates/certificate-tables.ts'],
  out: './migrations',
});
