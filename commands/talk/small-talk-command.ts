import { type Context, defineCommand } from '../../crm/access/context.js';
import { heard } from '../../crm/lookup/hear-sentence.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import type { Command } from '../../kernel/command/command.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import type { TalkKind } from '../../language/talk/talk-reading.js';
import { teamById } from '../../store/people/team-queries.js';
import { locales, textsIn } from '../../texts/languages.js';
import { helpCard } from './help.js';
import { savedCard } from './saved-card.js';
import { welcomeCard } from './welcome-card.js';

type Commands = () => readonly Command<Context>[];

/**
 * Answers talk: a greeting with a welcome, thanks with a word, a question about the assistant with help. Writes nothing.
 * In a group a nod is all that everybody sees.
 */
export const smallTalkFor = (commands: Commands) =>
  defineCommand({
    name: 'small-talk',
    reads: true,
    hidden: true,
    fields: { kind: f.word({ required: true }), topic: f.word(), words: f.rest() },
    async run({ kind, topic, words }, ctx) {
      const isGroup = ctx.place.kind === 'group';
      const card = await answers[kind as TalkKind]?.(ctx, {
        commands: commands(),
        topic,
        words: words ?? '',
        isGroup,
      });
      const { nodes, title, tone, key } = card ?? nod(textsIn(ctx.locale).talk.chatter);
      // What is longer than a word is for the speaker alone.
      if (isGroup && nodes.length > 0) ctx.isPrivate = true;
      return { ...card, key, title, tone, nodes };
    },
  });

interface Said {
  commands: readonly Command<Context>[];
  topic?: string;
  words: string;
  isGroup: boolean;
}

type Answering = (ctx: Context, said: Said) => Promise<Card>;

const nod = (title: string): Card => ({ key: 'nod', title, tone: 'neutral', nodes: [] });

const nodWith =
  (pick: (t: ReturnType<typeof textsIn>['talk']) => string): Answering =>
  async (ctx) =>
    nod(pick(textsIn(ctx.locale).talk));

const answers: Record<TalkKind, Answering> = {
  greeting: async (ctx, { isGroup }) =>
    isGroup ? nod(textsIn(ctx.locale).talk.helloAll) : await welcomeCard(ctx),
  bye: nodWith((t) => t.bye),
  thanks: nodWith((t) => t.thanks),
  ok: nodWith((t) => t.ok),
  chatter: nodWith((t) => t.chatter),
  presence: nodWith((t) => t.here),
  noise: nodWith((t) => t.puzzled),
  why: async (ctx) => {
    const t = textsIn(ctx.locale).talk;
    const shown = [button(t.forecast, 'forecast'), button(t.atRisk, 'deals', { words: t.atRiskWords })];
    return {
      key: 'why',
      title: t.noReasons,
      tone: 'info',
      nodes: [text(t.noReasonsBody), ...actions(...shown)],
    };
  },
  uncounted: nodWith((t) => t.uncounted),
  teamOnly: nodWith((t) => t.teamOnly),
  who: async (ctx) => {
    const t = textsIn(ctx.locale);
    return {
      key: 'who',
      title: t.talk.who,
      tone: 'info',
      nodes: [text(t.talk.whoBody), ...actions(button(t.dispatch.help, 'help'))],
    };
  },
  what: async (ctx, { commands }) => await helpCard(ctx, commands),
  how: howCard,
  saved: savedCard,
  self: selfCard,
  order: async (ctx) => {
    const t = textsIn(ctx.locale);
    return {
      key: 'order',
      title: t.talk.cannot,
      tone: 'info',
      nodes: [text(t.talk.cannotBody), ...actions(button(t.dispatch.help, 'help'))],
    };
  },
  ownMatter: async ({ locale }) => {
    const { talk } = textsIn(locale);
    return { key: 'own-matter', title: talk.ownMatter, tone: 'info', nodes: [text(talk.ownMatterBody)] };
  },
  wish: wishCard,
};

/** Explains the command that the words ask about, or what can be said at all. */
async function howCard(ctx: Context, { commands, topic = '' }: Said): Promise<Card> {
  const t = textsIn(ctx.locale).talk;
  if (topic === 'privacy')
    return { key: 'help:privacy', title: t.privacy, tone: 'info', nodes: [text(t.privacyLines.join('\n'))] };
  const command = commandAbout(
    topic,
    commands.filter((one) => hasRole(ctx.person.role, one.role)),
  );
  return await helpCard(ctx, commands, command?.words[ctx.locale][0]);
}

/** Finds the command by the words in which people ask about it, or undefined. */
function commandAbout(topic: string, may: readonly Command<Context>[]): Command<Context> | undefined {
  const said = topic.toLowerCase();
  const holds = (word: string) =>
    /[a-z]/.test(word) ? new RegExp(`\\b${word}(?:s|es)?\\b`).test(said) : said.includes(word);
  for (const locale of locales)
    for (const [name, words] of textsIn(locale).talk.about) {
      const command = may.find((one) => one.name === name);
      if (command && words.some(holds)) return command;
    }
  return undefined;
}

/** Says what the product knows of the speaker. */
async function selfCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).talk;
  const { name, role, teamId } = ctx.person;
  const team = teamId ? await teamById(ctx.db, teamId) : undefined;
  return {
    key: `self:${ctx.person.id}`,
    title: t.self(name),
    tone: 'info',
    nodes: [text(t.selfBody(t.roles[role], team?.name ?? ''))],
  };
}

/** Says that a thought is no fact; where a known customer may have said it, one tap records it. */
async function wishCard(ctx: Context, { words, isGroup }: Said): Promise<Card> {
  const t = textsIn(ctx.locale);
  const card = nod(t.talk.supposed);
  if (isGroup || words === '') return card;
  const reading = await heard(ctx, words, { isMine: true });
  const [act] = reading?.acts ?? [];
  const isNamed = act?.mention?.how === 'sure' && (reading?.intent === 'log' || reading?.intent === 'plan');
  if (!isNamed) return card;
  return {
    ...card,
    nodes: [
      text(t.talk.supposedBody),
      ...actions(button(t.sentence.takeDown, 'say', { words, isMine: true })),
    ],
  };
}
