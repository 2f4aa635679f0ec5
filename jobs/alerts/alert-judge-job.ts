import { actedOn, alertsToJudge, judgeAlert } from '../../store/reports/alert-queries.js';
import { Batch } from '../shared/batch.js';
import { defineJob } from '../shared/job-context.js';

/** Judges alerts two workdays later: did anybody act on them? Their share measures what a rule is worth. */
export const alertJudge = defineJob({
  name: 'alert-judge',
  summary: 'Notes which alerts were acted on within two workdays',
  slots: async (ctx) => [{ scope: '', cron: '5 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { judged: 0, acted: 0 };
    const { store } = ctx;
    const batch = new Batch();
    await batch.all(
      (limit) => alertsToJudge(store.db, slot.at, limit),
      (alert) => alert.id,
      async ([alert]) => {
        await store.tx(async (tx) => {
          const acted = await actedOn(tx, alert, alert.at, alert.judgeAt ?? slot.at);
          await judgeAlert(tx, alert.id, acted, slot.at);
          counts.judged++;
          if (acted) counts.acted++;
        });
        return true;
      },
    );
    batch.end();
    return { counts };
  },
});
