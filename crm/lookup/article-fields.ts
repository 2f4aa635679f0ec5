import { InputError } from '../../kernel/command/errors.js';
import { f, namedInText } from '../../kernel/command/fields.js';
import { articleNumber } from '../../kernel/records/record-number.js';
import { type AboutArticle, articleByNo } from '../../store/knowledge/article-queries.js';
import type { Article } from '../../store/schema/row-types.js';
import { locales, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { asTyped } from './as-typed.js';

/** What an article is about, in a line: `#标签 >谈判 产品=标准版 竞品=凌峰`. */
export const aboutFields = {
  tags: f.tags(),
  stage: f.stage(),
  product: namedInText(f.word()),
  competitor: namedInText(f.word()),
};

export type AboutSaid = { tags?: string[]; stage?: string; product?: string; competitor?: string };

/** `产品=无` takes it away. */
const nothing = /^(?:无|没有|none|-)$/i;

/** What was said of it, as an article keeps it. */
export function aboutOf({ tags, stage, product, competitor }: AboutSaid): Partial<AboutArticle> {
  const worded = (words: string) => (nothing.test(words) ? null : words);
  return {
    ...(tags ? { tags } : {}),
    ...(stage ? { stage } : {}),
    ...(product ? { product: worded(product) } : {}),
    ...(competitor ? { competitor: worded(competitor) } : {}),
  };
}

/** What is called by its name in an article's line. */
const fieldNames = locales.flatMap((locale) => {
  const { commonFields, command } = textsIn(locale);
  const { product, competitor } = commonFields;
  return [product, competitor, command['article-edit'].fields.title].flatMap(({ names }) => names);
});
const namedFields = new RegExp(`(?:${fieldNames.join('|')})\\s*=\\s*(?:"[^"]+"|[^\\s,;、]+)`, 'giu');

/** The words of the text as they were typed. */
export const textTyped = (ctx: Context, read: string): string =>
  asTyped(ctx.words, read, { pieces: ['tag', 'stage'], named: namedFields, at: ctx.at });

/** A title fits on a line. */
export const longestTitle = 80;
/** More is a book, and no platform shows it in one message. */
const longestBody = 8_000;

/** `标题：正文`, or a first line and what follows; a colon in an address or a time is none. */
const titled = /^([^\n]{1,80}?)([:：](?!\/\/)(?!(?<=\d[:：])\d)\s*|\s*\n\s*)([\s\S]+)$/u;

export interface Text {
  title: string;
  body: string;
}

/** The title and the text of what was said; undefined where it is not both. A first line alone is none if `byColon`. */
export function titledText(words: string, { byColon = false } = {}): Text | undefined {
  const [, title = '', mark = '', body = ''] = titled.exec(words.trim()) ?? [];
  if (byColon && !/[:：]/.test(mark)) return undefined;
  return title.trim() && body.trim() ? { title: title.trim(), body: body.trim() } : undefined;
}

/** Throws InputError where a text is longer than an article may be. */
export function demandFits(ctx: Context, body: string): void {
  if (body.length > longestBody)
    throw new InputError('words', textsIn(ctx.locale).knowledge.tooLong(longestBody));
}

/** The article of a number; a proposal only for whose it is. Throws InputError where there is none. */
export async function openArticle(ctx: Context, words: string): Promise<Article> {
  const found = await articleByNo(ctx.db, articleNumber(words) ?? 0);
  const isOwn = found?.authorId === ctx.person.id;
  // What is only proposed stays between its author and us, in a group as well.
  if (found?.draftUntil && isOwn) ctx.isPrivate = true;
  if (found && (!found.draftUntil || isOwn)) return found;
  throw new InputError('article', textsIn(ctx.locale).knowledge.noArticle(words.toUpperCase()));
}
