import { expect, test } from 'vitest';
import { renderActionCard, renderDingtalk } from '../../../adapters/dingtalk/draw/render.js';
import { renderSlack } from '../../../adapters/slack/draw/render.js';
import { renderWecom } from '../../../adapters/wecom/draw/render.js';
import { actions, button, type Card, table, text } from '../../../kernel/card/card.js';
import { openingLabel, withNamedRows } from '../../../kernel/render/named-rows.js';

/** An action on a row of a list or report is never drawn without the row's name: see withNamedRows. */

const say = ({ command }: { command: string }) => command;

const row = (no: string, name: string) => [
  text(`${no} · ${name} · 30万\n14 天没有跟进`),
  ...actions(
    button('跟进', 'log', { subject: no }),
    button('推进', 'move', { record: no, v: 1 }),
    button(`输单 ${name}`, 'lost', { deal: no, v: 1 }),
  ),
];

const weekly: Card = {
  key: 'report:weekly:2026-W49',
  title: '周报',
  tone: 'warn',
  nodes: [...row('L-4', '华星光电'), ...row('D-12', '深圳宏达电子股份')],
};

const labels = (card: Card): string[] =>
  withNamedRows(card).nodes.flatMap((node) =>
    node.kind === 'actions' ? node.items.map(({ label }) => label) : [],
  );

test('each button of a row is named after its row, once, and as far as a phone shows it', () => {
  expect(labels(weekly)).toEqual([
    '跟进 L-4 华星光电',
    '推进 L-4 华星光电',
    '输单 华星光电',
    '跟进 D-12 深圳宏达电',
    '推进 D-12 深圳宏达电',
    '输单 深圳宏达电子股份',
  ]);
  expect(withNamedRows(withNamedRows(weekly))).toEqual(withNamedRows(weekly));
});

test('a card about the record itself, and what is about no row, keep their words', () => {
  expect(labels({ ...weekly, key: 'deal:D-12', nodes: row('D-12', '华星光电') })[0]).toBe('跟进');
  const share = { ...weekly, nodes: [...weekly.nodes, ...actions(button('漏斗', 'funnel', {}))] };
  expect(labels(share).at(-1)).toBe('漏斗');
});

test('no platform draws a row’s action without its name', () => {
  const tasks: Card = {
    key: 'list:tasks:1',
    title: '今天',
    tone: 'info',
    nodes: [
      table(['事项'], [['T-5 立讯模具 打电话'], ['T-6 鹏程精密 送合同']]),
      ...actions(
        ...['T-5', 'T-6'].map((no) => ({
          kind: 'select' as const,
          label: no,
          row: no,
          options: [
            { label: '完成', call: { command: 'task-done', input: { task: no, v: 1 } } },
            { label: '+1天', call: { command: 'task-snooze', input: { task: no, v: 1 } } },
          ],
        })),
      ),
    ],
  };
  const options = { say, locale: 'zh' as const, taskId: 't' };
  for (const card of [weekly, tasks]) {
    const drawn = [
      ...renderWecom(card, options).messages,
      ...renderDingtalk(card, options).messages,
      ...renderActionCard(card, options).messages,
      // A menu that is called after its row holds bare verbs.
      ...(card === weekly ? renderSlack(card, options).messages : []),
    ];
    const shown = JSON.stringify(drawn);
    for (const verb of ['跟进', '推进', '判断', '完成', '+1天'])
      expect(shown).not.toMatch(
        new RegExp(`"(?:text|title)\\\\?":\\\\?"${verb.replace('+', '\\+')}\\\\?"`, 'u'),
      );
  }
  const [face] = renderWecom(tasks, options).messages;
  expect(JSON.stringify(face)).toContain('"text":"完成 T-5 立讯模具"');
  // What is chosen by itself does nothing.
  expect(JSON.stringify(face)).toContain('unchosen');
});

test('an English name is never cut in the middle of a word', () => {
  const nodes = (name: string) => [
    text(`D-12 · ${name} · $300K`),
    ...actions(button('Advance', 'move', { record: 'D-12', v: 1 })),
  ];
  const [first, second, third] = [
    'Larkspur Hotels',
    'Larkspur Hotels and Resorts',
    'Internationalisations Systems',
  ].map((name) => labels({ ...weekly, nodes: nodes(name) })[0]);
  expect([first, second, third]).toEqual([
    'Advance D-12 Larkspur Hotels',
    'Advance D-12 Larkspur Hotels',
    'Advance D-12',
  ]);
  expect(openingLabel('D-12', 'Larkspur Hotels and Resorts')).toBe('D-12 Larkspur Hotels');
  expect(openingLabel('D-12', 'Internationalisations Systems')).toBe('D-12');
  expect(openingLabel('D-12', '深圳宏达电子股份')).toBe('D-12 深圳宏达电子股');
});
