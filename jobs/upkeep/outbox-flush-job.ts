import { defineJob } from '../shared/job-context.js';

/** Sends delayed posts and retries failed ones; other posts are sent when they are committed. */
export const outboxFlush = defineJob({
  name: 'outbox-flush',
  summary: 'Sends posts that were held back or are to be tried again',
  slots: async (ctx) => [{ scope: '', cron: '* * * * *', timeZone: ctx.timeZone }],
  run: async (_slot, ctx) => ({ counts: { sent: await ctx.flush() } }),
});
