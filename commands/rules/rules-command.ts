import { type Context, defineCommand } from '../../crm/access/context.js';
import { acceptProcess } from '../../crm/rules/accept-process.js';
import { dryRun } from '../../crm/rules/dry-run-pool.js';
import { stageName } from '../../crm/words/deal-words.js';
import { settingWords } from '../../crm/words/setting-words.js';
import { momentWords, todayOf } from '../../crm/words/zoned-dates.js';
import {
  actions,
  button,
  type Card,
  type CardNode,
  context,
  divider,
  fields,
  table,
  text,
} from '../../kernel/card/card.js';
import { DeniedError, InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { foldWords } from '../../kernel/words/folding.js';
import { type Pipeline, type ProcessProblem, parseStoredProcess } from '../../sales/process/parse-process.js';
import { settingAt, settingCalled, settingIn, settingsOf } from '../../sales/process/process-settings.js';
import type { Setting, SettingValue } from '../../sales/process/setting.js';
import { entryIn, isSame, valueFor, withSetting } from '../../sales/process/setting-values.js';
import { strandedStages } from '../../sales/process/stages.js';
import { isDoerRole } from '../../sales/process/step-doers.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { countUnvalued } from '../../store/deals/deal-queries.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import { pipelineAt } from '../../store/reports/figure-queries.js';
import {
  latestProcessVersion,
  processHash,
  processVersion,
  processVersions,
} from '../../store/running/process-versions.js';
import type { ProcessVersion } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/**
 * `规则` ("rules"): lists the rules in force; `规则 公海回收 15` ("return to pool after 15 days"): shows what that
 * change would have done, and a button to apply it.
 */
export const rules = defineCommand({
  name: 'rules',
  role: 'manager',
  reads: true,
  fields: {
    change: f.rest(),
  },
  async run(input, ctx): Promise<Card> {
    return input.change ? await proposal(ctx, input.change) : rulesCard(ctx);
  },
});

/** `改规则` ("change a rule"): picks one rule and gives it a value, question by question or in a form. */
export const ruleChange = defineCommand({
  name: 'rule-change',
  seldom: true,
  role: 'manager',
  reads: true,
  fields: {
    rule: f.lookup('rule', { required: true }),
    value: f.rest(),
  },
  asks: (input) => (input.value ? undefined : 'value'),
  run: async (input, ctx) => await proposal(ctx, `${input.rule} ${input.value}`),
});

/** Applies a change; called from its card. */
export const ruleApply = defineCommand({
  name: 'rule-apply',
  changes: ['process.changed'],
  role: 'admin',
  hidden: true,
  fields: {
    key: f.word({ required: true }),
    value: f.word({ required: true }),
    by: f.id(),
    version: f.id(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).rule;
    const setting = settingAt(ctx.process, input.key) ?? settingCalled(ctx.process, input.key);
    if (!setting) throw new InputError('key', t.unknown(input.key), t.unknownExample);
    if (ctx.process.changes.secondPerson && (input.by ?? ctx.person.id) === ctx.person.id)
      throw new DeniedError(t.second);
    const base = await versionInForce(ctx);
    if (input.version !== undefined && (await isStale(ctx, setting, input.version, base)))
      throw new RuleError(t.stale);
    const value = valueFor(setting, input.value);
    if (value === undefined)
      throw new InputError('value', t.wrongValue(setting.name[ctx.locale], input.value));
    const yaml = await checked(ctx, base, setting, value);
    await putInForce(ctx, yaml);
    const name = setting.name[ctx.locale];
    const said = t.applied(name, settingWords(ctx, setting), settingWords(ctx, setting, value));
    return {
      key: 'rules',
      title: said,
      tone: 'good',
      nodes: [
        ...actions(
          button(t.back, 'rule-restore', { version: String(base.version) }),
          button(t.versions, 'rule-versions'),
        ),
        context(signed(ctx)),
      ],
    };
  },
});

/** `规则版本` ("rule versions"): lists the versions and their authors. */
export const ruleVersions = defineCommand({
  name: 'rule-versions',
  role: 'manager',
  reads: true,
  seldom: true,
  fields: {},
  async run(_input, ctx) {
    const t = textsIn(ctx.locale).rule;
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

/** `规则回退 3` ("restore version 3"): applies a former version again. */
export const ruleRestore = defineCommand({
  name: 'rule-restore',
  changes: ['process.changed'],
  role: 'admin',
  seldom: true,
  fields: { version: f.word({ required: true }) },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).rule;
    const wanted = await processVersion(ctx.db, Number(input.version) || 0);
    if (!wanted) throw new InputError('version', t.noVersion(input.version));
    const parsed = parseStoredProcess(wanted.yaml);
    const [lost] = parsed.ok ? strandedStages(parsed.process, await pipelineAt(ctx.db, ctx.now)) : [];
    if (lost) throw new RuleError(t.stranded(lost.deals, stageName(ctx, lost.stage)));
    const accepted = await acceptProcess({ db: ctx.db, now: ctx.now, timeZone: ctx.zone }, wanted.yaml);
    if (!accepted.ok) throw new RuleError(refusal(ctx, accepted.problems[0]));
    const base = await versionInForce(ctx);
    await putInForce(ctx, wanted.yaml);
    return {
      key: 'rules',
      title: t.restored(wanted.version),
      tone: 'good',
      nodes: [
        ...actions(button(t.back, 'rule-restore', { version: String(base.version) })),
        context(signed(ctx)),
      ],
    };
  },
});

/** Who acted, and when. */
export const signed = (ctx: Context): string => `${ctx.person.name} · ${momentWords(ctx, ctx.now)}`;

/** Versions on one card. */
const most = 10;

function rulesCard(ctx: Context): Card {
  const t = textsIn(ctx.locale).rule;
  const all = settingsOf(ctx.process);
  const general = all.filter(({ path }) => path[0] !== 'stages' && path[0] !== 'pipelines');
  return {
    key: 'rules',
    title: t.title(ctx.processVersion),
    tone: 'info',
    nodes: [
      ...fields(...general.map((one): [string, string] => [one.name[ctx.locale], settingWords(ctx, one)])),
      ...ctx.process.pipelines.flatMap((pipeline, index) => [
        divider,
        ...(ctx.process.pipelines.length > 1 ? [text(pipeline.name[ctx.locale], 'strong')] : []),
        stageTable(ctx, all, pipeline, index === 0 ? 'stages' : `pipelines.${index - 1}.stages`),
      ]),
      ...actions(button(t.change, 'rule-change'), button(t.versions, 'rule-versions')),
      context(t.hint),
    ],
  };
}

/** Shows the stages of one pipeline and their requirements. */
function stageTable(ctx: Context, all: readonly Setting[], { stages }: Pipeline, path: string): CardNode {
  const t = textsIn(ctx.locale).rule;
  const words = (at: number, last: string) => {
    const setting = all.find((one) => one.key === `${path}.${at}.${last}`);
    const said = setting ? settingWords(ctx, setting) : '';
    return said === '–' ? '' : said;
  };
  const { stage, probability, stallDays, maxDays, required, gate } = t.columns;
  const rows = stages.map((one, at) => [
    one.name[ctx.locale],
    ...['probability', 'stallDays', 'maxDays', 'required', 'gate'].map((last) => words(at, last)),
  ]);
  return table([stage, probability, stallDays, maxDays, required, gate], rows);
}

async function proposal(ctx: Context, words: string): Promise<Card> {
  const t = textsIn(ctx.locale).rule;
  const found = settingIn(ctx.process, words);
  if (!found) throw new InputError('change', t.unknown(words), t.unknownExample);
  const { setting, rest } = found;
  const name = setting.name[ctx.locale];
  const value = valueFor(setting, rest);
  if (value === undefined) throw wrongValue(ctx, setting, rest);
  await demandDoer(ctx, value);
  const [was, then] = [setting.value, value].map((one) => settingWords(ctx, setting, one));
  if (isSame(setting, value)) throw new RuleError(t.same(name, was ?? ''));
  const base = await versionInForce(ctx);
  const after = parseStoredProcess(await checked(ctx, base, setting, value));
  const dry = after.ok ? await dryRun(ctx, setting, value, after.process) : '';
  const filled = await ratedWords(ctx, setting);
  const call = { key: setting.key, value: rest, by: ctx.person.id, version: String(base.version) };
  return {
    key: `rule:${setting.key}`,
    title: t.proposed(name),
    tone: 'warn',
    nodes: [
      ...fields([t.now, was ?? ''], [t.after, then ?? '']),
      ...(dry ? [text(t.dryTitle, 'strong'), text(dry)] : [text(filled ?? t.noDry)]),
      ...(ctx.process.changes.secondPerson ? [text(t.needsSecond)] : []),
      ...(ctx.person.role === 'admin' ? [] : [text(t.needsAdmin)]),
      ...actions(button(t.apply, 'rule-apply', call, { style: 'primary' })),
      context(ctx.person.name),
    ],
  };
}

/** Says why the words are no value of the rule, with one that is. */
function wrongValue(ctx: Context, setting: Setting, words: string): InputError {
  const t = textsIn(ctx.locale).rule;
  const name = setting.name[ctx.locale];
  const entry = setting.candidates ? undefined : entryIn(setting, words);
  if (entry)
    return new InputError(
      'change',
      entry.isThere ? t.hasEntry(name, entry.said) : t.lacksEntry(name, entry.said),
    );
  if (setting.kind === 'stepTask') {
    const { stepTaskExample } = textsIn(ctx.locale).setting;
    return new InputError('change', t.wrongValue(name, words), `${name} ${stepTaskExample}`);
  }
  const isPlain = !['list', 'stages', 'name'].includes(setting.kind) && setting.value !== null;
  const example = isPlain
    ? t.valueExample(name, settingWords(ctx, setting, setting.value))
    : t.unknownExample;
  return new InputError('change', t.wrongValue(name, words), example);
}

/** Whether the rule itself was changed since the version in which a change of it was shown. */
async function isStale(
  ctx: Context,
  setting: Setting,
  version: string,
  base: ProcessVersion,
): Promise<boolean> {
  if (version === String(base.version)) return false;
  const [shown, now] = [await processVersion(ctx.db, Number(version) || 0), base].map((one) => {
    const parsed = one && parseStoredProcess(one.yaml);
    return parsed?.ok ? settingAt(parsed.process, setting.key) : undefined;
  });
  const isSameRule = (one: Setting) =>
    JSON.stringify([one.name, one.value, one.items]) === JSON.stringify([now?.name, now?.value, now?.items]);
  return !shown || !now || !isSameRule(shown);
}

/** Throws InputError if a standard action names somebody who is no active colleague. */
async function demandDoer(ctx: Context, value: SettingValue): Promise<void> {
  if (typeof value !== 'object' || value === null || !('who' in value) || isDoerRole(value.who)) return;
  const people = (await listPeople(ctx.db)).filter(({ active }) => active);
  if (people.some(({ name }) => foldWords(name) === foldWords(value.who))) return;
  const names = formatsIn(ctx.locale).list(people.slice(0, most).map(({ name }) => name));
  throw new InputError('change', textsIn(ctx.locale).lookup.noPerson(value.who, names));
}

/** How many open deals get their value by a new rate; undefined for another rule, and where none waits for one. */
async function ratedWords(ctx: Context, { kind, path }: Setting): Promise<string | undefined> {
  const count = kind === 'rate' ? await countUnvalued(ctx.db, String(path[1])) : 0;
  return count > 0 ? textsIn(ctx.locale).rule.rateFills(count) : undefined;
}

/**
 * Applies the change to the text in force. Throws RuleError if the change would make it wrong; what was wrong before
 * does not matter.
 */
async function checked(
  ctx: Context,
  base: ProcessVersion,
  setting: Setting,
  value: SettingValue,
): Promise<string> {
  const yaml = withSetting(base.yaml, setting, value, todayOf(ctx));
  const company = { db: ctx.db, now: ctx.now, timeZone: ctx.zone };
  const accepted = await acceptProcess(company, yaml);
  if (accepted.ok) return yaml;
  const before = await acceptProcess(company, base.yaml);
  const known = before.ok ? [] : before.problems;
  const isKnown = ({ path, reason }: ProcessProblem) =>
    known.some((one) => one.path === path && one.reason[ctx.locale] === reason[ctx.locale]);
  const problem = accepted.problems.find((one) => !isKnown(one));
  if (!problem && parseStoredProcess(yaml).ok) return yaml;
  throw new RuleError(refusal(ctx, problem));
}

/** Says why a text cannot be put in force: the rule, the reason and a valid line. */
export function refusal(ctx: Context, problem: ProcessProblem | undefined): string {
  const about = settingsOf(ctx.process).find((one) => one.key === problem?.path);
  const where = about?.name[ctx.locale] ?? problem?.path;
  const words = [where, problem?.reason[ctx.locale]].filter(Boolean).join(' ');
  return textsIn(ctx.locale).rule.refused(words, problem?.example?.[ctx.locale] ?? '');
}

/** The version in force, which each act on the rules starts from. */
export async function versionInForce(ctx: Context): Promise<ProcessVersion> {
  const version = await latestProcessVersion(ctx.db);
  if (!version) throw new Error('no version of the process is in force');
  return version;
}

/** Puts a text in force as another version. */
async function putInForce(ctx: Context, yaml: string): Promise<void> {
  await ctx.unit.putInForce({ hash: processHash(yaml), yaml });
}

async function authorOf(ctx: Context, version: ProcessVersion): Promise<string> {
  const [event] = await eventsOf(ctx.db, 'process', String(version.version), 1);
  const person = event?.personId ? await personById(ctx.db, event.personId) : undefined;
  return person?.name ?? textsIn(ctx.locale).rule.byFile;
}
