import { isOneApart } from '../../kernel/words/edit-distance.js';
import { foldName } from '../../kernel/words/folding.js';
import {
  type ArticleQuery,
  articleQueryOf,
  type CalledArticle,
  holdsAll,
  lookedUp,
  ranked,
  termsOf,
} from '../../sales/knowledge/article-search.js';
import { namedThings } from '../../sales/knowledge/named-things.js';
import type { Process } from '../../sales/process/parse-process.js';
import {
  articlesById,
  articlesOfStage,
  type CompetitorArticle,
  competitorArticles,
  countArticles,
  hitsOf,
  stageTerm,
} from '../../store/knowledge/article-queries.js';
import { answerGiven } from '../../store/knowledge/open-questions.js';
import type { Article, Deal } from '../../store/schema/row-types.js';
import { everyWording } from '../../texts/languages.js';
import type { Context } from '../access/context.js';

type Knowing = Pick<Context, 'db' | 'process'>;

/** Splits a question into the things it asks for, a named stage among them. */
export const whatIsAsked = ({ process }: Pick<Knowing, 'process'>, question: string): ArticleQuery[] =>
  articleQueryOf(question, stagesCalled(process));

const called = new WeakMap<Process, CalledArticle[]>();

/** Lists every stage with all words for it. */
function stagesCalled(process: Process): CalledArticle[] {
  let known = called.get(process);
  if (!known) {
    known = process.pipelines.flatMap(({ stages }) =>
      stages.map(({ key, name, aliases }) => ({
        words: [...everyWording(name), ...aliases],
        term: stageTerm(key),
      })),
    );
    called.set(process, known);
  }
  return known;
}

/** Finds articles related to what is asked, best first. */
export async function answersTo({ db }: Pick<Knowing, 'db'>, asked: ArticleQuery[]): Promise<Article[]> {
  const ids = ranked(asked, await hitsOf(db, lookedUp(asked)), await countArticles(db)).slice(0, 5);
  return await inOrder(db, ids);
}

/** Finds articles that answer a question; one written for that question comes first. */
export async function answersToQuestion(
  { db }: Pick<Knowing, 'db'>,
  question: string,
  asked: ArticleQuery[],
): Promise<Article[]> {
  const written = await answerGiven(db, question);
  const first = written ? await inOrder(db, [written]) : [];
  const others = await aboutNamed(db, question, await answersTo({ db }, asked));
  return [...first, ...others.filter(({ id }) => id !== first[0]?.id)];
}

/** Leaves out articles that do not hold what the question names, and those on another rival than the one named. */
async function aboutNamed(db: Knowing['db'], question: string, found: Article[]): Promise<Article[]> {
  if (found.length === 0) return found;
  const rival = await rivalArticle({ db }, question);
  const things = namedThings(question).filter((one) => !rival || !isCalled(rival.competitor, one));
  return found.filter((article) => {
    const words = foldName(
      [article.title, ...article.tags, article.product ?? '', article.competitor ?? '', article.body].join(
        ' ',
      ),
    );
    const holds = (name: string) => words.includes(foldName(name)) || holdsLike(article, name);
    return things.every(holds) && (!rival || holds(rival.competitor));
  });
}

/** Whether an article has the words of a name, or others for the same. */
const holdsLike = (article: Article, name: string): boolean =>
  holdsAll(articleQueryOf(name), wordsOfArticle(article));

async function inOrder(db: Knowing['db'], ids: readonly string[]): Promise<Article[]> {
  const known = await articlesById(db, ids);
  return ids.flatMap((id) => known.get(id) ?? []).filter(isKept);
}

const isKept = ({ removed, draftUntil }: Article): boolean => !removed && draftUntil === null;

/** Collects all words of an article. */
export const wordsOfArticle = ({ title, tags, product, competitor, body }: Article): Set<string> =>
  new Set(termsOf([title, ...tags, product ?? '', competitor ?? '', body].join('\n')).keys());

/**
 * Tells whether a said name means an article's product or competitor: 标准版 ("standard edition") means ERP 标准版.
 */
export function isCalled(own: string | null, said: string): boolean {
  if (!own) return false;
  const [a, b] = [foldName(own), foldName(said)];
  return a === b || (a.length > 1 && b.includes(a)) || (b.length > 1 && a.includes(b));
}

/**
 * Finds the article on a competitor whom the words name, exactly or one letter off; prefers one about the
 * product.
 */
export async function rivalArticle(
  { db }: Pick<Knowing, 'db'>,
  words: string,
  product: string | null | undefined = null,
): Promise<CompetitorArticle | undefined> {
  const known = await competitorArticles(db);
  if (known.length === 0) return undefined;
  const said = foldName(words);
  const named = known.filter(({ competitor }) => stands(foldName(competitor), words, said));
  const meant =
    named.length > 0 ? named : known.filter(({ competitor }) => isNear(foldName(competitor), words, said));
  return meant.find((one) => product && isCalled(one.product, product)) ?? meant[0];
}

/** Tells whether the words hold the name: a Chinese name anywhere, a Latin one as whole words. */
function stands(name: string, words: string, said: string): boolean {
  if (name.length < 2) return false;
  if (/\p{Script=Han}/u.test(name)) return said.includes(name);
  return latinWords(words, name).some((word) => word === name);
}

/** Lists the runs of as many words as the name has, folded. */
function latinWords(words: string, name: string): string[] {
  const all = words
    .normalize('NFKC')
    .split(/[^\p{Script=Latin}\p{N}.&'-]+/u)
    .filter(Boolean)
    .map(foldName);
  return all.flatMap((_, from) =>
    [1, 2, 3]
      .map((count) => all.slice(from, from + count).join(''))
      .filter((run) => Math.abs(run.length - name.length) < 2),
  );
}

/** Shortest names compared with one letter off, in characters; shorter ones resemble too many words. */
const leastNear = { han: 4, latin: 5 };

function isNear(name: string, words: string, said: string): boolean {
  const letters = [...name];
  const isHan = /\p{Script=Han}/u.test(name);
  if (letters.length < (isHan ? leastNear.han : leastNear.latin)) return false;
  if (!isHan) return latinWords(words, name).some((word) => isOneApart(word, name));
  const all = [...said];
  return all.some((_, from) => isOneApart(all.slice(from, from + letters.length).join(''), name));
}

/** Finds the team's article on a stage: one about the deal's product first, then one about no product. */
export async function playbookFor(
  { db }: Pick<Knowing, 'db'>,
  { stage, product }: Pick<Deal, 'stage' | 'product'>,
): Promise<Article | undefined> {
  const all = (await articlesOfStage(db, stage)).filter(({ competitor }) => competitor === null);
  const own = product === null ? undefined : all.find((one) => isCalled(one.product, product));
  return own ?? all.find((one) => one.product === null);
}
