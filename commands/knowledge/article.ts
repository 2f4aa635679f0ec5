import { defineCommand } from '../../crm/access/context.js';
import { writeArticle, writingChanges } from '../../crm/acts/article-acts.js';
import { articleCard, articleProposalCard } from '../../crm/cards/article-card.js';
import { listCard, mentionsCard } from '../../crm/cards/article-list.js';
import {
  type AboutSaid,
  aboutFields,
  aboutOf,
  openArticle,
  textTyped,
  titledText,
} from '../../crm/lookup/article-fields.js';
import { answersTo, whatIsAsked } from '../../crm/lookup/article-lookup.js';
import { InputError } from '../../kernel/command/errors.js';
import { f, found } from '../../kernel/command/fields.js';
import { articleNo, articleNumber } from '../../kernel/records/record-number.js';
import { textsIn } from '../../texts/languages.js';
import { readAction } from './onboarding-steps.js';

/** `第2页` ("page 2"), stored as `p2`. */
const page = found(f.word(), {
  parse(value) {
    const [, before, after] = /^(?:第\s*([1-9]\d?)\s*页|p([1-9]\d?))$/i.exec(String(value)) ?? [];
    return before || after ? `p${before ?? after}` : undefined;
  },
  write: (value, locale) => textsIn(locale).knowledge.pageWord(Number(value.slice(1))),
  input: 'text',
});

/**
 * `文章 竞品X怎么打：先问实施周期 #竞品` ("article, how to beat X: first ask about the rollout time") stores an article; `文章
 * A-3` shows one; `文章 >谈判` lists those on a stage.
 */
export const article = defineCommand({
  name: 'article',
  changes: [...writingChanges],
  takesLines: true,
  ofMessage: 'article-propose',
  fields: {
    ...aboutFields,
    page,
    words: f.text(),
  },
  looks: ({ words }) => !words || titledText(String(words)) === undefined,
  async run({ words, page: at, ...said }, ctx) {
    const t = textsIn(ctx.locale).knowledge;
    if (!words) return await listCard(ctx, said as AboutSaid, Number(at?.slice(1) ?? 1));
    if (articleNumber(words) !== undefined) {
      const found = await openArticle(ctx, words);
      if (found.draftUntil) return articleProposalCard(ctx, found);
      return await articleCard(ctx, found, { first: await readAction(ctx, found) });
    }
    const read = titledText(words);
    if (read) {
      const given = titledText(textTyped(ctx, words)) ?? read;
      const made = await writeArticle(ctx, { ...given, ...aboutOf(said) });
      return await articleCard(ctx, made, { said: t.written(articleNo(made)), undo: true });
    }
    const known = await answersTo(ctx, whatIsAsked(ctx, words));
    if (known.length === 0) throw new InputError('words', t.noBody, t.example);
    return mentionsCard(ctx, words, known);
  },
});
