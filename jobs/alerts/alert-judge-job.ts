import { actedOn, alertsToJudge, judgeAlert } from '../../store/reports/alert-queries.js';
import { Batch } from '../shared/batch.js';
import { defineJob } from '../shared/job-context.js';

/** Two workdays after an alert: did anybody act on it? What a rule is worth is what its alerts led to. */
export const alertJudge = defineJob({
  name: 'alert-judge',
  summary: 'Notes which alerts were acted on within two workdays',
  slots: async (ctx) => [{ scope: '', cron: '5 * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { judged: 0, acted: 0 };
    const { store } = ctx;
    const sweep = new Batch();
    await sweep.all(
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
    sweep.end();
    return { counts };
  },
});
