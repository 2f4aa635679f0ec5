import { type Context, defineCommand } from '../../crm/access/context.js';
import { editArticle, writingChanges } from '../../crm/acts/article-acts.js';
import { articleCard, articleProposalCard, mayEdit } from '../../crm/cards/article-card.js';
import {
  aboutFields,
  aboutOf,
  longestTitle,
  openArticle,
  textTyped,
  titledText,
} from '../../crm/lookup/article-fields.js';
import { DeniedError, InputError, MissingError } from '../../kernel/command/errors.js';
import { f, namedInText } from '../../kernel/command/fields.js';
import { articleNo } from '../../kernel/records/record-number.js';
import type { Article } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

const which = f.word({ required: true });

/**
 * `改文章 A-3 标题：正文 >谈判` ("edit article A-3, title: body, negotiation stage"): changes an article's text and
 * subject; for its author or a manager.
 */
export const articleEdit = defineCommand({
  name: 'article-edit',
  changes: [...writingChanges],
  seldom: true,
  takesLines: true,
  fields: {
    article: which,
    ...aboutFields,
    title: namedInText(f.word()),
    words: f.text(),
  },
  asks: (input) => (Object.keys(input).length > 1 ? undefined : 'words'),
  async run({ article, title, words, ...said }, ctx) {
    const found = await openOwn(ctx, article);
    const whole = words ? (titledText(textTyped(ctx, words)) ?? titledText(words)) : undefined;
    const body = words && !whole ? textTyped(ctx, words) : undefined;
    const change = { ...(whole ?? {}), ...(body ? { body } : {}), ...aboutOf(said) };
    return await changed(ctx, found, { ...change, ...(title ? { title: fitting(ctx, title) } : {}) });
  },
});

/** `改标题 A-3 客户嫌贵怎么回` ("rename A-3: how to answer 'too expensive'"). */
export const articleTitle = defineCommand({
  name: 'article-title',
  changes: [...writingChanges],
  hidden: true,
  fields: {
    article: which,
    title: f.text({ required: true }),
  },
  async run({ article, title }, ctx) {
    const found = await openOwn(ctx, article);
    return await changed(ctx, found, { title: fitting(ctx, textTyped(ctx, title)) });
  },
});

/** `删文章 A-3` ("delete article A-3"): for its author or a manager. */
export const articleRemove = defineCommand({
  name: 'article-remove',
  changes: ['article.removed'],
  seldom: true,
  fields: { article: which },
  async run(input, ctx) {
    const found = await openOwn(ctx, input.article);
    const gone = await editArticle(ctx, found, 'article.removed', { removed: true });
    return await articleCard(ctx, gone, {
      said: textsIn(ctx.locale).knowledge.removed(articleNo(gone)),
      undo: true,
    });
  },
});

async function openOwn(ctx: Context, words: string): Promise<Article> {
  const found = await openArticle(ctx, words);
  if (!mayEdit(ctx, found)) throw new DeniedError(textsIn(ctx.locale).knowledge.onlyAuthor);
  return found;
}

function fitting(ctx: Context, title: string): string {
  const t = textsIn(ctx.locale).knowledge;
  const plain = title.replace(/\s+/g, ' ').trim();
  if (plain === '' || plain.length > longestTitle) throw new InputError('title', t.noTitle, t.titleExample);
  return plain;
}

async function changed(ctx: Context, found: Article, change: Partial<Article>) {
  const t = textsIn(ctx.locale).knowledge;
  if (Object.keys(change).length === 0) throw new MissingError('words', t.noBody, t.example);
  const after = await editArticle(ctx, found, 'article.changed', change);
  if (after.draftUntil) return articleProposalCard(ctx, after);
  return await articleCard(ctx, after, { said: t.changed(articleNo(after)), undo: true });
}
