import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './store/tables.sqlite.ts',
  out: './store/migrations/sqlite',
});
