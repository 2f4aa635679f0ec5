import { actions, button, type Card, type CardNode, context, table, text } from '../../kernel/card/card.js';
import type { ProcessProblem } from '../../sales/process/parse-process.js';
import type { RuleDifference } from '../../sales/process/process-differences.js';
import type { OfferedProcess } from '../../store/running/process-files.js';
import { type Locale, textsIn } from '../../texts/languages.js';

/** Differences on one card; the command line lists all. */
const mostShown = 15;

/** What an offered process file would change, with buttons to adopt and to discard it. */
export function ruleDifferenceCard(
  locale: Locale,
  { file, hash }: Pick<OfferedProcess, 'file' | 'hash'>,
  { version, differences }: { version: number; differences: readonly RuleDifference[] },
  ...before: CardNode[]
): Card {
  const t = textsIn(locale).ruleFile;
  const { rule, now, after } = t.columns;
  const shown = differences.slice(0, mostShown);
  const rows = shown.map((one) => [one.name[locale], one.before[locale], one.after[locale]]);
  const call = { hash, version: String(version) };
  return {
    key: 'rule-file',
    title: t.title(fileName(file)),
    tone: 'warn',
    nodes: [
      ...before,
      text(t.said(version, differences.length)),
      table([rule, now, after], rows),
      ...(differences.length > mostShown ? [context(t.more(differences.length - mostShown))] : []),
      ...actions(
        button(t.adopt, 'rule-adopt', call, { style: 'primary' }),
        button(t.discard, 'rule-discard', { hash }),
      ),
      context(`${t.hint}\n${file}`),
    ],
  };
}

/** A process file that cannot be put in force: each problem with its line and an example. */
export function refusedFileCard(locale: Locale, file: string, problems: readonly ProcessProblem[]): Card {
  const t = textsIn(locale).ruleFile;
  const lines = problems.map(({ line, reason, example }) =>
    t.problem(line, reason[locale], example?.[locale] ?? ''),
  );
  return {
    key: 'rule-file',
    title: t.refused(fileName(file)),
    tone: 'bad',
    nodes: [text(lines.join('\n')), context(`${t.refusedHint}\n${file}`)],
  };
}

/** 'process.yaml' of 'host:/etc/genjin/process.yaml'. */
export const fileName = (file: string): string => file.split(/[:/\\]/).at(-1) ?? file;
