import type { Kit, Referable } from '../kit/kit.js';

/** What the team knows, what it was asked, and how far somebody new is. */
export function declareKnowledge(k: Kit, { people, teams }: Record<'people' | 'teams', Referable>) {
  /** What the team knows, written in chat or taken from a folder. */
  const articles = k.table(
    'articles',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      title: k.text().notNull(),
      body: k.text().notNull(),
      tags: k.json<string[]>().notNull(),
      /** What it is about, where it is about one. */
      stage: k.text(),
      product: k.text(),
      competitor: k.text(),
      /** Its path in the folder that it came from. */
      sourceKey: k.text().unique(),
      /** Where the original stands, as its file says. */
      url: k.text(),
      /** Its place in a path of several. */
      position: k.int(),
      authorId: k.ref(() => people.id),
      /** Proposed to its author and not kept yet: nobody else sees it, and it is gone then. */
      draftUntil: k.at(),
      removed: k.bool().notNull(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
      updatedAt: k.at().notNull(),
    },
    (t) => [
      k.index('articles_stage').on(t.stage),
      k.index('articles_competitor').on(t.competitor),
      k.index('articles_draft').on(t.draftUntil),
    ],
  );

  /** Words and pairs of characters, by which articles are found on every database alike. */
  const articleTerms = k.table(
    'article_terms',
    {
      term: k.text().notNull(),
      articleId: k.ref(() => articles.id, 'cascade').notNull(),
      times: k.int().notNull(),
    },
    (t) => [k.primaryKey(t.term, t.articleId), k.index('article_terms_article').on(t.articleId)],
  );

  /** What nobody had an answer to. */
  const openQuestions = k.table(
    'open_questions',
    {
      id: k.id(),
      words: k.text().notNull(),
      askedBy: k.ref(() => people.id).notNull(),
      /** Others who asked as well. */
      askers: k.json<string[] | null>(),
      teamId: k.ref(() => teams.id),
      times: k.int().notNull(),
      answeredBy: k.ref(() => articles.id, 'set null'),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.index('open_questions_team').on(t.answeredBy, t.teamId, t.createdAt)],
  );

  /** What somebody new has done of their first steps and is no record: an article read, a list looked at. */
  const firstSteps = k.table(
    'first_steps',
    {
      id: k.id(),
      personId: k.ref(() => people.id, 'cascade').notNull(),
      step: k.text().notNull(),
      at: k.at().notNull(),
    },
    (t) => [k.uniqueIndex('first_steps_one').on(t.personId, t.step)],
  );

  return { articles, articleTerms, openQuestions, firstSteps };
}
