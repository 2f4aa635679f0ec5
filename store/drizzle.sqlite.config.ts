import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './store/schema/sqlite-tables.ts',
  out: './store/migrations/sqlite',
});
