import { type Context, defineCommand } from '../../crm/access/context.js';
import { settingWords } from '../../crm/words/setting-words.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { mayWantReports, namesWeekly, saysOnlyReport } from '../../language/look-up/report-wish.js';
import { settingsOf } from '../../sales/process/process-settings.js';
import { scheduleSaid, scheduleWords } from '../../sales/process/schedule-words.js';
import { textsIn } from '../../texts/languages.js';

const dayKeys = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Reads a line that wants a report again and again: "weekly report every Friday at 4pm", 每周五16:00发周报. */
export const readReportTimes: WordReader<Context> = async ({ line }) => {
  const rest = mayWantReports(line) ? scheduleSaid(line)?.rest : undefined;
  return rest !== undefined && saysOnlyReport(rest)
    ? { kind: 'order', strength: 'exact', call: { command: 'report-times', input: { words: line } } }
    : undefined;
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
    if (!namesWeekly(words)) return card(t.others(at));
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
    .map((setting) => settingWords(ctx, setting))
    .join(' ');

/** A button for each part of the time that differs; it shows the change of the rule before anything is written. */
function changesTo(ctx: Context, wanted: { day: string; at: string }) {
  return (['day', 'at'] as const).flatMap((part) => {
    const setting = settingsOf(ctx.process).find(({ key }) => key === clockKeys[part]);
    if (!setting || setting.value === wanted[part]) return [];
    const name = setting.name[ctx.locale];
    const label = `${name}: ${settingWords(ctx, setting, wanted[part])}`;
    return [button(label, 'rules', { change: `${name} ${wanted[part]}` })];
  });
}
