import { dayMs } from '../../kernel/time/moments.js';
import { dropDrafts } from '../../store/knowledge/article-queries.js';
import { cleanUp } from '../../store/running/cleanup-queries.js';
import { defineJob } from '../shared/job-context.js';

/** Batches of one night; what is left goes the next night. */
const mostBatches = 1000;

/** Takes away what no longer serves: answers to old events, sent posts, unfinished sentences, proposals nobody kept. */
export const cleanup = defineJob({
  name: 'cleanup',
  summary: 'Removes old answers, sent posts and unfinished sentences',
  slots: async (ctx) => [{ scope: '', cron: '15 3 * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const ago = (days: number) => new Date(slot.at.getTime() - days * dayMs);
    // No platform delivers an event again after a day; posts are kept for people to look up; a reply to a card
    // older than three months no longer finds its record.
    // What was told of deals is looked back at for a year, once its 90 days are over.
    const before = {
      answers: ago(7),
      posts: ago(30),
      cards: ago(90),
      drafts: ago(1),
      sights: ago(90),
      told: ago(500),
      modelCalls: ago(30),
    };
    let removed = await ctx.store.tx((tx) => dropDrafts(tx, slot.at));
    for (let batch = 0; batch < mostBatches; batch++) {
      const gone = await ctx.store.tx((tx) => cleanUp(tx, before));
      removed += gone;
      if (gone === 0) break;
    }
    return { counts: { removed } };
  },
});
