import { defineJob } from '../shared/job-context.js';

/** Sends what was held back or is to be tried again; posts of the moment are sent as they are committed. */
export const outboxFlush = defineJob({
  name: 'outbox-flush',
  summary: 'Sends posts that were held back or are to be tried again',
  slots: async (ctx) => [{ scope: '', cron: '* * * * *', timeZone: ctx.timeZone }],
  run: async (_slot, ctx) => ({ counts: { sent: await ctx.flush() } }),
});
