import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../bot/cli/program.js';
import { articleBySource } from '../../store/knowledge/article-queries.js';
import { openStore } from '../../store/open.js';
import { testFolder } from '../support/databases.js';

it('genjin articles imports a folder of Markdown, updates changed files, and reports unreadable ones', async () => {
  const folder = join(testFolder(), 'handbook');
  mkdirSync(join(folder, 'stages'), { recursive: true });
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  write('rivals.md', '# 竞品凌峰怎么打\n\n实施周期要三个月，先问上线时间。\n');
  write(
    'stages/proposal.md',
    '---\ntitle: 方案怎么讲\ntags: [方案]\nstage: 方案\n---\n先讲痛点，再讲价格。\n',
  );
  const env = {
    DATABASE_URL: `file:${join(testFolder(), 'articles.db')}`,
    PROCESS_FILE: join(import.meta.dirname, '../../process.yaml'),
    LOCALE: 'en',
  };
  const genjin = async (...args: string[]) => {
    let [out, err] = ['', ''];
    const terminal = {
      env,
      out: (text: string) => {
        out += text;
      },
      err: (text: string) => {
        err += text;
      },
      ask: async () => '',
    };
    const code = await runCli(args, terminal as never, async () => {});
    return { code, out, err };
  };
  expect((await genjin('articles', folder, '--dry-run')).out).toContain('2 new');
  expect((await genjin('articles', folder, '--yes')).out).toContain('2 new, 0 changed, 0 as they were');
  write('rivals.md', '# 竞品凌峰怎么打\n\n价格低两成。\n');
  expect((await genjin('articles', folder, '--yes')).out).toContain('0 new, 1 changed, 1 as they were');
  write('bad.md', '---\nstage: 火星\n---\n正文\n');
  expect(await genjin('articles', folder, '--yes')).toMatchObject({
    code: 2,
    err: expect.stringContaining('bad.md: no stage "火星"; there are lead'),
  });
  expect((await genjin('articles', join(folder, 'nowhere'), '--yes')).err).toContain('no such folder');

  write('bad.md', '---\nurl: somewhere\norder: first\n---\n正文\n');
  const { err } = await genjin('articles', folder, '--yes');
  expect(err).toContain('url is not as expected');
  expect(err).toContain('for example order: 1');
  rmSync(join(folder, 'bad.md'));
  const about =
    'tags: "#竞品 #演示"\nproduct: ERP\ncompetitor: 东岳\nurl: https://wiki.example.com/x\norder: 2';
  write('about.md', `---\n${about}\n---\n# 东岳怎么比\n先看移动端。\n`);
  expect((await genjin('articles', folder, '--yes')).out).toContain('1 new, 0 changed, 2 as they were');
  expect((await genjin('articles', folder, '--yes')).out).toContain('0 new, 0 changed, 3 as they were');
  const store = await openStore(env.DATABASE_URL);
  expect(await articleBySource(store.db, 'about.md')).toMatchObject({
    title: '东岳怎么比',
    tags: ['竞品', '演示'],
    product: 'ERP',
    competitor: '东岳',
    url: 'https://wiki.example.com/x',
    position: 2,
  });
  await store.close();
});
