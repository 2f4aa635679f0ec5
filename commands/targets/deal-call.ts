import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { demandOpen } from '../../crm/acts/deal-acts.js';
import { calls } from '../../crm/cards/call-select.js';
import { dealCard, undoButton } from '../../crm/cards/deal-card.js';
import { openDeal, refuseStale } from '../../crm/words/open-records.js';
import { dealLabel } from '../../crm/words/record-labels.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import { actions, context, text } from '../../kernel/card/card.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { formatAmount } from '../../kernel/pieces/amount.js';
import { periodKey } from '../../reports/forecast/forecast-report.js';
import { comingPeriodField } from '../../reports/request/report-fields.js';
import { periodOf } from '../../reports/request/report-period.js';
import { maySeeReport } from '../../sales/people/policy.js';
import { inEachLanguage, textsIn } from '../../texts/languages.js';

/**
 * `判断 华为 承诺` ("call Huawei: commit"): records how sure the speaker is of a deal. `判断 本季 300万 360万` ("call
 * this quarter 3M, 3.6M"): records the commit and best case of the speaker's period, for a manager the
 * team's.
 */
export const dealCall = defineCommand({
  name: 'call',
  changes: ['call.made', 'deal.called'],
  fields: {
    called: f.choice(calls, { label: (call) => inEachLanguage((t) => t.forecast.called[call]) }),
    period: comingPeriodField,
    commit: f.money(),
    best: f.money(),
    deal: f.lookup('deal'),
  },
  asks: (input) => (input.deal && !input.called ? 'called' : undefined),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).forecast;
    if (!input.deal) return await callTotal(ctx, input);
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal);
    refuseStale(ctx, input.deal, deal);
    demandOpen(ctx, deal);
    const called = input.called as (typeof calls)[number];
    // A call is no activity, so the deal's clocks continue.
    const changed = await ctx.unit.change('deal.called', deal, { called });
    const said = t.callMade(dealLabel(ctx, changed), t.called[called]);
    return await dealCard(ctx, changed, said, { undo: true });
  },
});

async function callTotal(
  ctx: Context,
  input: { period?: string; commit?: number; best?: number },
): Promise<ReturnType<typeof dealCard>> {
  const t = textsIn(ctx.locale).forecast;
  if (input.commit === undefined) {
    throw new InputError('deal', t.callExample);
  }
  const period = periodOf(input.period ?? 'thisQuarter', ctx.now, ctx.zone, ctx.locale);
  const leads = hasRole(ctx.person.role, 'manager');
  const teamId = ctx.person.role === 'admin' ? null : ctx.person.teamId;
  if (leads && !maySeeReport(ctx.person, teamId).ok) throw new DeniedError(textsIn(ctx.locale).report.noTeam);
  const call = await ctx.unit.create('call.made', {
    personId: leads ? null : ctx.person.id,
    teamId: leads ? teamId : ctx.person.teamId,
    period: periodKey(period, ctx.zone),
    commit: input.commit,
    best: input.best ?? null,
    saidBy: ctx.person.id,
    createdAt: ctx.now,
  });
  const amount = (value: number | null) => (value === null ? '' : formatAmount(value, ctx));
  const said = t.totalMade(ctx.person.name, period.label, amount(call.commit), amount(call.best));
  return {
    key: `call:${call.period}:${call.teamId ?? ''}:${call.personId ?? ''}`,
    title: t.line([t.call, period.label]),
    tone: 'good',
    nodes: [
      text(said, 'strong'),
      ...actions(undoButton(ctx)),
      context(`${ctx.person.name} · ${momentWords(ctx, ctx.now)}`),
    ],
  };
}
