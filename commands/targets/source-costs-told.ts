import { type Context, defineCommand } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { pricedBy } from '../../crm/words/deal-price.js';
import { spanWords } from '../../crm/words/figure-words.js';
import { todayOf } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, fields, text } from '../../kernel/card/card.js';
import { ChooseError, InputError, MissingError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { formatAmount, type Sum } from '../../kernel/pieces/amount.js';
import { daysOfMonths, monthsIn, spanOfMonths } from '../../kernel/time/months.js';
import { monthOf } from '../../kernel/time/zone.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { costAsked } from '../../language/look-up/cost-asked.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import { nothingKnown } from '../../language/question/read-question.js';
import { namesAskedBy } from '../../reports/answers/read-known-question.js';
import { costNodes, costsOfMonths } from '../../reports/slices/source-costs.js';
import { maySeeReport } from '../../sales/people/policy.js';
import { findSource } from '../../sales/process/stages.js';
import { findSourceCost } from '../../store/reports/source-cost-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { monthField } from './target-fields.js';

/**
 * `费用 广告 11月 2万` ("cost ads November 20,000"): notes what a source cost in a month; `费用 11月` shows what the sources
 * cost, per lead and per won deal.
 */
export const sourceCost = defineCommand({
  name: 'cost',
  changes: ['cost.set'],
  role: 'manager',
  seldom: true,
  fields: {
    month: monthField,
    amount: f.sum(),
    source: f.rest(),
  },
  looks: ({ amount, source }) => amount === undefined && !bareCost.exec(String(source ?? ''))?.[2],
  async run(input, ctx): Promise<Card> {
    const month = input.month ?? monthOf(ctx.now, ctx.zone);
    const [, said = '', bare] = bareCost.exec(input.source?.trim() ?? '') ?? [];
    const source = said || undefined;
    const amount =
      input.amount ?? (bare && source ? Math.round(Number(bare.replaceAll(',', '')) * 100) : undefined);
    // The verb may begin a question: `cost per lead this month`.
    const asks = amount === undefined && costAsked(`cost ${source ?? ''}`, nothingKnown) !== undefined;
    const key = source === undefined || asks ? undefined : sourceSaid(ctx, source);
    if (amount === undefined) return await costCard(ctx, month);
    return await note(ctx, key, month, amount);
  },
});

/** A source and a figure without a unit, which is the cost; 0 takes a cost away: `费用 展会 11月 0`. */
const bareCost = /^(.*?)\s*(?:\s(0|\d{1,3}(?:,\d{3})+|\d{2,9}(?:\.\d{1,2})?)[^\s\d.]?)?$/u;

/** The key of a source of the company. Throws InputError with the sources there are. */
function sourceSaid(ctx: Context, words: string): string {
  const t = textsIn(ctx.locale).slice;
  const found = findSource(ctx.process, words);
  if (found.kind === 'one') return found.item.key;
  const names = ctx.process.sources.map((one) => one.name[ctx.locale]);
  if (found.kind === 'none')
    throw new InputError(
      'source',
      t.noSource(words, formatsIn(ctx.locale).list(names)),
      t.costExample(names[0] ?? ''),
    );
  const options = found.items.map((one) => ({ label: one.name[ctx.locale], value: one.name[ctx.locale] }));
  throw new ChooseError('source', t.whichSource(words), options, words);
}

async function note(ctx: Context, source: string | undefined, month: string, sum: Sum): Promise<Card> {
  const t = textsIn(ctx.locale).slice;
  const [first] = ctx.process.sources;
  const example = t.costExample(first?.name[ctx.locale] ?? '');
  if (source === undefined)
    throw new MissingError('source', t.whichSourceCost, first?.name[ctx.locale] ?? '');
  if (monthsIn(month).length > 1) throw new InputError('month', t.costMonth, example);
  const { amount, currency } = pricedBy(ctx, sum);
  if (amount === null)
    throw new InputError('amount', t.costCurrency(currency ?? '', ctx.process.currency), example);
  const known = await findSourceCost(ctx.db, { source, month });
  const was = known?.amount ?? 0;
  const name = ctx.process.sources.find(({ key }) => key === source)?.name[ctx.locale] ?? source;
  const label = spanWords(ctx, month);
  if (was === amount) throw new RuleError(t.sameCost(name, label));
  const facts = { amount, setBy: ctx.person.id, setAt: ctx.now };
  if (known) await ctx.unit.change('cost.set', known, facts);
  else await ctx.unit.create('cost.set', { source, month, ...facts });
  const money = (value: number) => formatAmount(value, ctx);
  return {
    key: `cost:${source}:${month}`,
    title: t.costTitleOf(name, label),
    tone: 'good',
    nodes: [
      text(amount === 0 ? t.costWithdrawn : t.costNoted(money(amount)), 'strong'),
      ...fields([t.costBefore, was > 0 ? money(was) : null]),
      ...actions(button(t.costTitle, 'cost', { month }), undoButton(ctx)),
    ],
  };
}

async function costCard(ctx: Context, span: string): Promise<Card> {
  const t = textsIn(ctx.locale).slice;
  const may = maySeeReport(ctx.person, null);
  if (ctx.audience && !maySeeReport(ctx.audience, null).ok) ctx.isPrivate = true;
  const costs = await costsOfMonths(ctx, monthsIn(span), ctx.now);
  const label = spanWords(ctx, span);
  const { all } = costs;
  const money = (value: number) => formatAmount(value, ctx);
  const said =
    costs.rows.length === 0
      ? t.noCosts(label)
      : t.costLine(
          label,
          money(all.cost),
          ...(may.ok ? [all.perLead, all.perWin].map((one) => (one === null ? '' : money(one))) : []),
        );
  const [first] = ctx.process.sources;
  return {
    key: `cost:${span}`,
    title: `${t.costTitle} · ${label}`,
    tone: 'info',
    nodes: [
      text(said, 'strong'),
      ...costNodes(ctx, costs, !may.ok),
      ...(may.ok ? [] : [context(t.costDenied(await whoCan(ctx, may.who, { ownerId: null, teamId: null })))]),
      ...(costs.rows.length === 0 ? [context(t.costHint(first?.name[ctx.locale] ?? ''))] : []),
      ...actions(button(t.yield, 'yield')),
    ],
  };
}

/** Reads a question for what leads cost: 11月获客成本是多少 ("what did a lead cost in November"); only of whole months. */
export const readCostAsked: WordReader<Context> = async ({ line }, ctx) => {
  const period = costAsked(line, await namesAskedBy(ctx, line));
  if (period === undefined) return undefined;
  const month = period === '' ? monthOf(ctx.now, ctx.zone) : spanOfDays(daysOfKey(period, todayOf(ctx)));
  return month === undefined
    ? undefined
    : { kind: 'lookUp', strength: 'strong', call: { command: 'cost', input: { month } } };
};

/** A month, a quarter or a year that begins and ends on these days, or undefined. */
function spanOfDays({ first, after }: { first: string; after: string }): string | undefined {
  return ([1, 3, 12] as const)
    .map((months) => spanOfMonths(first, months))
    .find((span) => daysOfMonths(span).first === first && daysOfMonths(span).after === after);
}
