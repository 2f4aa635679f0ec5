import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { pgKit } from './pg-kit.js';

/** What `store/schema.ts` declares tables with: the shape of the PostgreSQL kit. */
export type Kit = typeof pgKit;

/** A column that another one points to: said where tables point to each other or to themselves. */
export type Column = AnyPgColumn;

/** A table that others point to. */
export type Referable = { id: Column };
