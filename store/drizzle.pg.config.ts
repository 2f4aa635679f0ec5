import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './store/schema/pg-tables.ts',
  out: './store/migrations/pg',
});
