import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { articleNo } from '../../kernel/records/record-number.js';
import { keptArticles } from '../../store/knowledge/article-queries.js';
import type { Article } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { redacted } from '../access/visibility.js';
import type { AboutSaid } from '../lookup/article-fields.js';
import { isCalled } from '../lookup/article-lookup.js';
import { aboutWords, howNode, readButton } from './article-card.js';

/** Articles per page. */
const shown = 7;
/** Longest list that gets a read button for each article. */
const readable = 3;

/** Lists the articles about what was said, or all articles, newest first. */
export async function listCard(ctx: Context, said: AboutSaid, page: number): Promise<Card> {
  const t = textsIn(ctx.locale).knowledge;
  const fitting = (await keptArticles(ctx.db)).filter((one) => fits(one, said));
  const about = formatsIn(ctx.locale).list(aboutWords(ctx, said));
  const pages = Math.max(1, Math.ceil(fitting.length / shown));
  const at = Math.min(page, pages);
  const those = fitting.slice((at - 1) * shown, at * shown);
  const count = about ? t.fitting(fitting.length, about) : t.count(fitting.length);
  return {
    key: 'articles',
    title: t.articles,
    ...(pages > 1 ? { subtitle: t.page(at, pages) } : {}),
    tone: 'info',
    nodes: [
      text(count, 'strong'),
      ...(those.length > 0 ? [text(those.map((one) => lineOf(ctx, one)).join('\n'))] : []),
      ...actions(
        ...those.slice(0, readable).map((one) => readButton(ctx, one)),
        at < pages && button(t.more, 'article', { ...said, page: `p${at + 1}` }),
      ),
      howNode(ctx),
    ],
  };
}

function fits(article: Article, { tags = [], stage, product, competitor }: AboutSaid): boolean {
  const own = article.tags.map((tag) => tag.toLowerCase());
  return (
    tags.every((tag) => own.includes(tag.toLowerCase())) &&
    (!stage || article.stage === stage) &&
    (!product || isCalled(article.product, product)) &&
    (!competitor || isCalled(article.competitor, competitor))
  );
}

const lineOf = (ctx: Context, one: Article): string =>
  [`${articleNo(one)} ${redacted(ctx, one.title)}`, ...aboutWords(ctx, one)].join(' · ');

/** Lists articles related to words that are not an article themselves. */
export function mentionsCard(ctx: Context, words: string, known: readonly Article[]): Card {
  const t = textsIn(ctx.locale).knowledge;
  return {
    key: 'articles',
    title: t.articles,
    tone: 'info',
    nodes: [
      text(t.mentioning(words), 'strong'),
      text(known.map((one) => lineOf(ctx, one)).join('\n')),
      ...actions(...known.slice(0, readable).map((one) => readButton(ctx, one))),
      howNode(ctx),
    ],
  };
}
