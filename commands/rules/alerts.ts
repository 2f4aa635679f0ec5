import { type Context, defineCommand } from '../../crm/access/context.js';
import { amountWords } from '../../crm/words/deal-words.js';
import { nameOf } from '../../crm/words/record-words.js';
import { momentWords, todayOf } from '../../crm/words/zoned-dates.js';
import {
  type Action,
  actions,
  button,
  type Card,
  context,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { addDays } from '../../kernel/time/dates.js';
import { formatTime } from '../../kernel/time/format-time.js';
import { instantOf, startOfDay } from '../../kernel/time/zone.js';
import { percentOf } from '../../sales/figures/percentages.js';
import { type AlertingRule, alertRules } from '../../sales/process/alert-rule-names.js';
import { alertNames } from '../../sales/process/process-settings.js';
import { personById } from '../../store/people/person-queries.js';
import { alertsSentSince, lastOfRule, ruleStats } from '../../store/reports/alert-queries.js';
import type { Alert } from '../../store/schema/row-types.js';
import { currentRecord, isIdentified } from '../../store/unit/stored-records.js';
import { textsIn } from '../../texts/languages.js';

const rules: AlertingRule[] = ['stalled', ...alertRules];

/** Days of a rule's alerts that are counted. */
const lookedBack = 30;

const lastShown = 10;

/**
 * `预警` ("alerts"): alerts per rule and how many led to action; `预警 汇总` ("as digest"): sends the speaker's
 * alerts as one list a day.
 */
export const alertsCommand = defineCommand({
  name: 'alerts',
  changes: ['person.alerts'],
  quiet: true,
  fields: {
    how: f.choice(['digest', 'each']),
    rule: f.choice(rules, { label: (rule) => alertNames[rule] }),
  },
  async run(input, ctx): Promise<Card> {
    if (input.how) return await chosen(ctx, input.how === 'digest');
    const manages = hasRole(ctx.person.role, 'manager');
    if (input.rule && manages) return await ruleCard(ctx, input.rule as AlertingRule);
    return manages ? await rulesCard(ctx) : await ownCard(ctx);
  },
});

async function chosen(ctx: Context, digestOnly: boolean): Promise<Card> {
  const t = textsIn(ctx.locale).alert;
  await ctx.unit.change('person.alerts', ctx.person, { digestOnly });
  return {
    key: `alerts:${ctx.person.id}`,
    title: digestOnly ? t.nowDigest(formatTime(ctx.process.alerts.digestAt, ctx)) : t.nowEach,
    tone: 'good',
    nodes: [text(t.ownHint(ctx.process.alerts.dailyBudget)), ...actions(wayOf(ctx, !digestOnly))],
  };
}

const wayOf = (ctx: Context, digest: boolean): Action => {
  const t = textsIn(ctx.locale).alert;
  return button(digest ? t.asDigest : t.asEach, 'alerts', { how: digest ? 'digest' : 'each' });
};

async function ownCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).alert;
  const { digestOnly } = ctx.person;
  const sent = await alertsSentSince(ctx.db, ctx.person.id, startOfDay(ctx.now, ctx.zone));
  const { dailyBudget, digestAt } = ctx.process.alerts;
  return {
    key: `alerts:${ctx.person.id}`,
    title: t.title,
    tone: 'info',
    nodes: [
      text(digestOnly ? t.nowDigest(formatTime(digestAt, ctx)) : t.sentToday(sent, dailyBudget), 'strong'),
      text(t.ownHint(dailyBudget)),
      ...actions(wayOf(ctx, !digestOnly)),
    ],
  };
}

/** Returns the teams that the speaker manages, or undefined if the speaker sees all teams. */
const managed = (ctx: Context): ReadonlySet<string> | undefined =>
  ctx.person.role === 'admin' ? undefined : ctx.person.sight?.teams;

/** Lists each rule: its mode, its alerts, also in test mode, and the share acted on. */
async function rulesCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).alert;
  const since = instantOf(addDays(todayOf(ctx), -lookedBack), '00:00', ctx.zone);
  const stats = new Map((await ruleStats(ctx.db, since, managed(ctx))).map((row) => [row.rule, row]));
  const rows = rules.map((rule) => {
    const row = stats.get(rule);
    const rate = row ? percentOf(row.acted, row.judged) : null;
    return [
      alertNames[rule][ctx.locale],
      t.modes[modeOf(ctx, rule)],
      `${row?.told ?? 0}`,
      `${row?.shadow ?? 0}`,
      rate === null ? '' : `${rate}% (${row?.acted}/${row?.judged})`,
    ];
  });
  const { rule, mode, told, shadow, acted } = t.columns;
  return {
    key: 'alerts',
    title: t.titleRules(lookedBack),
    tone: 'info',
    nodes: [
      table([rule, mode, right(told), right(shadow), right(acted)], rows),
      ...actions({
        kind: 'select',
        label: t.details,
        options: rules.map((one) => ({
          label: alertNames[one][ctx.locale],
          call: { command: 'alerts', input: { rule: one } },
        })),
      }),
      ...actions(wayOf(ctx, !ctx.person.digestOnly)),
      context(t.rulesHint),
    ],
  };
}

const modeOf = (ctx: Context, rule: AlertingRule): 'on' | 'shadow' | 'off' =>
  rule === 'stalled' ? 'on' : ctx.process.alerts[rule].mode;

/** Shows a rule's latest alerts, also in test mode, and the buttons that switch the rule. */
async function ruleCard(ctx: Context, rule: AlertingRule): Promise<Card> {
  const t = textsIn(ctx.locale).alert;
  const name = alertNames[rule][ctx.locale];
  const mode = modeOf(ctx, rule);
  const last = await lastOfRule(ctx.db, rule, lastShown, managed(ctx));
  const rows: string[][] = [];
  for (const alert of last) rows.push(await rowOf(ctx, alert));
  const { what, to, value, acted } = t.columns;
  const others = (['on', 'shadow', 'off'] as const).filter((one) => one !== mode);
  return {
    key: `alerts:rule:${rule}`,
    title: t.ruleTitle(name, t.modes[mode]),
    tone: 'info',
    nodes: [
      text(last.length > 0 ? t.lastOnes(last.length) : t.noneYet),
      ...(rows.length > 0 ? [table([what, to, right(value), acted], rows)] : []),
      ...(rule === 'stalled'
        ? []
        : actions(
            ...others.map((one) =>
              button(t.switchTo(t.modes[one]), 'rules', { change: `alerts.${rule}.mode ${one}` }),
            ),
          )),
      context(t.rulesHint),
    ],
  };
}

async function rowOf(ctx: Context, alert: Alert): Promise<string[]> {
  const t = textsIn(ctx.locale).alert;
  const type = alert.recordType;
  const record = isIdentified(type)
    ? nameOf(ctx, type, await currentRecord(ctx.db, type, alert.recordId))
    : '';
  const to = alert.personId ? await personById(ctx.db, alert.personId) : undefined;
  const became = alert.actedAt ? t.acted : alert.judgedAt ? t.ignored : alert.judgeAt ? t.open : '';
  return [
    `${momentWords(ctx, alert.at)} ${record}`,
    [to?.name ?? t.channel, t.sent[alert.sent]].join(' · '),
    amountWords(ctx, alert.value),
    became,
  ];
}
