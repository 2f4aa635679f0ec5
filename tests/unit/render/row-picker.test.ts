import { expect, test } from 'vitest';
import { renderDingtalk } from '../../../adapters/dingtalk/draw/render.js';
import { renderWecom } from '../../../adapters/wecom/draw/render.js';
import { actions, actionsOf, button, type Card, ofRow, table, text } from '../../../kernel/card/card.js';
import { openSelect } from '../../../kernel/card/open-call.js';
import { LossList } from '../../../kernel/render/losses.js';
import { withRowPicker } from '../../../kernel/render/row-picker.js';

const wecom = { buttons: 6, options: 9 };
const dingtalk = { buttons: 4, options: 0 };

const stalled = (count: number): Card => ({
  key: 'report:stalled:east',
  title: '停滞',
  tone: 'warn',
  nodes: [
    ...Array.from({ length: count }, (_, n) => `D-${n + 1}`).flatMap((no) => [
      text(`${no} · 长风汽车 · 32万\n14 天没有跟进`),
      ...actions(
        ofRow(no, button('跟进', 'log', { subject: no })),
        ofRow(no, button('推进', 'move', { record: no, v: 1 })),
      ),
    ]),
    ...actions(button('明细', 'stalled'), button('漏斗', 'funnel'), button('排行', 'ranking')),
  ],
});

const tasks = (count: number): Card => ({
  key: 'list:tasks:1',
  title: '我的待办',
  tone: 'info',
  nodes: [
    table(
      ['事项'],
      Array.from({ length: count }, (_, n) => [`T-${n + 1} 立讯模具 打电话`]),
    ),
    ...actions(
      ...Array.from({ length: count }, (_, n) => `T-${n + 1}`).map((no) =>
        ofRow(no, {
          kind: 'select',
          label: no,
          options: ['task-done', 'task-snooze'].map((command) => ({
            label: command === 'task-done' ? '完成' : '+1天',
            call: { command, input: { task: no, v: 1 } },
          })),
        }),
      ),
    ),
  ],
});

/** The labels of what stands below a card, and the rows that are told by number. */
function below(card: Card, room: { buttons: number; options: number }) {
  const { card: drawn, byNumber } = withRowPicker(card, room, { locale: 'zh', losses: new LossList() });
  const shown = actionsOf(drawn).map((one) =>
    one.kind === 'select' ? [one.label, ...one.options.map(({ label }) => label)] : one.label,
  );
  return { shown, byNumber };
}

test('one picker opens the rows of a report, and no verb of theirs stands beside it', () => {
  expect(below(stalled(3), wecom)).toEqual({
    shown: [['打开', 'D-1 长风汽车', 'D-2 长风汽车', 'D-3 长风汽车'], '明细', '漏斗', '排行'],
    byNumber: [],
  });
  expect(below(stalled(11), wecom).byNumber).toEqual(['D-10', 'D-11']);
});

test('without a picker buttons called after their rows open them, and the others open by their number', () => {
  expect(below(stalled(3), dingtalk)).toEqual({
    shown: ['D-1 长风汽车', 'D-2 长风汽车', '明细', '漏斗', '排行'],
    byNumber: ['D-3'],
  });
});

test('the verbs of a single row stay on the card', () => {
  expect(below(stalled(1), wecom).shown).toEqual([
    '跟进 D-1 长风汽车',
    '推进 D-1 长风汽车',
    '明细',
    '漏斗',
    '排行',
  ]);
});

test('one likely verb of each row stays if all fit, beside what opens the rows', () => {
  expect(below(tasks(3), wecom).shown).toEqual([
    '完成 T-1 立讯模具',
    '完成 T-2 立讯模具',
    '完成 T-3 立讯模具',
    ['打开', 'T-1 立讯模具 打电话', 'T-2 立讯模具 打电话', 'T-3 立讯模具 打电话'],
  ]);
  expect(below(tasks(6), wecom).shown).toHaveLength(1);
});

test('a list that has a picker keeps one, with names that a phone shows', () => {
  const rows = [{ number: 'D-12', name: '深圳宏达电子股份有限公司' }];
  const list: Card = {
    key: 'list:deals:1',
    title: '我的商机',
    tone: 'info',
    nodes: [table(['客户'], [['D-12 深圳宏达电子股份有限公司']]), ...actions(openSelect('打开', rows))],
  };
  expect(below(list, wecom).shown).toEqual([['打开', 'D-12 深圳宏达电子股']]);
  expect(below(list, dingtalk).shown).toEqual(['D-12 深圳宏达电子股']);
});

test('what has no room is told in one line', () => {
  const options = { say: ({ command }: { command: string }) => command, locale: 'zh' as const, taskId: 't' };
  const [card, ...rest] = renderDingtalk(stalled(5), options).messages;
  expect(rest).toEqual([]);
  const { markdown } = (card as { variables: { markdown: string } }).variables;
  expect(markdown.split('\n').at(-1)).toBe('其余请直接发编号，例如 D-3；也可以发「排行」');
  expect(JSON.stringify(renderWecom(stalled(5), options))).not.toContain('回复');
});
