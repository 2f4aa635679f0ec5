import type { Context } from '../../crm/access/context.js';
import { type OwnNames, ownNames } from '../../crm/lookup/own-names.js';
import { todayOf } from '../../crm/words/zoned-dates.js';
import { actions, type Button, button, type Card, context, text } from '../../kernel/card/card.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf } from '../../kernel/time/zone.js';
import { dueTasks } from '../../store/activity/task-queries.js';
import { textsIn } from '../../texts/languages.js';
import { plainLines } from './help.js';

/** Welcomes the speaker: who this is, one line to try, and three buttons from the speaker's own data. */
export async function welcomeCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).talk;
  const own = await ownNames(ctx.db, ctx.person);
  const [line = ''] = plainLines(ctx.person.role, own, ctx.locale);
  return {
    key: `welcome:${ctx.person.id}`,
    title: t.hello(ctx.person.name),
    tone: 'info',
    nodes: [
      text(ctx.person.role === 'viewer' ? t.introViewer : t.intro),
      text(line, 'strong'),
      ...actions(...(await buttonsFor(ctx, own))),
      context(t.more),
    ],
  };
}

/** Three things that the speaker is likely to want, by role. */
async function buttonsFor(ctx: Context, own: OwnNames): Promise<Button[]> {
  const all = textsIn(ctx.locale);
  const t = all.talk;
  const { role } = ctx.person;
  const weekly = button(t.weekly, 'weekly');
  if (role === 'viewer') return [weekly, button(t.funnel, 'funnel'), button(all.dispatch.help, 'help')];
  const today = await todayButton(ctx);
  if (role === 'manager') return [weekly, button(t.stalled, 'stalled'), today];
  if (role === 'admin') return [button(t.team, 'team'), button(t.rules, 'rules'), today];
  if (!own.customer) return [button(t.newLead, 'lead'), today, button(t.onboard, 'onboard')];
  return [
    today,
    button(own.customer, 'find', { name: own.customer }),
    button(t.logWith(own.customer), 'log', { subject: own.customer }),
  ];
}

/** Opens the list of today, and says how many tasks are due. */
async function todayButton(ctx: Context): Promise<Button> {
  const tomorrow = instantOf(addDays(todayOf(ctx), 1), '00:00', ctx.zone);
  const due = await dueTasks(ctx.db, ctx.person.id, tomorrow);
  return button(textsIn(ctx.locale).talk.todayDue(due.length), 'today', {}, { style: 'primary' });
}
