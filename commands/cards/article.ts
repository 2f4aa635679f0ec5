import { type Action, actions, button, type Card, context, fields, text } from '../../bot/kernel/card.js';
import { stageOf } from '../../sales/stages.js';
import type { Article } from '../../store/articles.js';
import { personById } from '../../store/people.js';
import type { Context } from '../context.js';
import { redacted } from '../sight.js';
import { common } from '../texts/common.js';
import { knowledgeTexts } from '../texts/knowledge.js';
import { momentWords } from '../zoned.js';
import { undoButton } from './deal.js';

export const articleNo = ({ no }: Pick<Article, 'no'>): string => `A-${no}`;

/** What the team does in a stage, offered when a deal gets there. */
export const playbookButton = (ctx: Context, article: Article): Action =>
  button(knowledgeTexts(ctx.locale).playbook(redacted(ctx, article.title).slice(0, 24)), 'article', {
    words: articleNo(article),
  });

/** An article as it is, led by what just happened to it. */
export async function articleCard(
  ctx: Context,
  article: Article,
  more: { said?: string; undo?: boolean } = {},
): Promise<Card> {
  const t = knowledgeTexts(ctx.locale);
  const author = article.authorId ? (await personById(ctx.db, article.authorId))?.name : undefined;
  const mine = article.authorId === ctx.person.id || ctx.person.role !== 'rep';
  return {
    key: `article:${articleNo(article)}`,
    title: `${articleNo(article)} · ${redacted(ctx, article.title)}`,
    tone: 'info',
    nodes: [
      ...(more.said ? [text(more.said, 'strong')] : []),
      text(redacted(ctx, article.body)),
      ...fields(
        [t.stage, article.stage && (stageOf(ctx.process, article.stage)?.name[ctx.locale] ?? article.stage)],
        [t.tags, common(ctx.locale).list(article.tags.map((tag) => `#${tag}`)) || null],
      ),
      ...actions(
        mine && button(t.remove, 'article-remove', { article: articleNo(article), v: article.version }),
        more.undo && undoButton(ctx),
      ),
      context(t.by(author ?? article.sourceKey ?? '', momentWords(ctx, article.updatedAt))),
    ],
  };
}
