import type { Context } from '../access/context.js';

/** The name of a source by its key, as it stands in a customer's facts; null if there is none. */
export const sourceName = (ctx: Context, key: string | undefined): string | null =>
  key === undefined ? null : (ctx.process.sources.find((one) => one.key === key)?.name[ctx.locale] ?? key);
