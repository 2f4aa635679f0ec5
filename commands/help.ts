import { type Card, context, fields, text } from '../bot/kernel/card.js';
import { type Command, Registry, usage, verbsOf } from '../bot/kernel/command.js';
import { InputError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import { hasRole } from '../sales/policy.js';
import { newestCustomers } from '../store/customers.js';
import { type Context, defineCommand } from './context.js';
import { peopleTexts } from './texts/people.js';

/** `帮`: what the speaker may say, with examples of their own customers; `帮 线索`: one verb in full. */
export const helpFor = (commands: () => readonly Command<Context>[]) =>
  defineCommand({
    name: 'help',
    words: { zh: ['帮', '帮助', '?'], en: ['help'] },
    summary: { zh: '怎么用', en: 'How to use it' },
    examples: { zh: ['帮', '帮 线索'], en: ['help', 'help lead'] },
    reads: true,
    quiet: true,
    fields: { topic: f.word({ label: { zh: '哪一项', en: 'topic' } }) },
    async run(input, ctx) {
      const there = commands().filter((one) => ctx.model || !ofModel.has(one.name));
      const may = there.filter((one) => !one.hidden && hasRole(ctx.person.role, one.role));
      const [mine] = await newestCustomers(ctx.db, ctx.person.id, 1);
      const own = (line: string) => (mine ? line.replace(/华为|Acme\b/g, nameIn(mine.name)) : line);
      if (!input.topic) return overview(ctx, may, own);
      const found = new Registry(may).said(input.topic);
      if (found) return topicCard(ctx, found, own);
      const near = new Registry(may).nearest(input.topic, () => true).map((one) => one.words[ctx.locale][0]);
      throw new InputError('topic', [peopleTexts(ctx.locale).noTopic(input.topic), ...near].join(' '));
    },
  });

/** What there is only where a model is configured. */
const ofModel = new Set(['draft', 'recap']);

/** Commands by what one does with them; what is named nowhere comes last. */
const groups = [
  { name: 'daily', of: ['lead', 'log', 'find', 'today', 'task-done', 'task-snooze', 'plan', 'undo'] },
  { name: 'selling', of: ['deal', 'move', 'edit', 'won', 'lost', 'pool', 'claim', 'assign', 'merge'] },
  {
    name: 'reports',
    of: ['weekly', 'forecast', 'funnel', 'slice', 'stalled', 'ranking', 'target', 'export'],
  },
  { name: 'running', of: ['team', 'role', 'bind'] },
] as const;

function overview(ctx: Context, may: Command<Context>[], own: (line: string) => string): Card {
  const t = peopleTexts(ctx.locale);
  const named = new Set<string>(groups.flatMap((group) => group.of));
  const shown = [
    ...groups.map(({ name, of }) => ({
      title: t.helpGroups[name],
      commands: of.flatMap((command) => may.filter((one) => one.name === command)),
    })),
    { title: t.helpGroups.own, commands: may.filter((one) => !named.has(one.name)) },
  ];
  return {
    key: 'help',
    title: t.helpTitle,
    tone: 'info',
    nodes: [
      text(t.helpBody),
      ...shown.flatMap(({ title, commands }) =>
        commands.length === 0
          ? []
          : [text(title, 'strong'), text(commands.map((one) => overviewLine(ctx, one, own)).join('\n'))],
      ),
      context(t.helpMore(ctx.locale === 'zh' ? '帮' : 'help')),
    ],
  };
}

function overviewLine(ctx: Context, command: Command<Context>, own: (line: string) => string): string {
  const [verb] = command.words[ctx.locale];
  const example = command.examples[ctx.locale][0];
  const line = `${verb} · ${command.summary[ctx.locale]}`;
  return example && example !== verb ? `${line} · ${own(example)}` : line;
}

function topicCard(ctx: Context, command: Command<Context>, own: (line: string) => string): Card {
  const t = peopleTexts(ctx.locale);
  const others = verbsOf(command).filter((word) => word !== command.words[ctx.locale][0]);
  return {
    key: `help:${command.name}`,
    title: t.helpTopic(command.words[ctx.locale][0]),
    subtitle: command.summary[ctx.locale],
    tone: 'info',
    nodes: [
      ...fields(
        [t.usage, usage(command, ctx.locale)],
        [t.examples, command.examples[ctx.locale].map(own).join('\n')],
        [t.words, others.join(ctx.locale === 'zh' ? '、' : ', ')],
      ),
    ],
  };
}

/** A name of several words is one in quotes. */
const nameIn = (name: string): string => (/\s/.test(name) ? `"${name}"` : name);

/** Lines to try, made from the speaker's own newest customer: one example of each of the daily verbs. */
export async function tryLines(
  db: Context['db'],
  personId: string,
  commands: readonly Command<Context>[],
  locale: Context['locale'],
): Promise<string[]> {
  const [mine] = await newestCustomers(db, personId, 1);
  const daily = ['log', 'move', 'today', 'find', 'lead', 'stalled', 'weekly'];
  return daily.flatMap((name) => {
    const [line] = commands.find((one) => one.name === name)?.examples[locale] ?? [];
    const known = name === 'lead' || !mine || !line ? line : line.replace(/华为|Acme\b/g, nameIn(mine.name));
    return known ? [known] : [];
  });
}
