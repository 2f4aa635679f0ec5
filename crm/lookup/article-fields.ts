import { InputError } from '../../kernel/command/errors.js';
import { f, namedInText } from '../../kernel/command/fields.js';
import { articleNumber } from '../../kernel/records/record-number.js';
import { type AboutArticle, articleByNo } from '../../store/knowledge/article-queries.js';
import type { Article } from '../../store/schema/row-types.js';
import { locales, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { asTyped } from './as-typed.js';

/**
 * The fields of an article's line, as in `#标签 >谈判 产品=标准版 竞品=凌峰` ("#tag >negotiation product=standard
 * competitor=Lingfeng").
 */
export const aboutFields = {
  tags: f.tags(),
  stage: f.stage(),
  product: namedInText(f.word()),
  competitor: namedInText(f.word()),
};

export type AboutSaid = { tags?: string[]; stage?: string; product?: string; competitor?: string };

/** Words that clear a field: `产品=无` ("product=none"). */
const clearingWord = /^(?:无|没有|none|-)$/i;

/** Converts the said fields to an article's columns. */
export function aboutOf({ tags, stage, product, competitor }: AboutSaid): Partial<AboutArticle> {
  const worded = (words: string) => (clearingWord.test(words) ? null : words);
  return {
    ...(tags ? { tags } : {}),
    ...(stage ? { stage } : {}),
    ...(product ? { product: worded(product) } : {}),
    ...(competitor ? { competitor: worded(competitor) } : {}),
  };
}

/** Names of the fields in an article's line, in every language. */
const fieldNames = locales.flatMap((locale) => {
  const { commonFields, command } = textsIn(locale);
  const { product, competitor } = commonFields;
  return [product, competitor, command['article-edit'].fields.title].flatMap(({ names }) => names);
});
const namedFields = new RegExp(`(?:${fieldNames.join('|')})\\s*=\\s*(?:"[^"]+"|[^\\s,;、]+)`, 'giu');

/** Returns the article's text as it was typed. */
export const textTyped = (ctx: Context, read: string): string =>
  asTyped(ctx.words, read, { pieces: ['tag', 'stage'], named: namedFields, at: ctx.at });

/** Longest title, in characters; fits on one line. */
export const longestTitle = 80;
/** Longest body, in characters; platforms cut longer messages. */
const longestBody = 8_000;

/**
 * `标题：正文` ("title: body"), or a first line and the rest; a colon inside an address or a time does not count.
 */
const titled = /^([^\n]{1,80}?)([:：](?!\/\/)(?!(?<=\d[:：])\d)\s*|\s*\n\s*)([\s\S]+)$/u;

export interface Text {
  title: string;
  body: string;
}

/**
 * Splits the words into title and body, or undefined if either is missing. With `byColon`, a first line alone
 * is not a title.
 */
export function titledText(words: string, { byColon = false } = {}): Text | undefined {
  const [, title = '', mark = '', body = ''] = titled.exec(words.trim()) ?? [];
  if (byColon && !/[:：]/.test(mark)) return undefined;
  return title.trim() && body.trim() ? { title: title.trim(), body: body.trim() } : undefined;
}

/** Throws InputError if the text is longer than an article may be. */
export function demandFits(ctx: Context, body: string): void {
  if (body.length > longestBody)
    throw new InputError('words', textsIn(ctx.locale).knowledge.tooLong(longestBody));
}

/**
 * Opens an article by its number; only its author may open a proposed one. Throws InputError if there is
 * none.
 */
export async function openArticle(ctx: Context, words: string): Promise<Article> {
  const found = await articleByNo(ctx.db, articleNumber(words) ?? 0);
  const isOwn = found?.authorId === ctx.person.id;
  // A proposed article stays private to its author, also in a group.
  if (found?.draftUntil && isOwn) ctx.isPrivate = true;
  if (found && (!found.draftUntil || isOwn)) return found;
  throw new InputError('article', textsIn(ctx.locale).knowledge.noArticle(words.toUpperCase()));
}
