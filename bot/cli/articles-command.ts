import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { systemClock } from '../../kernel/time/clock.js';
import type { Process } from '../../sales/process/parse-process.js';
import { findStage } from '../../sales/process/stages.js';
import { type AboutArticle, articleBySource } from '../../store/knowledge/article-queries.js';
import type { Article } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { withCliContext } from './cli-context.js';
import { CliError, confirm, type Terminal, writeAnswer } from './terminal.js';

/** One tag or a list, with or without #. */
const tags = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => (typeof given === 'string' ? given.split(/[\s,，、]+/) : given))
  .transform((all) => all.map((tag) => tag.replace(/^#/, '').trim()).filter((tag) => tag !== ''));

const frontMatter = z.looseObject({
  title: z.string().optional(),
  tags,
  stage: z.string().optional(),
  product: z.string().optional(),
  competitor: z.string().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  order: z.int().positive().optional(),
});

type Page = Pick<Article, 'title' | 'body' | keyof AboutArticle | 'url' | 'position'> & { sourceKey: string };

/**
 * `genjin articles FOLDER`: creates or updates an article from every Markdown file of a folder. Title, tags,
 * stage, product, competitor, url and order may be given above the text between two `---` lines.
 */
export async function articlesCommand(
  terminal: Terminal,
  folder: string,
  flags: { json: boolean; yes: boolean; dryRun: boolean },
): Promise<void> {
  await withCliContext(terminal, { make: true }, async ({ store, rules }) => {
    const pages = await pagesOf(folder, rules.process);
    if (pages.length === 0) throw new CliError(`${folder}: no Markdown files (*.md)`);
    if (!flags.dryRun) await confirm(terminal, flags.yes, `Take in ${pages.length} article(s)?`);
    const counts = { created: 0, changed: 0, same: 0 };
    for (const page of pages) {
      const outcome = flags.dryRun
        ? await changeOf(store.db, page)
        : await store.tx((tx) => storePage(tx, page, systemClock.now()));
      counts[outcome]++;
    }
    const summary = `${counts.created} new, ${counts.changed} changed, ${counts.same} as they were`;
    writeAnswer(terminal, flags.json, { dryRun: flags.dryRun, ...counts }, summary);
  });
}

async function pagesOf(folder: string, process: Process): Promise<Page[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new CliError(`${folder}: no such folder`);
  });
  const pages: Page[] = [];
  for (const entry of entries.filter((one) => one.isFile() && one.name.endsWith('.md'))) {
    const path = join(entry.parentPath, entry.name);
    pages.push(pageOf(relative(folder, path), await readFile(path, 'utf8'), process));
  }
  return pages.sort((a, b) => (a.sourceKey < b.sourceKey ? -1 : 1));
}

function pageOf(sourceKey: string, content: string, process: Process): Page {
  const [, head = '', rest = content] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(content) ?? [];
  const read = frontMatter.safeParse(parse(head) ?? {});
  if (!read.success) throw new CliError(`${sourceKey}: ${read.error.issues.map(problemIn).join('; ')}`);
  const [, heading] = /^#\s+(.+)$/m.exec(rest) ?? [];
  const title = read.data.title ?? heading ?? basename(sourceKey, '.md');
  return {
    sourceKey,
    title: title.trim(),
    body: rest.replace(/^#\s+.+\r?\n/, '').trim(),
    tags: read.data.tags,
    stage: read.data.stage === undefined ? null : stageKey(process, read.data.stage, sourceKey),
    product: read.data.product ?? null,
    competitor: read.data.competitor ?? null,
    url: read.data.url ?? null,
    position: read.data.order ?? null,
  };
}

const examples: Record<string, string> = {
  title: 'title: How to beat X',
  tags: 'tags: [rivals]',
  stage: 'stage: negotiation',
  product: 'product: ERP',
  competitor: 'competitor: Orbit',
  url: 'url: https://wiki.example.com/page',
  order: 'order: 1',
};

/** Names the key, what was expected, and an example. */
function problemIn({ path, message }: { path: PropertyKey[]; message: string }): string {
  const key = String(path[0] ?? '');
  return `${key} is not as expected (${message}); for example ${examples[key] ?? examples.title}`;
}

function stageKey(process: Process, words: string, sourceKey: string): string {
  for (const pipeline of process.pipelines) {
    const found = findStage(pipeline, words);
    if (found.kind === 'one') return found.item.key;
  }
  const known = process.pipelines.flatMap(({ stages }) => stages.map(({ key }) => key));
  throw new CliError(`${sourceKey}: no stage "${words}"; there are ${known.join(', ')}`);
}

async function changeOf(db: Db, page: Page): Promise<'created' | 'changed' | 'same'> {
  const known = await articleBySource(db, page.sourceKey);
  if (!known) return 'created';
  const isSame =
    !known.removed &&
    (Object.keys(page) as (keyof Page)[]).every((key) => String(known[key]) === String(page[key]));
  return isSame ? 'same' : 'changed';
}

async function storePage(tx: Db, page: Page, now: Date): Promise<'created' | 'changed' | 'same'> {
  const outcome = await changeOf(tx, page);
  const known = await articleBySource(tx, page.sourceKey);
  const unit = unitOfNobody(tx, now, 'files');
  if (outcome === 'created') await unit.create('article.written', { ...page, authorId: null });
  else if (outcome === 'changed' && known)
    await unit.change('article.changed', known, { ...page, removed: false, updatedAt: now });
  return outcome;
}
