import { afterwards, type Context, defineCommand } from '../../crm/access/context.js';
import { redacted } from '../../crm/access/visibility.js';
import { howNode, readButton } from '../../crm/cards/article-card.js';
import {
  answersTo,
  answersToQuestion,
  whatIsAsked,
  wordsOfArticle,
} from '../../crm/lookup/article-lookup.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { articleNo } from '../../kernel/records/record-number.js';
import { asksSomebodyTo } from '../../language/names/given-tasks.js';
import { asksPerson } from '../../language/question/asks-person.js';
import { isUntracked, type QuestionReading } from '../../language/question/question-reading.js';
import { composeAnswer } from '../../reports/answers/answer-question.js';
import { notKnownKey } from '../../reports/answers/unknown-answer.js';
import { leadList } from '../../reports/lists/lead-list.js';
import { passageFor } from '../../sales/knowledge/article-passage.js';
import { holdsAll } from '../../sales/knowledge/article-search.js';
import { unansweredQuestions } from '../../store/knowledge/open-questions.js';
import type { OpenQuestion } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { figuresAsked, maybeFigures } from '../reports/figure-answers.js';
import { noteStep } from './onboarding-steps.js';

/**
 * `问 竞品X怎么打` ("ask how to beat X"): answers a question about figures from the team's data, another from an
 * article's passage with its source; stores an unanswered question for a manager.
 */
export const ask = defineCommand({
  name: 'ask',
  changes: ['question.asked', 'step.noted'],
  // Viewers may ask as well.
  role: 'viewer',
  fields: {
    // True for a button's question, which is always about figures.
    figures: f.flag(),
    // True for a question without the verb: it is stored as open only once the speaker asks for that.
    inPassing: f.flag(),
    words: f.rest({ required: true }),
  },
  // "ask Tom to send the quote" gives Tom something to do.
  takes: (words) => !asksSomebodyTo(words),
  // Answers about figures write nothing; other questions may be stored as open.
  looks: (input) =>
    input.figures === true || input.inPassing === true || maybeFigures(String(input.words ?? '')),
  async run({ words, inPassing }, ctx): Promise<Card> {
    const asked = words.replace(/[?？。!！\s]+$/u, '');
    await noteStep(ctx, 'ask');
    const reading = await figuresAsked(ctx, asked);
    if (!reading)
      return (
        (await passageAbout(ctx, asked)) ?? (await unansweredCard(ctx, asked, inPassing || asksPerson(asked)))
      );
    // An article may answer about figures that Genjin does not track.
    const written = isUntracked(reading.measure) ? await passageAbout(ctx, asked) : undefined;
    const card =
      written ?? (await newLeadsListed(ctx, reading)) ?? (await composeAnswer(ctx, asked, reading));
    // What was not understood concerns the asker alone.
    if (card.key === notKnownKey && ctx.place.kind === 'group') ctx.isPrivate = true;
    return card;
  },
});

/** The leads that a question counted, as far as they are open still; undefined of another question. */
async function newLeadsListed(ctx: Context, reading: QuestionReading): Promise<Card | undefined> {
  const { measure, shape, whose, filters, period = 'thisMonth' } = reading;
  if (measure !== 'newLeads' || shape !== 'list') return undefined;
  return await leadList(ctx, { kind: 'leads', filters, period, ...(whose ? { whose } : {}) }, { page: 1 });
}

/** Stores a question that was asked outright; of any other, offers to ask the colleagues. */
async function unansweredCard(ctx: Context, asked: string, inPassing = false): Promise<Card> {
  if (!inPassing) return await notedCard(ctx, asked);
  const t = textsIn(ctx.locale);
  // In a group people mostly ask each other.
  ctx.isPrivate = ctx.place.kind === 'group';
  return {
    key: `answer:${asked}`,
    title: t.talk.noAnswer,
    tone: 'info',
    nodes: [
      text(asked, 'quote'),
      text(t.talk.noAnswerBody),
      ...actions(button(t.talk.askTeam, 'ask-missed', { words: asked }), button(t.dispatch.help, 'help')),
    ],
  };
}

async function passageAbout(ctx: Context, asked: string): Promise<Card | undefined> {
  const t = textsIn(ctx.locale).knowledge;
  const about = whatIsAsked(ctx, asked);
  const [best, ...others] = await answersToQuestion(ctx, asked, about);
  if (!best) return undefined;
  const also = others.slice(0, best.url ? 1 : 2);
  const titles = also.map((one) => `${articleNo(one)} ${redacted(ctx, one.title)}`);
  return {
    key: `answer:${asked}`,
    title: asked,
    tone: 'info',
    nodes: [
      text(redacted(ctx, passageFor(about, best.body)), 'quote'),
      text(t.source(articleNo(best), redacted(ctx, best.title))),
      ...(also.length > 0 ? [text(t.also(formatsIn(ctx.locale).list(titles)))] : []),
      ...actions(
        ...[best, ...also].map((one) => readButton(ctx, one)),
        best.url !== null && { kind: 'link', label: t.link, url: best.url },
        button(t.miss, 'ask-missed', { words: asked }),
      ),
      ...(best.sourceKey ? [context(t.file(best.sourceKey))] : []),
    ],
  };
}

/** Stores the question for a manager and for whoever knows the answer. */
async function notedCard(ctx: Context, asked: string): Promise<Card> {
  const t = textsIn(ctx.locale).knowledge;
  const given = { words: asked, askedBy: ctx.person.id, teamId: ctx.person.teamId };
  afterwards(ctx, (unit) => unit.create('question.asked', given));
  const nodes = [text(t.none(asked)), howNode(ctx)];
  return { key: `answer:${asked}`, title: asked, tone: 'warn', nodes };
}

/** `没答到` ("not answered"): reopens a question whose passage did not answer it. */
export const askMissed = defineCommand({
  name: 'ask-missed',
  changes: ['question.asked'],
  hidden: true,
  fields: { words: f.rest({ required: true }) },
  run: async ({ words }, ctx) => await notedCard(ctx, words),
});

/** `问题` ("questions"): lists unanswered questions, most frequent first. */
export const questions = defineCommand({
  name: 'questions',
  role: 'manager',
  reads: true,
  seldom: true,
  fields: {},
  async run(_input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).knowledge;
    const open = await stillOpen(ctx);
    return {
      key: 'questions',
      title: t.questions,
      tone: open.length > 0 ? 'warn' : 'good',
      nodes: [
        ...(open.length === 0 ? [text(t.noQuestions)] : []),
        ...open.flatMap((one) => [
          text(t.asked(redacted(ctx, one.words), one.times)),
          ...actions(button(t.write, 'article-answer', { question: one.id })),
        ]),
      ],
    };
  },
});

/** Lines of the list, and most questions read for it. */
const shown = { lines: 7, looked: 30 };

/** Lists the open questions that no article answers now; articles also arrive from files. */
async function stillOpen(ctx: Context): Promise<OpenQuestion[]> {
  const open: OpenQuestion[] = [];
  for (const one of await unansweredQuestions(ctx.db, shown.looked)) {
    const asked = whatIsAsked(ctx, one.words);
    const [best] = await answersTo(ctx, asked);
    if (!best || best.updatedAt < one.createdAt || !holdsAll(asked, wordsOfArticle(best))) open.push(one);
  }
  return open.slice(0, shown.lines);
}
