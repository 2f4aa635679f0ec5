import { type Context, defineCommand } from '../../crm/access/context.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { settingsOf } from '../../sales/process/process-settings.js';
import { scheduleSaid, scheduleWords } from '../../sales/process/schedule-words.js';
import { valueWords } from '../../sales/process/setting-values.js';
import { textsIn } from '../../texts/languages.js';

/** What goes out by itself, whatever else is called a report. */
const weekly = /周报|每周(?:的)?(?:报告|报表|汇报)|\bweekly (?:report|update|summary|digest|email)\b/iu;
const report =
  /周报|日报|月报|报表|报告|漏斗|预测|排行|停滞|业绩|\b(?:reports?|funnel|forecast|ranking|leaderboard|pipeline|summary|digest|stalled)\b/iu;
/** Begins a command about saved reports, which has schedules of its own. */
const ofSlices = /^\s*\/?(?:slice|post-slice|save-slice|报表|切片)(?:\s|$)/iu;
/** Longest line read as a wish for reports at certain times, in characters. */
const longest = 100;

const dayKeys = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Words of such a wish beside the report and the time; with any other word the line tells of something else. */
const ofWish =
  /请|帮我|麻烦|自动|定时|推送|发送|[发推]|给(?:我们?|大家|团队|群里?)?|到?群里?|改[到成为]|调[到成为]|设[成为置]?|定[在成为]?|我要|我想|我们?|把|看|要|的|一份|一下|团队|都|在|(?<![\p{L}\d-])(?:please|pls|can|could|you|i|i'd|we|us|me|my|our|the|a|an|want|like|need|to|send|give|show|post|get|have|schedule|set|up|move|change|make|it|out|by|on|at|in|for|of|group|channel|team|team's|email|share|run|and|everybody|everyone)(?![\p{L}\d-])/giu;
/** The group or team that is to get it, behind its preposition. */
const toGroup = /\b(?:in|to|for) (?:the )?#?[\w-]+(?:'s)?(?: (?:channel|group|team))?(?=\s|$)/giu;

/** Reads a line that wants a report again and again: "weekly report every Friday at 4pm", 每周五16:00发周报. */
export const readReportTimes: WordReader<Context> = async ({ line }) => {
  if (line.length > longest || ofSlices.test(line) || !report.test(line)) return undefined;
  const rest = scheduleSaid(line)?.rest;
  if (rest === undefined) return undefined;
  const others = rest
    .replace(weekly, ' ')
    .replace(new RegExp(report, 'giu'), ' ')
    .replace(toGroup, ' ')
    .replace(ofWish, ' ');
  return /[\p{L}\d]/u.test(others)
    ? undefined
    : { kind: 'order', strength: 'exact', call: { command: 'report-times', input: { words: line } } };
};

/** Says when the weekly report goes out and offers another time; tells of other reports that a saved one can be posted. */
export const reportTimes = defineCommand({
  name: 'report-times',
  role: 'viewer',
  hidden: true,
  seldom: true,
  reads: true,
  fields: { words: f.rest({ required: true }) },
  async run({ words }, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).reportTimes;
    const said = scheduleSaid(words);
    if (!said) throw new InputError('words', t.noTime, t.example);
    const at = scheduleWords(said.cron, ctx.locale);
    const card = (line: string, changes: ReturnType<typeof changesTo> = []): Card => ({
      key: 'report-times',
      title: t.title,
      tone: 'info',
      nodes: [text(line), ...actions(...changes)],
    });
    if (!weekly.test(words)) return card(t.others(at));
    const [minute = '0', hour = '0', , , weekday = '*'] = said.cron.split(' ');
    const day = /^[0-6]$/.test(weekday) ? dayKeys[Number(weekday)] : undefined;
    if (day === undefined) return card(t.oneDay(nowWords(ctx)));
    if (!hasRole(ctx.person.role, 'manager')) return card(t.notYours(nowWords(ctx)));
    const changes = changesTo(ctx, { day, at: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` });
    return card(changes.length > 0 ? t.wanted(nowWords(ctx), at) : t.already(nowWords(ctx)), changes);
  },
});

const clockKeys = { day: 'reports.weekly.day', at: 'reports.weekly.at' };

/** The day and the hour of the weekly report, as people say them. */
const nowWords = (ctx: Context): string =>
  Object.values(clockKeys)
    .flatMap((key) => settingsOf(ctx.process).filter((one) => one.key === key))
    .map((setting) => valueWords(setting, setting.value, ctx.locale))
    .join(' ');

/** A button for each part of the time that differs; it shows the change of the rule before anything is written. */
function changesTo(ctx: Context, wanted: { day: string; at: string }) {
  return (['day', 'at'] as const).flatMap((part) => {
    const setting = settingsOf(ctx.process).find(({ key }) => key === clockKeys[part]);
    if (!setting || setting.value === wanted[part]) return [];
    const name = setting.name[ctx.locale];
    const label = `${name}: ${valueWords(setting, wanted[part], ctx.locale)}`;
    return [button(label, 'rules', { change: `${name} ${wanted[part]}` })];
  });
}
