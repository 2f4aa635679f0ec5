import type { Context } from '../../crm/access/context.js';
import { hasRole } from '../../kernel/command/roles.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import {
  entrySaid,
  isMoneyOf,
  quietSaid,
  rateSaid,
  rulesSaid,
  stageChangeSaid,
} from '../../language/order/rule-said.js';
import { settingAt } from '../../sales/process/process-settings.js';
import { valueFor } from '../../sales/process/setting-values.js';
import { everyWording } from '../../texts/languages.js';

/**
 * Reads a change of the rules in everyday words, of somebody who may see them: "don't message us before 9am", 首次响应改成2小时,
 * "add a source called Trade fair". It shows what would change; nothing is changed without a tap.
 */
export const readRuleSaid: WordReader<Context> = async ({ line }, ctx) => {
  if (ctx.isOverheard || !hasRole(ctx.person.role, 'manager')) return undefined;
  const change =
    quietHours(line, ctx) ?? entry(line) ?? stageChange(line, ctx) ?? rate(line, ctx) ?? ruleNamed(line, ctx);
  return change
    ? { kind: 'order', strength: 'exact', call: { command: 'rules', input: { change } } }
    : undefined;
};

function quietHours(line: string, { process }: Context): string | undefined {
  const said = quietSaid(line);
  if (!said) return undefined;
  const from = said.from ?? process.quietHours?.from;
  const to = said.to ?? process.quietHours?.to;
  return from && to ? accepted(process, 'quietHours', `${from}-${to}`) : undefined;
}

function entry(line: string): string | undefined {
  const said = entrySaid(line);
  return said && `${said.key} ${said.verb} ${said.entry}`;
}

/** The change of the stages, of the first pipeline or of the one that has the stage beside it. */
function stageChange(line: string, { process }: Context): string | undefined {
  const said = stageChangeSaid(line);
  if (!said) return undefined;
  if ('stage' in said) {
    const at = stagePathOf(process, said.stage);
    return at && `${at}.name ${said.name}`;
  }
  const { add, beside, isBefore } = said;
  const at = beside === undefined ? 'stages' : stagePathOf(process, beside)?.replace(/\.\d+$/u, '');
  return at && `${at} add ${add}${beside === undefined ? '' : ` ${isBefore ? 'before' : 'after'} ${beside}`}`;
}

/** The stages with their places in the file, 'stages.3', and all that they are called. */
const placedStages = ({ pipelines }: Context['process']): { path: string; words: string[] }[] =>
  pipelines.flatMap(({ stages }, index) =>
    stages.map(({ name, aliases }, at) => ({
      path: `${index === 0 ? '' : `pipelines.${index - 1}.`}stages.${at}`,
      words: [...everyWording(name), ...aliases],
    })),
  );

/** Where the stage that is called so, or whose name begins so, stands. */
function stagePathOf(process: Context['process'], words: string): string | undefined {
  const said = foldWords(words);
  const stages = placedStages(process);
  const called = (fits: (name: string) => boolean) =>
    stages.find((one) => one.words.map(foldWords).some(fits))?.path;
  return called((name) => name === said) ?? called((name) => name.startsWith(said));
}

function rate(line: string, { process }: Context): string | undefined {
  const said = rateSaid(line);
  const isHome = said && (!said.home || isMoneyOf(said.home, process.currency));
  return isHome ? accepted(process, `rates.${said.currency}`, said.rate) : undefined;
}

/** The rule that the words name, with a value that it can have; undefined if none or several fit. */
function ruleNamed(line: string, { process }: Context): string | undefined {
  const stages = placedStages(process);
  const changes = rulesSaid(
    line,
    stages.flatMap(({ words }) => words),
  ).flatMap(({ key, stage, value }) => {
    const of = stage && stages.find(({ words }) => words.includes(stage));
    const whole = of ? `${of.path}.${key}` : (inGeneral[key] ?? key);
    return accepted(process, whole, value) ?? [];
  });
  const [only, ...others] = new Set(changes);
  return others.length === 0 ? only : undefined;
}

/** The company's rule of what a stage may have its own. */
const inGeneral: Record<string, string> = { stallDays: 'stall.days', maxDays: 'stall.maxDays' };

/** The change of that rule, if the words are a value of it. */
function accepted(process: Context['process'], key: string, value: string): string | undefined {
  const setting = settingAt(process, key);
  return setting && valueFor(setting, value) !== undefined ? `${key} ${value}` : undefined;
}
