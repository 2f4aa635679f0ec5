import { type Context, defineCommand } from '../../crm/access/context.js';
import { type OwnNames, ownNames, withOwn } from '../../crm/lookup/own-names.js';
import { actions, button, type Card, context, fields, text } from '../../kernel/card/card.js';
import { type Command, Registry, usage, verbsOf } from '../../kernel/command/command.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole, type Role } from '../../kernel/command/roles.js';
import { personById } from '../../store/people/person-queries.js';
import { type Catalogue, formatsIn, type Locale, locales, textsIn } from '../../texts/languages.js';

/** Topics are recognized in every language; the answer is in the speaker's. */
const allHelp = locales.map((locale) => textsIn(locale).help);
const topics = ['sentence', 'questions', 'dates', 'amounts'] as const;

/**
 * `帮` ("help"): what the speaker may say, with their own names in the examples; `帮 线索` ("help lead") explains
 * one verb; `帮 日期` ("help dates") explains how to say a date.
 */
export const helpFor = (commands: () => readonly Command<Context>[]) =>
  defineCommand({
    name: 'help',
    reads: true,
    quiet: true,
    fields: { topic: f.word() },
    run: async ({ topic }, ctx) => await helpCard(ctx, commands(), topic),
  });

/** Explains what the speaker may say, or one topic of it: a command, a group of commands, dates. */
export async function helpCard(
  ctx: Context,
  commands: readonly Command<Context>[],
  topic?: string,
): Promise<Card> {
  const t = textsIn(ctx.locale).help;
  const may = commandsOpenTo(ctx, commands);
  const own = await ownNames(ctx.db, ctx.person);
  if (!topic) return overview(ctx, may, own);
  const wanted = topic.toLowerCase();
  const group = groupsFor(may).find(({ name }) =>
    allHelp.some(({ groups }) => groups[name].toLowerCase() === wanted),
  );
  if (group) return groupCard(ctx, t.groups[group.name], group.commands, own);
  const found = topics.find((name) => allHelp.some((one) => one.topics[name].words.includes(wanted)));
  if (found) return linesCard(t.topics[found].title, t.topics[found].lines, own);
  const command = new Registry(may).said(topic);
  if (command) return verbCard(ctx, command, own);
  const near = new Registry(may).nearest(topic, () => true).map((one) => one.words[ctx.locale][0]);
  throw new InputError('topic', [t.noTopic(topic), ...near].join(' '));
}

/** Lists the commands that help tells the speaker of. */
const commandsOpenTo = (ctx: Context, commands: readonly Command<Context>[]): Command<Context>[] =>
  commands
    .filter((one) => ctx.model || !ofModel.has(one.name))
    .filter((one) => !one.hidden && hasRole(ctx.person.role, one.role));

/** Commands that exist only if a model is configured. */
const ofModel = new Set(['draft-reply', 'week-recap']);

/** Commands by purpose. */
const groups = [
  {
    name: 'records',
    of: ['log', 'lead', 'plan', 'find', 'today', 'home', 'task-done', 'task-snooze', 'ask', 'undo'],
  },
  {
    name: 'deals',
    of: ['deal', 'move', 'edit', 'won', 'lost', 'note', 'pool', 'claim', 'assign', 'merge', 'approve'],
  },
  {
    name: 'reports',
    of: ['weekly', 'forecast', 'funnel', 'slice', 'stalled', 'ranking', 'target', 'trend', 'loss', 'export'],
  },
  { name: 'running', of: ['team', 'role', 'bind', 'rules', 'questions'] },
] as const;

/**
 * Puts commands that no group names in the last group; shows the administration group only to those who may
 * use it.
 */
function groupsFor(may: readonly Command<Context>[]) {
  const named = new Set<string>(groups.flatMap(({ of }) => of));
  const shown = groups.map(({ name, of }) => ({
    name: name as keyof Catalogue['help']['groups'],
    commands: of.flatMap((one) => may.filter((command) => command.name === one)),
  }));
  const others = { name: 'others' as const, commands: may.filter(({ name }) => !named.has(name)) };
  const mayRun = may.some(({ name }) => name === 'bind');
  return [...shown, others].filter(
    ({ name, commands }) => commands.length > 0 && (name !== 'running' || mayRun),
  );
}

/** Lists lines that need no verb, by role: to record and ask, to ask, or to view. */
export function plainLines(role: Role, own: OwnNames, locale: Locale): string[] {
  const t = textsIn(locale).help;
  const sentence = own.customer && !own.contact ? t.sentenceAlone : t.sentence;
  const lines = {
    viewer: t.viewerQuestions,
    rep: [sentence, ...t.questions],
    manager: [...t.teamQuestions, sentence],
    admin: [...t.teamQuestions, sentence],
  };
  // A sentence is read with names of several words as they are.
  return lines[role].map((line) => withOwn(line, own, (name) => name));
}

/** Fits one phone screen: a sentence, two questions, a few verbs, and buttons for the rest. */
function overview(ctx: Context, may: readonly Command<Context>[], own: OwnNames): Card {
  const t = textsIn(ctx.locale).help;
  const isManager = hasRole(ctx.person.role, 'manager');
  const isViewer = ctx.person.role === 'viewer';
  const verbs = isManager
    ? ['weekly', 'assign', 'target']
    : isViewer
      ? ['find', 'weekly', 'funnel']
      : ['log', 'deal', 'move', ...(own.task ? ['task-done'] : ['today'])];
  const verbLines = verbs.flatMap((name) => {
    const command = may.find((one) => one.name === name);
    const example = command?.examples[ctx.locale][0];
    if (!command || !example) return [];
    const line = withOwn(example, own);
    // A verb alone does not say what it does.
    return [/\s/.test(line) ? line : `${line} · ${command.summary[ctx.locale]}`];
  });
  return {
    key: 'help',
    title: t.title,
    tone: 'info',
    nodes: [
      text(t.body),
      text(plainLines(ctx.person.role, own, ctx.locale).join('\n'), 'strong'),
      text(t.verbs),
      text(verbLines.join('\n'), 'strong'),
      ...actions(
        ...groupsFor(may)
          .slice(0, 4)
          .map(({ name }) => button(t.groups[name], 'help', { topic: t.groups[name] })),
      ),
      context(t.more),
    ],
  };
}

function groupCard(ctx: Context, title: string, shown: readonly Command<Context>[], own: OwnNames): Card {
  const lines = shown.map((command) => {
    const [verb] = command.words[ctx.locale];
    const example = command.examples[ctx.locale][0];
    const line = `${verb} · ${command.summary[ctx.locale]}`;
    return example && example !== verb ? `${line} · ${withOwn(example, own)}` : line;
  });
  return linesCard(title, lines, {});
}

const linesCard = (title: string, lines: readonly string[], own: OwnNames): Card => ({
  key: `help:${title}`,
  title,
  tone: 'info',
  nodes: [text(lines.map((line) => withOwn(line, own)).join('\n'))],
});

function verbCard(ctx: Context, command: Command<Context>, own: OwnNames): Card {
  const t = textsIn(ctx.locale).help;
  const others = verbsOf(command).filter((word) => word !== command.words[ctx.locale][0]);
  return {
    key: `help:${command.name}`,
    title: t.topic(command.words[ctx.locale][0]),
    subtitle: command.summary[ctx.locale],
    tone: 'info',
    nodes: fields(
      [t.usage, usage(command, ctx.locale)],
      [t.examples, command.examples[ctx.locale].map((line) => withOwn(line, own)).join('\n')],
      [t.words, formatsIn(ctx.locale).list(others)],
    ),
  };
}

/** Lists lines to try, with the speaker's newest customer: one without a verb, and one of each daily verb. */
export async function tryLines(
  db: Context['db'],
  personId: string,
  commands: readonly Command<Context>[],
  locale: Context['locale'],
): Promise<string[]> {
  const person = await personById(db, personId);
  const own = person ? await ownNames(db, person) : {};
  const role = person?.role ?? 'rep';
  const daily = ['log', 'move', 'today', 'find', 'lead', 'stalled', 'weekly'];
  const typed = daily.flatMap((name) => {
    const command = commands.find((one) => one.name === name && hasRole(role, one.role));
    const [line] = command?.examples[locale] ?? [];
    return line ? [name === 'lead' ? line : withOwn(line, own)] : [];
  });
  return [...plainLines(role, own, locale).slice(0, 2), ...typed];
}
