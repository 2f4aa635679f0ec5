import { describe, expect, test } from 'vitest';
import { NativeCard, splitBar } from '../../../adapters/sandbox/draw/card.js';
import { lossLine } from '../../../adapters/sandbox/draw/loss-line.js';
import { blocksOf, Markdown } from '../../../adapters/sandbox/draw/markdown.js';
import { initials } from '../../../adapters/sandbox/page/avatar.js';
import type { Card } from '../../../kernel/card/card.js';
import { saidBy } from '../../../kernel/chat/preview.js';
import { textsIn } from '../../../texts/languages.js';

const html = (element: unknown): string => String(element);
const sayPrefix = 'dtmd://dingtalkclient/sendMessage?content=';
const markdown = (text: string) =>
  html(<Markdown text={text} sayPrefix={sayPrefix} />).replace(/^<div class="markdown">|<\/div>$/gu, '');

describe('markdown as platforms show it', () => {
  test('blocks', () => {
    const text =
      '### 标题\n\n一行  \n二行\n\n> 引\n> 用\n\n- 甲\n- 乙\n  续\n\n***\n\n| 阶段 | 数 |\n| --- | ---: |\n| 一 | 2 |';
    expect(blocksOf(text)).toEqual([
      { kind: 'heading', lines: ['标题'] },
      { kind: 'paragraph', lines: ['一行', '二行'] },
      { kind: 'quote', lines: ['引', '用'] },
      { kind: 'list', items: [['甲'], ['乙', '续']] },
      { kind: 'rule' },
      { kind: 'table', head: ['阶段', '数'], right: [false, true], rows: [['一', '2']] },
    ]);
  });

  test('bold, escapes, entities and line breaks', () => {
    expect(markdown('**粗 \\*星\\*** \\_x\\_ &lt;b&gt; &amp;amp;  \n下')).toBe(
      '<p><strong>粗 *星*</strong> _x_ &lt;b&gt; &amp;amp;<br/>下</p>',
    );
  });

  test('links only to the web, or as a line that is said', () => {
    expect(markdown('[去](https://example.com/a)')).toContain('href="https://example.com/a"');
    expect(markdown('[坏](javascript:alert)')).toBe('<p><span>坏</span></p>');
    const say = `${sayPrefix}${encodeURIComponent('推 D-12')}`;
    expect(markdown(`[推进](${say})`)).toContain('data-say="推 D-12"');
    expect(saidBy(say, sayPrefix)).toBe('推 D-12');
    expect(saidBy('https://example.com/?content=x', sayPrefix)).toBeUndefined();
  });

  test('an image is told, never loaded', () => {
    expect(markdown('![图](https://example.com/a.png)')).toBe('<p><span class="look-image">图</span></p>');
  });
});

describe('native card', () => {
  const draw = (nodes: Card['nodes']) =>
    html(<NativeCard card={{ key: 'k', title: 'T', tone: 'info', nodes }} texts={textsIn('zh').page} />);

  test('only pictures of this server are loaded', () => {
    expect(draw([{ kind: 'image', url: '/charts/1.png', alt: '图' }])).toContain('<img');
    for (const url of [
      'https://example.com/a.png',
      '//example.com/a.png',
      '/\\example.com',
      'data:text/html,x',
    ]) {
      expect(draw([{ kind: 'image', url, alt: '图' }])).not.toContain('<img');
    }
  });

  test('a link that is not of the web is words', () => {
    const drawn = draw([
      { kind: 'actions', items: [{ kind: 'link', label: '坏', url: 'javascript:alert(1)' }] },
    ]);
    expect(drawn).not.toContain('href');
    expect(drawn).toContain('坏 javascript:alert(1)');
  });
});

test('a drawn bar is read from the start of a text', () => {
  expect(splitBar('▰▰▱▱ 2/4 方案')).toEqual({ full: 2, empty: 2, rest: '2/4 方案' });
  expect(splitBar('████')).toEqual({ full: 4, empty: 0, rest: '' });
  expect(splitBar('● 一项')).toBeNull();
  expect(splitBar('没有')).toBeNull();
});

test('initials', () => {
  expect(['李雷', '欧阳娜娜', 'Ann Lee', 'bob', ''].map(initials)).toEqual(['李雷', '娜娜', 'AL', 'B', '']);
});

test('losses are told in the reader’s language, unknown ones as they are', () => {
  expect(lossLine({ what: 'tone', how: 'as a coloured mark' }, 'zh')).toBe('色条：改为标题前的圆点');
  expect(lossLine({ what: 'table', how: 'in message 2' }, 'zh')).toBe('表格：放到第 2 条消息');
  expect(lossLine({ what: 'table', how: 'as lines' }, 'en')).toBe('Table: as lines');
  expect(lossLine({ what: 'text', how: 'somehow' }, 'zh')).toBe('文字：somehow');
});
