import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/tables.ts',
    './src/mandates/mandate-tables.ts',
    './src/registrations/registration-tables.ts',
    './src/certificates/certificate-tables.ts',
  ],
  out: './migrations',
});
