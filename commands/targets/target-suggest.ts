import { type Context, defineCommand } from '../../crm/access/context.js';
import { nameOfWhose, openWhose, type Whose } from '../../crm/access/whose-lookup.js';
import { demandTarget, setTarget } from '../../crm/acts/target-acts.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { aimWords, type TargetChange, valueOfWhose } from '../../crm/cards/target-card.js';
import { figureWords, metricWords, spanWords } from '../../crm/words/figure-words.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import {
  actions,
  button,
  type Card,
  type CardNode,
  context,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f, found } from '../../kernel/command/fields.js';
import { monthsIn } from '../../kernel/time/months.js';
import { monthOf } from '../../kernel/time/zone.js';
import { type Suggested, suggestedFor } from '../../reports/figures/suggested-targets.js';
import { historyMonths } from '../../sales/figures/target-figures.js';
import { isMetric, type Metric } from '../../sales/process/metrics.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { monthField, monthReader, whoseField } from './target-fields.js';

/** People on one card. */
const most = 10;

/** `建议目标` ("suggest targets"): suggests each person's targets from their last six full months. */
export const targetSuggest = defineCommand({
  name: 'target-suggest',
  role: 'manager',
  reads: true,
  quiet: true,
  seldom: true,
  fields: { whose: whoseField, month: monthField },
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).target;
    const month = input.month ?? monthOf(ctx.now, ctx.zone);
    if (monthsIn(month).length > 1) throw new InputError('month', t.onlyMonths, t.example);
    const whose = input.whose === undefined ? await usual(ctx) : await openWhose(ctx, input.whose);
    await demandTarget(ctx, whose);
    const found = await suggestedFor(ctx, whose, month);
    const shown = found.slice(0, most);
    const rest = found.length - shown.length;
    const any = shown.some(({ metrics }) => metrics.some((one) => one.value !== null));
    return {
      key: `target-suggest:${valueOfWhose(whose)}:${month}`,
      title: t.suggestTitle(spanWords(ctx, month)),
      tone: 'info',
      nodes: [
        ...(any ? [] : [text(t.noSuggestions, 'strong')]),
        ...suggestedTable(ctx, shown),
        ...(rest > 0 ? [context(t.more(rest))] : []),
        ...takeActions(ctx, shown, month),
        context(t.suggestRule(historyMonths, ctx.process.targets.raisePercent)),
        ...actions(button(t.back, 'target', { whose: valueOfWhose(whose), month })),
      ],
    };
  },
});

/** Returns the speaker's team, or the company for an admin. */
async function usual(ctx: Context): Promise<Whose> {
  const { role, teamId } = ctx.person;
  const team = role !== 'admin' && teamId ? await teamById(ctx.db, teamId) : undefined;
  return team ? { scope: 'team', team } : { scope: 'company' };
}

function suggestedTable(ctx: Context, people: readonly Suggested[]): CardNode[] {
  const t = textsIn(ctx.locale).target;
  const [first] = people;
  if (!first) return [];
  const columns = [t.columns.who, ...first.metrics.map((one) => right(metricWords(ctx, one.metric)))];
  const rows = people.map(({ person, metrics }) => [
    person.name,
    ...metrics.map((one) => cell(ctx, one, person.id)),
  ]);
  return [table(columns, rows)];
}

function cell(ctx: Context, one: Suggested['metrics'][number], ownerId: string): string {
  const t = textsIn(ctx.locale).target;
  const figure = (value: number | null) => figureWords(ctx, one.metric, value, ownerId);
  if (one.value !== null) return t.suggested(figure(one.median), figure(one.value));
  return one.tooLittle ? t.tooLittle(one.months) : t.nothingDone;
}

/** Makes one button for everybody, one per person and, for a single person, one per metric. */
function takeActions(ctx: Context, people: readonly Suggested[], month: string): CardNode[] {
  const t = textsIn(ctx.locale).target;
  const takes = people.flatMap(({ person, metrics }) => {
    const open = metrics.filter((one) => one.value !== null);
    return open.length > 0 ? [{ person, open, list: listOf(person, open) }] : [];
  });
  if (takes.length === 0) return [];
  const take = (label: string, list: string, style?: 'primary') =>
    button(label, 'target-take', { month, list }, style ? { style } : {});
  const all = take(t.takeAll, takes.map(({ list }) => list).join(';'), 'primary');
  const [only] = takes;
  if (only && people.length === 1) {
    const each = only.open.map((one) => {
      const figure = figureWords(ctx, one.metric, one.value, only.person.id);
      return take(t.takeOne(metricWords(ctx, one.metric), figure), listOf(only.person, [one]));
    });
    return [...actions(...each), ...actions(each.length > 1 && all)];
  }
  const options = takes.map(({ person, list }) => ({
    label: person.name,
    call: { command: 'target-take', input: { month, list } },
  }));
  return [...actions({ kind: 'select', label: t.take, options }), ...actions(all)];
}

/** Encodes what was shown, so that exactly that is accepted: `id:won=4400000,visits=22`. */
const listOf = ({ id }: Person, open: Suggested['metrics']): string =>
  `${id}:${open.map(({ metric, value }) => `${metric}=${value}`).join(',')}`;

/** Accepts suggestions as targets; called from their card. */
export const targetTake = defineCommand({
  name: 'target-take',
  changes: ['target.set'],
  role: 'manager',
  hidden: true,
  quiet: true,
  fields: {
    month: found(f.word({ required: true }), monthReader),
    list: f.word({ required: true }),
  },
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).target;
    const { month } = input;
    const rows: string[][] = [];
    for (const { personId, metric, value } of takesIn(ctx, input.list)) {
      const whose = await openWhose(ctx, personId);
      await demandTarget(ctx, whose);
      const set = await setTarget(ctx, { whose, month, metric }, { value });
      if (set)
        rows.push([nameOfWhose(ctx, whose), metricWords(ctx, metric), ...change(ctx, metric, set, personId)]);
    }
    if (rows.length === 0) throw new RuleError(t.takenAlready);
    const { who, metric, target } = t.columns;
    return {
      key: `target-taken:${ctx.actId}`,
      title: t.taken(rows.length, spanWords(ctx, month)),
      tone: 'good',
      nodes: [
        table([who, metric, right(target), right(t.before)], rows),
        ...actions(button(t.back, 'target', { month }), undoButton(ctx)),
        context(`${ctx.person.name} · ${momentWords(ctx, ctx.now)}`),
      ],
    };
  },
});

const change = (ctx: Context, metric: Metric, { after, before }: TargetChange, ownerId: string): string[] => [
  aimWords(ctx, metric, after, ownerId),
  aimWords(ctx, metric, before, ownerId),
];

/** Decodes the list. Throws InputError if no card can have produced it. */
function takesIn(ctx: Context, list: string): { personId: string; metric: Metric; value: number }[] {
  return list.split(';').flatMap((of) => {
    const [personId = '', figures = ''] = of.split(':');
    return figures.split(',').map((pair) => {
      const [metric = '', figure = ''] = pair.split('=');
      const value = Number(figure);
      if (!isMetric(metric) || !/^\d{1,15}$/.test(figure) || value === 0)
        throw new InputError(null, textsIn(ctx.locale).target.badTake);
      return { personId, metric, value };
    });
  });
}
