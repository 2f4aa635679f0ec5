import {
  type Action,
  actions,
  button,
  type Card,
  type CardNode,
  context,
  fields,
  text,
} from '../../kernel/card/card.js';
import { articleNo } from '../../kernel/records/record-number.js';
import { stageOf } from '../../sales/process/stages.js';
import type { AboutArticle } from '../../store/knowledge/article-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Article, OpenQuestion } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { redacted } from '../access/visibility.js';
import { momentWords } from '../words/zoned-dates.js';
import { undoButton } from './deal-card.js';

export const readButton = (ctx: Context, article: Pick<Article, 'no'>): Action =>
  button(textsIn(ctx.locale).knowledge.whole(articleNo(article)), 'article', { words: articleNo(article) });

type Offered = Pick<Article, 'no' | 'title'>;

/** Explains how to write an article, ask a question, and turn a message into an article. */
export function howNode(ctx: Context): CardNode {
  const t = textsIn(ctx.locale).knowledge;
  return context(ctx.platforms.of(ctx.platform).can.messageMenu ? `${t.how}; ${t.onSlack}` : t.how);
}

/** Opens the team's article on a stage, offered when a deal enters the stage. */
export const playbookButton = (ctx: Context, article: Offered): Action =>
  offered(textsIn(ctx.locale).knowledge.playbook(titleFor(ctx, article)), article);

/** Opens the team's article on a competitor, offered when the words name that competitor. */
export const rivalButton = (ctx: Context, article: Offered): Action =>
  offered(textsIn(ctx.locale).knowledge.rival(titleFor(ctx, article)), article);

const titleFor = (ctx: Context, { title }: Offered): string => redacted(ctx, title).slice(0, 24);
const offered = (label: string, article: Offered): Action =>
  button(label, 'article', { words: articleNo(article) });

/** Tells whether the speaker may change or remove the article. */
export const mayEdit = (ctx: Context, article: Pick<Article, 'authorId'>): boolean =>
  article.authorId === ctx.person.id || ctx.person.role === 'manager' || ctx.person.role === 'admin';

/** Lists in words what an article is about. */
export function aboutWords(
  ctx: Context,
  { tags, stage, product, competitor }: Partial<AboutArticle>,
): string[] {
  const t = textsIn(ctx.locale).knowledge;
  return [
    stage ? `>${stageWords(ctx, stage)}` : '',
    product ? `${t.product} ${product}` : '',
    competitor ? `${t.competitor} ${competitor}` : '',
    ...(tags ?? []).map((tag) => `#${tag}`),
  ].filter(Boolean);
}

const stageWords = (ctx: Context, key: string): string => stageOf(ctx.process, key)?.name[ctx.locale] ?? key;

function aboutNodes(ctx: Context, { tags, stage, product, competitor }: Article): CardNode[] {
  const t = textsIn(ctx.locale).knowledge;
  return fields(
    [t.stage, stage && stageWords(ctx, stage)],
    [t.product, product],
    [t.competitor, competitor],
    [t.tags, formatsIn(ctx.locale).list(tags.map((tag) => `#${tag}`)) || null],
  );
}

/** An article, headed by what just happened to it; `first` is the likeliest button. */
export async function articleCard(
  ctx: Context,
  article: Article,
  more: { said?: string; undo?: boolean; first?: Action } = {},
): Promise<Card> {
  const t = textsIn(ctx.locale).knowledge;
  const no = articleNo(article);
  const author = article.authorId ? (await personById(ctx.db, article.authorId))?.name : undefined;
  const mine = mayEdit(ctx, article) && !article.removed;
  return {
    key: `article:${no}`,
    title: `${no} · ${redacted(ctx, article.title)}`,
    tone: 'info',
    nodes: [
      ...(more.said ? [text(more.said, 'strong')] : []),
      ...(more.said && !article.removed ? [text(t.readBy)] : []),
      text(redacted(ctx, article.body)),
      ...aboutNodes(ctx, article),
      ...actions(
        more.first,
        article.url !== null && { kind: 'link', label: t.link, url: article.url },
        mine && button(t.edit, 'article-edit', { article: no, v: article.version }),
        mine && !more.undo && button(t.remove, 'article-remove', { article: no, v: article.version }),
        more.undo && undoButton(ctx),
      ),
      context(
        t.by(
          author ?? (article.sourceKey ? t.file(article.sourceKey) : ''),
          momentWords(ctx, article.updatedAt),
        ),
      ),
    ],
  };
}

/** A proposed article, for its author to check. */
export function articleProposalCard(ctx: Context, article: Article): Card {
  const t = textsIn(ctx.locale).knowledge;
  const no = articleNo(article);
  return {
    key: `article:${no}`,
    title: `${no} · ${article.title}`,
    tone: 'warn',
    nodes: [
      text(article.body, 'quote'),
      ...aboutNodes(ctx, article),
      text(t.proposed),
      text(t.willBeReadBy),
      ...actions(
        button(t.keep, 'article-keep', { article: no, v: article.version }, { style: 'primary' }),
        button(t.retitle, 'article-title', { article: no, v: article.version }),
        button(t.edit, 'article-edit', { article: no, v: article.version }),
        button(t.remove, 'article-remove', { article: no, v: article.version }),
      ),
    ],
  };
}

/** Tells somebody who asked that their question now has an answer. */
export function answeredCard(ctx: Context, question: OpenQuestion, article: Article, passage: string): Card {
  const t = textsIn(ctx.locale).knowledge;
  return {
    key: `answer:${question.words}`,
    title: t.nowAnswered,
    subtitle: question.words,
    tone: 'good',
    nodes: [
      text(redacted(ctx, passage), 'quote'),
      text(t.source(articleNo(article), redacted(ctx, article.title))),
      ...actions(readButton(ctx, article)),
    ],
  };
}
