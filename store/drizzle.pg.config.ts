import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './store/tables.pg.ts',
  out: './store/migrations/pg',
});
