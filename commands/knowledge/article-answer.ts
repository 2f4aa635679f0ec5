import { defineCommand } from '../../crm/access/context.js';
import { writeArticle, writingChanges } from '../../crm/acts/article-acts.js';
import { articleCard } from '../../crm/cards/article-card.js';
import { aboutFields, aboutOf, textTyped, titledText } from '../../crm/lookup/article-fields.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { articleNo } from '../../kernel/records/record-number.js';
import { openQuestion } from '../../store/knowledge/open-questions.js';
import { textsIn } from '../../texts/languages.js';

/** The identity of a record as the first word. */
const isId = /^[0-9A-Z]{20}(?:\s|$)/u;

/** Writes an article that answers an open question: the question is its title, unless another is given. */
export const articleAnswer = defineCommand({
  name: 'article-answer',
  changes: [...writingChanges],
  hidden: true,
  takesLines: true,
  // "answer" is an everyday word: only with the question that its button holds it is the command.
  takes: (words) => isId.test(words.trim()),
  fields: {
    question: f.word({ required: true }),
    ...aboutFields,
    words: f.text({ required: true }),
  },
  async run({ question: id, words, ...said }, ctx) {
    const t = textsIn(ctx.locale).knowledge;
    const question = await openQuestion(ctx.db, id);
    if (!question) throw new RuleError(t.answered);
    const body = textTyped(ctx, words);
    const given = titledText(body, { byColon: true }) ?? { title: question.words, body };
    const made = await writeArticle(ctx, { ...given, ...aboutOf(said) }, question);
    return await articleCard(ctx, made, { said: t.written(articleNo(made)), undo: true });
  },
});
