import { actions, button, type Card, context, text } from '../bot/kernel/card.js';
import { DeniedError, InputError, RuleError, StaleError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import {
  type Article,
  answerQuestion,
  articleByNo,
  changeArticle,
  countArticles,
  createArticle,
  latestArticles,
  type OpenQuestion,
  openQuestion,
} from '../store/articles.js';
import { factsBefore, logEvent } from './acts/events.js';
import { articleCard, articleNo } from './cards/article.js';
import { type Context, defineCommand } from './context.js';
import { redacted } from './sight.js';
import { knowledgeTexts } from './texts/knowledge.js';

const shown = 7;

const numbered = /^A-\d+$/i;
const titled = /^(.{1,80}?)[:：]\s*([\s\S]+)$/u;

const words = f.rest({
  label: { zh: '标题：正文', en: 'title: text' },
  example: { zh: '竞品X怎么打：先问他们的实施周期', en: 'How to beat X: ask how long their roll-out takes' },
});

/** `文章 竞品X怎么打：先问实施周期 #竞品` keeps what the team knows; `文章 A-3` shows it; alone it lists the last ones. */
export const article = defineCommand({
  name: 'article',
  words: { zh: ['文章', '知识'], en: ['article'] },
  summary: { zh: '写下或查看团队的知识', en: 'Write down or read what the team knows' },
  examples: {
    zh: ['文章', '文章 竞品X怎么打：先问他们的实施周期 #竞品'],
    en: ['article', 'article How to beat X: ask how long their roll-out takes #rivals'],
  },
  fields: { tags: f.tags(), words },
  looks: (input) => !input.words || numbered.test(String(input.words)),
  async run(input, ctx) {
    const said = input.words?.trim();
    if (!said) return await listCard(ctx);
    if (numbered.test(said)) return await articleCard(ctx, await openArticle(ctx, said));
    const t = knowledgeTexts(ctx.locale);
    // The reader of lines drops a mark at a word's end: the title's colon stands in the words as they were typed.
    const typed = (ctx.words ?? '')
      .replace(/^\S+\s+/, '')
      .replace(/#\S+/g, '')
      .trim();
    const [, title, body] = titled.exec(said) ?? titled.exec(typed) ?? [];
    if (!title || !body) throw new InputError('words', t.noBody, t.example);
    return await write(ctx, { title, body, tags: input.tags });
  },
});

/** The answer to a question that nobody could answer: its words are the title, unless another is given. */
export const articleAnswer = defineCommand({
  name: 'article-answer',
  words: { zh: ['写答案'], en: ['answer'] },
  summary: { zh: '回答一个还没有答案的问题', en: 'Answer a question that is open' },
  examples: { zh: [], en: [] },
  hidden: true,
  fields: {
    question: f.word({ label: { zh: '问题', en: 'question' }, required: true }),
    tags: f.tags(),
    words: { ...words, required: true },
  },
  async run(input, ctx) {
    const question = await openQuestion(ctx.db, input.question);
    if (!question) throw new RuleError(knowledgeTexts(ctx.locale).answered);
    const [, title = question.words, body = input.words] = titled.exec(input.words) ?? [];
    const given = { title, body, tags: input.tags };
    return await write(ctx, given, question);
  },
});

async function write(
  ctx: Context,
  { title, body, tags }: { title: string; body: string; tags?: readonly string[] },
  question?: OpenQuestion,
): Promise<Card> {
  const given = {
    title: title.trim(),
    body: body.trim(),
    tags: [...(tags ?? [])],
    stage: null,
    sourceKey: null,
  };
  const made = await createArticle(ctx.db, { ...given, authorId: ctx.person.id }, ctx.now);
  if (question) await answerQuestion(ctx.db, question, made.id);
  const record = { type: 'article', id: made.id } as const;
  await logEvent(ctx, 'article.written', record, null, { no: made.no, version: made.version });
  return await articleCard(ctx, made, {
    said: knowledgeTexts(ctx.locale).written(articleNo(made)),
    undo: true,
  });
}

export async function openArticle(ctx: Context, words: string): Promise<Article> {
  const found = await articleByNo(ctx.db, Number(words.slice(2)));
  if (!found) throw new InputError('words', knowledgeTexts(ctx.locale).noArticle(words.toUpperCase()));
  return found;
}

async function listCard(ctx: Context): Promise<Card> {
  const t = knowledgeTexts(ctx.locale);
  const latest = await latestArticles(ctx.db, shown);
  return {
    key: 'articles',
    title: t.articles,
    tone: 'info',
    nodes: [
      text(t.count(await countArticles(ctx.db)), 'strong'),
      ...(latest.length > 0
        ? [text(latest.map((one) => `${articleNo(one)} ${redacted(ctx, one.title)}`).join('\n'))]
        : []),
      ...actions(
        ...latest
          .slice(0, 3)
          .map((one) => button(t.whole(articleNo(one)), 'article', { words: articleNo(one) })),
      ),
      context(t.how),
    ],
  };
}

/** `删文章 A-3`: by who wrote it, or a manager. */
export const articleRemove = defineCommand({
  name: 'article-remove',
  words: { zh: ['删文章'], en: ['remove-article'] },
  summary: { zh: '删除一篇文章', en: 'Remove an article' },
  examples: { zh: [], en: [] },
  seldom: true,
  fields: { article: f.word({ label: { zh: '文章', en: 'article' }, required: true }) },
  async run(input, ctx) {
    const t = knowledgeTexts(ctx.locale);
    const found = await openArticle(ctx, input.article);
    if (found.authorId !== ctx.person.id && ctx.person.role === 'rep') throw new DeniedError(t.onlyAuthor);
    const change = { removed: true, updatedAt: ctx.now };
    const changed = await changeArticle(ctx.db, found, change);
    if (!changed) throw new StaleError(articleNo(found));
    const after = { ...change, version: changed.version };
    await logEvent(
      ctx,
      'article.removed',
      { type: 'article', id: found.id },
      factsBefore(found, change),
      after,
    );
    return await articleCard(ctx, changed, { said: t.removed(articleNo(found)), undo: true });
  },
});
