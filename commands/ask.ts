import { actions, button, type Card, context, text } from '../bot/kernel/card.js';
import { f } from '../bot/kernel/fields.js';
import { passageFor, ranked, termsOf } from '../sales/knowledge.js';
import {
  type Article,
  articlesById,
  countArticles,
  hitsOf,
  noteOpenQuestion,
  unansweredQuestions,
} from '../store/articles.js';
import { articleNo } from './cards/article.js';
import { type Context, defineCommand } from './context.js';
import { figureAnswer, maybeFigures } from './figure-answers.js';
import { redacted } from './sight.js';
import { common } from './texts/common.js';
import { knowledgeTexts } from './texts/knowledge.js';

/**
 * `问 竞品X怎么打`: a question about the team's own figures is answered from these, another from what the team wrote, with the
 * passage and its source; else it is noted for a manager.
 */
export const ask = defineCommand({
  name: 'ask',
  words: { zh: ['问', 'w'], en: ['ask'] },
  summary: { zh: '问数字，或问团队的知识库', en: 'Ask for figures, or what the team knows' },
  examples: {
    zh: ['问 竞品X怎么打', '问 哪些客户两周没跟'],
    en: ['ask how to beat X', 'ask how much was won this month'],
  },
  // Who only looks may ask as well.
  role: 'viewer',
  fields: {
    // A button's question is about figures whatever is named in it.
    figures: f.flag({ zh: '数字', en: 'figures' }),
    words: f.rest({
      required: true,
      label: { zh: '问题', en: 'question' },
      ask: { zh: '想问什么？', en: 'What do you want to know?' },
      example: { zh: '竞品X怎么打', en: 'how to beat X' },
    }),
  },
  // What is asked of figures writes nothing; what is asked of articles may leave an open question.
  looks: (input) => input.figures === true || maybeFigures(String(input.words ?? '')),
  async run({ words, figures: isFigures }, ctx): Promise<Card> {
    const t = knowledgeTexts(ctx.locale);
    const asked = words.replace(/[?？。!！\s]+$/u, '');
    const figures = await figureAnswer(ctx, asked);
    if (figures) return figures;
    const found = await answersTo(ctx, asked);
    const [best, ...others] = found;
    if (!best) {
      const open = { words: asked, askedBy: ctx.person.id, teamId: ctx.person.teamId };
      // What looked like a question about figures is only being read.
      if (isFigures || maybeFigures(words))
        ctx.after = async (tx) => void (await noteOpenQuestion(tx, open, ctx.now));
      else await noteOpenQuestion(ctx.db, open, ctx.now);
      return {
        key: `answer:${asked}`,
        title: asked,
        tone: 'warn',
        nodes: [text(t.none(asked)), context(t.how)],
      };
    }
    const also = others.slice(0, 2);
    const titles = common(ctx.locale).list(
      also.map((one) => `${articleNo(one)} ${redacted(ctx, one.title)}`),
    );
    return {
      key: `answer:${asked}`,
      title: asked,
      tone: 'info',
      nodes: [
        text(redacted(ctx, passageFor([...termsOf(asked).keys()], best.body)), 'quote'),
        text(t.source(articleNo(best), redacted(ctx, best.title))),
        ...(titles ? [text(t.also(titles))] : []),
        ...actions(
          ...[best, ...also].map((one) =>
            button(t.whole(articleNo(one)), 'article', { words: articleNo(one) }),
          ),
        ),
      ],
    };
  },
});

/** Articles that answer, the best first. */
export async function answersTo({ db }: Pick<Context, 'db'>, asked: string): Promise<Article[]> {
  const terms = [...termsOf(asked).keys()];
  const ids = ranked(terms, await hitsOf(db, terms), await countArticles(db)).slice(0, 5);
  const known = await articlesById(db, ids);
  return ids.flatMap((id) => known.get(id) ?? []).filter(({ removed }) => !removed);
}

/** `问题`: what nobody had an answer to, asked most often first. */
export const questions = defineCommand({
  name: 'questions',
  words: { zh: ['问题'], en: ['questions'] },
  summary: { zh: '看还没有答案的问题', en: 'Questions that nobody could answer' },
  examples: { zh: ['问题'], en: ['questions'] },
  role: 'manager',
  reads: true,
  seldom: true,
  fields: {},
  async run(_input, ctx): Promise<Card> {
    const t = knowledgeTexts(ctx.locale);
    const open = await unansweredQuestions(ctx.db, 7);
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
