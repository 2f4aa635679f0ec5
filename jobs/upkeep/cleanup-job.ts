import { dayMs } from '../../kernel/time/moments.js';
import { dropNotices } from '../../store/messages/held-notices.js';
import { dropUnreached } from '../../store/messages/unreached-queries.js';
import { cleanUp } from '../../store/running/cleanup-queries.js';
import { clockUnit } from '../shared/clock-unit.js';
import { defineJob } from '../shared/job-context.js';

/** Most batches in one night; the next night continues. */
const mostBatches = 1000;

/**
 * Deletes what is no longer needed: answers to old events, sent posts, unfinished sentences, proposals nobody
 * accepted.
 */
export const cleanup = defineJob({
  name: 'cleanup',
  summary: 'Removes old answers, sent posts and unfinished sentences',
  slots: async (ctx) => [{ scope: '', cron: '15 3 * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const ago = (days: number) => new Date(slot.at.getTime() - days * dayMs);
    // No platform delivers an event again after a day. Sent posts are stored for look-ups; a reply to a card
    // older than three months no longer finds its record. Deal forecasts are looked back at for a year after
    // their 90 days.
    const before = {
      answers: ago(7),
      posts: ago(30),
      cards: ago(90),
      drafts: ago(1),
      sights: ago(90),
      told: ago(500),
      modelCalls: ago(30),
    };
    let removed = await ctx.store.tx((tx) => clockUnit(tx, slot.at, 'cleanup').dropProposals(slot.at));
    removed += await ctx.store.tx((tx) => dropUnreached(tx, ago(30)));
    removed += await ctx.store.tx((tx) => dropNotices(tx, ago(30)));
    for (let batch = 0; batch < mostBatches; batch++) {
      const gone = await ctx.store.tx((tx) => cleanUp(tx, before));
      removed += gone;
      if (gone === 0) break;
    }
    return { counts: { removed } };
  },
});
