import type { pgKit } from './pg-kit.js';

/** What `store/schema.ts` declares tables with: the shape of the PostgreSQL kit. */
export type Kit = typeof pgKit;
