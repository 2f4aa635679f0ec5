import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderActionCard, renderDingtalk, renderText } from '../../adapters/dingtalk/draw/render.js';
import { renderSlack } from '../../adapters/slack/draw/render.js';
import { renderWecom } from '../../adapters/wecom/draw/render.js';
import type { Action, Card, CardNode, Rendered } from '../../kernel/card/card.js';
import { say } from '../support/random-card.js';

const phrase = fc.constantFrom('华为', 'ERP二期', '谈判', '¥300,000', '下周三', 'Acme', '张三', '推进');
const call = fc.nat(99).map((no) => ({ command: 'move', input: { record: `D-${no}`, v: 1 } }));
const button: fc.Arbitrary<Action> = fc
  .record({ label: phrase, call })
  .map((fields) => ({ kind: 'button', ...fields }));
const link: fc.Arbitrary<Action> = phrase.map((label) => ({
  kind: 'link',
  label,
  url: 'https://crm.example/d/12',
}));
const select: fc.Arbitrary<Action> = fc
  .record({
    label: phrase,
    options: fc.array(fc.record({ label: phrase, call }), { minLength: 1, maxLength: 10 }),
  })
  .map((fields) => ({ kind: 'select', ...fields }));

const pieces = {
  text: phrase.map((text): CardNode => ({ kind: 'text', text })),
  strong: phrase.map((text): CardNode => ({ kind: 'text', text, style: 'strong' })),
  quote: phrase.map((text): CardNode => ({ kind: 'text', text, style: 'quote' })),
  context: phrase.map((text): CardNode => ({ kind: 'context', text })),
  divider: fc.constant<CardNode>({ kind: 'divider' }),
  image: phrase.map((alt): CardNode => ({ kind: 'image', alt, url: 'https://crm.example/chart.png' })),
  fields: fc
    .array(fc.record({ label: phrase, value: phrase }), { minLength: 1, maxLength: 3 })
    .map((items): CardNode => ({ kind: 'fields', items })),
  table: fc.array(fc.tuple(phrase, phrase), { minLength: 1, maxLength: 5 }).map(
    (rows): CardNode => ({
      kind: 'table',
      columns: [{ label: '阶段' }, { label: '数量', align: 'right' }],
      rows,
    }),
  ),
};

const row = (action: fc.Arbitrary<Action>, maxLength: number) =>
  fc.array(action, { minLength: 1, maxLength }).map((items): CardNode => ({ kind: 'actions', items }));

const card = (...parts: fc.Arbitrary<CardNode>[]): fc.Arbitrary<Card> =>
  fc
    .record({ title: phrase, subtitle: phrase, nodes: fc.tuple(...parts) })
    .map((fields) => ({ key: 'deal:D-12', tone: 'neutral', ...fields }));

const options = { say, locale: 'zh', taskId: 'task-1' } as const;
const { text, strong, quote, context, divider, image, fields, table } = pieces;

const surfaces: { name: string; cards: fc.Arbitrary<Card>; render: (card: Card) => Rendered<unknown> }[] = [
  {
    name: 'Slack',
    cards: card(
      text,
      strong,
      quote,
      fields,
      table,
      divider,
      image,
      context,
      row(fc.oneof(button, link, select), 8),
    ),
    render: (drawn) => renderSlack(drawn, options),
  },
  {
    name: 'WeCom with buttons',
    cards: card(quote, text, fields, fields, row(button, 6)),
    render: (drawn) => renderWecom(drawn, options),
  },
  {
    name: 'WeCom with links',
    cards: card(quote, text, fields, fields, row(link, 3)),
    render: (drawn) => renderWecom(drawn, options),
  },
  {
    name: 'WeCom to read',
    cards: card(text, strong, quote, fields, table, divider, image),
    render: (drawn) => renderWecom(drawn, options),
  },
  {
    name: 'DingTalk card',
    cards: card(text, strong, quote, fields, table, divider, context, row(fc.oneof(button, link), 4)),
    render: (drawn) => renderDingtalk(drawn, options),
  },
  {
    name: 'DingTalk action card',
    cards: card(text, strong, quote, fields, image, row(fc.oneof(button, link), 5)),
    render: (drawn) => renderActionCard(drawn, options),
  },
  {
    name: 'DingTalk text',
    cards: card(text, fields, text),
    render: (drawn) => renderText(drawn, options),
  },
];

describe.each(surfaces)('a card within the abilities of $name', ({ cards, render }) => {
  test('is rendered as one message without losses', () =>
    fc.assert(
      fc.property(cards, (drawn) => {
        const { messages, losses } = render(drawn);
        expect(losses).toEqual([]);
        expect(messages).toHaveLength(1);
      }),
      { numRuns: 100 },
    ));
});
