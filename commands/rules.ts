import { createHash } from 'node:crypto';
import { actions, button, type Card, context, divider, fields, table, text } from '../bot/kernel/card.js';
import { DeniedError, InputError, RuleError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import { parseProcess } from '../sales/process.js';
import { type Setting, settingIn, settingsOf, valueFor, valueWords, withSetting } from '../sales/settings.js';
import { eventsOf } from '../store/events.js';
import { personById } from '../store/people.js';
import {
  addProcessVersion,
  latestProcessVersion,
  type ProcessVersion,
  processVersion,
  processVersions,
} from '../store/process-versions.js';
import { dryRun } from './acts/dry-run.js';
import { logEvent } from './acts/events.js';
import { type Context, defineCommand } from './context.js';
import { common } from './texts/common.js';
import { ruleTexts } from './texts/rules.js';
import { momentWords } from './zoned.js';

/** `规则`: the rules in force; `规则 公海回收 15`: what that change would have done, and a button to make it. */
export const rules = defineCommand({
  name: 'rules',
  words: { zh: ['规则', '流程'], en: ['rules', 'process'] },
  summary: { zh: '看销售规则，改一条', en: 'The rules of selling; change one' },
  examples: { zh: ['规则', '规则 公海回收 15'], en: ['rules', 'rules pool return 15'] },
  role: 'manager',
  reads: true,
  fields: {
    change: f.rest({
      label: { zh: '改哪一条', en: 'change' },
      example: { zh: '公海回收 15', en: 'pool return 15' },
    }),
  },
  async run(input, ctx): Promise<Card> {
    return input.change ? await proposal(ctx, input.change) : rulesCard(ctx);
  },
});

/** Puts a change in force; called from its card. */
export const ruleApply = defineCommand({
  name: 'rule-apply',
  words: { zh: ['规则生效'], en: ['rule-apply'] },
  summary: { zh: '让规则改动生效', en: 'Put a change of rules in force' },
  examples: { zh: [], en: [] },
  role: 'manager',
  hidden: true,
  fields: {
    key: f.word({ label: { zh: '规则', en: 'rule' }, required: true }),
    value: f.word({ label: { zh: '值', en: 'value' }, required: true }),
    by: f.word({ label: { zh: '提出人', en: 'proposed by' } }),
    version: f.word({ label: { zh: '版本', en: 'version' } }),
  },
  async run(input, ctx) {
    const t = ruleTexts(ctx.locale);
    const setting = settingsOf(ctx.process).find((one) => one.key === input.key);
    if (!setting) throw new InputError('key', t.unknown(input.key), t.unknownExample);
    if (ctx.process.changes.secondPerson && (input.by ?? ctx.person.id) === ctx.person.id)
      throw new DeniedError(t.second);
    const base = await versionInForce(ctx);
    if (input.version !== undefined && input.version !== String(base.version)) throw new RuleError(t.stale);
    const value = valueFor(setting, input.value);
    if (value === undefined)
      throw new InputError('value', t.wrongValue(setting.name[ctx.locale], input.value));
    const yaml = checked(ctx, base, setting, value);
    await putInForce(ctx, base, yaml);
    const name = setting.name[ctx.locale];
    const said = t.applied(
      name,
      valueWords(setting, setting.value, ctx.locale),
      valueWords(setting, value, ctx.locale),
    );
    return {
      key: 'rules',
      title: said,
      tone: 'good',
      nodes: [
        text(said, 'strong'),
        ...actions(
          button(t.back, 'rule-restore', { version: String(base.version) }),
          button(t.versions, 'rule-versions'),
        ),
        context(`${ctx.person.name} · ${momentWords(ctx, ctx.now)}`),
      ],
    };
  },
});

/** `规则版本`: the versions there were, and who made them. */
export const ruleVersions = defineCommand({
  name: 'rule-versions',
  words: { zh: ['规则版本', '流程版本'], en: ['rule-versions'] },
  summary: { zh: '看规则的历史版本', en: 'Former versions of the rules' },
  examples: { zh: ['规则版本'], en: ['rule-versions'] },
  role: 'manager',
  reads: true,
  fields: {},
  async run(_input, ctx) {
    const t = ruleTexts(ctx.locale);
    const now = await latestProcessVersion(ctx.db);
    const shown = (await processVersions(ctx.db, most)).filter((one) => one.version !== now?.version);
    const lines = await Promise.all(
      [...(now ? [now] : []), ...shown].map(async (one) => {
        const mark = one.version === now?.version ? t.inForce : '';
        return t.version(one.version, momentWords(ctx, one.createdAt), await authorOf(ctx, one)) + mark;
      }),
    );
    const taps = shown
      .slice(0, 3)
      .map((one) => button(`${t.back} ${one.version}`, 'rule-restore', { version: String(one.version) }));
    return {
      key: 'rule-versions',
      title: t.versions,
      tone: 'info',
      nodes: [text(lines.join('\n')), ...actions(...taps), context(t.hint)],
    };
  },
});

/** `规则回退 3`: a former version is in force again. */
export const ruleRestore = defineCommand({
  name: 'rule-restore',
  words: { zh: ['规则回退'], en: ['rule-restore'] },
  summary: { zh: '回到以前的一版规则', en: 'Bring a former version back' },
  examples: { zh: [], en: [] },
  role: 'manager',
  fields: { version: f.word({ label: { zh: '版本', en: 'version' }, required: true }) },
  async run(input, ctx) {
    const t = ruleTexts(ctx.locale);
    const wanted = await processVersion(ctx.db, Number(input.version) || 0);
    if (!wanted) throw new InputError('version', t.noVersion(input.version));
    const base = await versionInForce(ctx);
    await putInForce(ctx, base, wanted.yaml);
    return {
      key: 'rules',
      title: t.restored(wanted.version),
      tone: 'good',
      nodes: [
        text(t.restored(wanted.version), 'strong'),
        ...actions(button(t.back, 'rule-restore', { version: String(base.version) })),
        context(`${ctx.person.name} · ${momentWords(ctx, ctx.now)}`),
      ],
    };
  },
});

/** Versions on one card. */
const most = 10;

function rulesCard(ctx: Context): Card {
  const t = ruleTexts(ctx.locale);
  const all = settingsOf(ctx.process);
  const general = all.filter((one) => one.path[0] !== 'stages');
  const c = common(ctx.locale);
  const of = (at: number, last: string) => all.find((one) => one.key === `stages.${at}.${last}`);
  const words = (setting: Setting | undefined) =>
    setting ? valueWords(setting, setting.value, ctx.locale) : '';
  const rows = ctx.process.stages.map((stage, at) => [
    stage.name[ctx.locale],
    words(of(at, 'probability')),
    words(of(at, 'stallDays')),
    words(of(at, 'maxDays')),
  ]);
  const short = (last: string) =>
    of(0, last)
      ?.name[ctx.locale].replace(ctx.process.stages[0]?.name[ctx.locale] ?? '', '')
      .trim() ?? '';
  return {
    key: 'rules',
    title: t.title(ctx.processVersion),
    tone: 'info',
    nodes: [
      ...fields(...general.map((one): [string, string] => [one.name[ctx.locale], words(one)])),
      divider,
      table([c.stage, short('probability'), short('stallDays'), short('maxDays')], rows),
      ...actions(button(t.versions, 'rule-versions')),
      context(t.hint),
    ],
  };
}

async function proposal(ctx: Context, words: string): Promise<Card> {
  const t = ruleTexts(ctx.locale);
  const found = settingIn(ctx.process, words);
  if (!found) throw new InputError('change', t.unknown(words), t.unknownExample);
  const { setting, rest } = found;
  const name = setting.name[ctx.locale];
  const value = valueFor(setting, rest);
  if (value === undefined) throw new InputError('change', t.wrongValue(name, rest), t.unknownExample);
  const [was, then] = [setting.value, value].map((one) => valueWords(setting, one, ctx.locale));
  if (value === setting.value) throw new RuleError(t.same(name, was ?? ''));
  const base = await versionInForce(ctx);
  const after = parseProcess(checked(ctx, base, setting, value));
  const dry = after.ok ? await dryRun(ctx, setting, value, after.process) : '';
  const call = { key: setting.key, value: String(value), by: ctx.person.id, version: String(base.version) };
  return {
    key: `rule:${setting.key}`,
    title: t.proposed(name),
    tone: 'warn',
    nodes: [
      ...fields([t.now, was ?? ''], [t.after, then ?? '']),
      ...(dry ? [text(t.dryTitle, 'strong'), text(dry)] : [text(t.noDry)]),
      ...(ctx.process.changes.secondPerson ? [text(t.needsSecond)] : []),
      ...actions(button(t.apply, 'rule-apply', call, { style: 'primary' })),
      context(ctx.person.name),
    ],
  };
}

/** The file with the change in it. Throws RuleError where that file would be refused. */
function checked(ctx: Context, base: ProcessVersion, setting: Setting, value: Setting['value']): string {
  const yaml = withSetting(base.yaml, setting, value);
  const parsed = parseProcess(yaml);
  if (parsed.ok) return yaml;
  const [problem] = parsed.problems;
  const about = settingsOf(ctx.process).find((one) => one.key === problem?.path);
  const where = about?.name[ctx.locale] ?? problem?.path;
  throw new RuleError(ruleTexts(ctx.locale).refused(`${where} ${problem?.reason[ctx.locale]}`));
}

async function versionInForce(ctx: Context): Promise<ProcessVersion> {
  const version = await latestProcessVersion(ctx.db);
  if (!version) throw new Error('no version of the process is in force');
  return version;
}

/** The process follows the database, and writes the file. */
async function putInForce(ctx: Context, base: ProcessVersion, yaml: string): Promise<void> {
  const hash = createHash('sha256').update(yaml).digest('hex');
  const version = await addProcessVersion(ctx.db, { hash, yaml, createdAt: ctx.now });
  await logEvent(
    ctx,
    'process.changed',
    { type: 'process', id: String(version) },
    { version: base.version },
    { version },
  );
}

async function authorOf(ctx: Context, version: ProcessVersion): Promise<string> {
  const [event] = await eventsOf(ctx.db, 'process', String(version.version), 1);
  const person = event?.personId ? await personById(ctx.db, event.personId) : undefined;
  return person?.name ?? ruleTexts(ctx.locale).byFile;
}
