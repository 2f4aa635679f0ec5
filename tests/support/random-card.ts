import fc from 'fast-check';
import type { Action, Call, Card, CardNode, Chart } from '../../kernel/card/card.js';

const record: typeof fc.record = (model: object, options?: object) =>
  fc.record(model, { ...options, noNullPrototype: true }) as never;

/** Texts that have broken chat messages before: markup, mentions, links in disguise, emptiness, odd graphemes. */
const hostile = [
  '',
  ' ',
  '\n',
  '\u200b',
  '<!channel>',
  '<!here|here> <@U012AB3CD> <#C01|x>',
  '<https://evil.example|bank.example>',
  '[x](http://evil.example)',
  '![i](http://evil.example/i.png)',
  '[x]: http://evil.example',
  '\\[x\\](http://evil.example)',
  '<font color=red>红</font><br>',
  '<think>秘密</think>',
  '<@zhangsan> @所有人',
  'a|b||c',
  '| a | b |\n| --- | --- |',
  '*粗* **粗** _斜_ __x__ ~删~ `码`',
  '```\ncode\n```',
  '# 一级\n## 二级',
  '> 引用\n>> 再引',
  '- 甲\n+ 乙\n* 丙',
  '1. 一\n2) 二',
  '标题\n===\n副题\n---',
  '    缩进\n\t制表',
  '&amp; &lt;!here&gt; &#60; A&B Q&A;',
  'C:\\dir\\',
  '"引号" \'single\' 「角」',
  ':smile: 10:30:45',
  '第一行\r\n第二行\u2028第三行',
  '👨‍👩‍👧‍👦🇨🇳👍🏽',
  'e\u0301u\u0308 Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307',
  '\u0007\u0000',
  '华为 ERP二期 ¥300,000',
];

export const shortWord = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostile) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...hostile), { minLength: 2, maxLength: 3 })
      .map((all) => all.join('')),
  },
);

const longWord = record({
  unit: fc.oneof(fc.constantFrom(...hostile, '客户说价格偏高，下周三再约。', 'long text '), shortWord),
  size: fc.nat(9_000),
}).map(({ unit, size }) => (unit === '' ? '长'.repeat(size) : unit.repeat(Math.ceil(size / unit.length))));

export const word = fc.oneof({ weight: 9, arbitrary: shortWord }, { weight: 1, arbitrary: longWord });

const call: fc.Arbitrary<Call> = record({
  command: fc.constantFrom('move', 'log', 'claim', 'lost'),
  input: fc.oneof(
    { weight: 6, arbitrary: record({ record: fc.nat(9_999).map((no) => `D-${no}`), v: fc.nat(99) }) },
    { weight: 3, arbitrary: record({ record: fc.constant('L-1'), note: shortWord }) },
    { weight: 1, arbitrary: record({ note: longWord }) },
  ),
});

/** The line that tests take as the typed form of a call. */
export const say = ({ command, input }: Call): string =>
  [command, input.record, input.note].filter((part) => part !== undefined && part !== '').join(' ');

/** Of parts, as `fc.webUrl` takes seconds to make. */
const webAddress = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.constantFrom('crm.example', 'a-1.b.example', 'xn--fiqs8s.example', 'crm.example:8443'),
    fc.array(fc.constantFrom(...'aZ9/?#&=-._~!$()*+,;:@', '%20', '%E5%8D%8E', "'"), { maxLength: 24 }),
  )
  .map(([scheme, host, rest]) => `${scheme}://${host}/${rest.join('')}`);

const url = fc.oneof(
  webAddress,
  fc.constantFrom(
    'https://crm.example/d/(12)_a?q=a b&c=[d]|"e"',
    'http://evil.example)[x](http://evil.example',
    'https://bank.example@evil.example/',
    'javascript:alert(1)',
    'dtmd://dingtalkclient/sendMessage?content=x',
    'not a url',
    '',
    `https://crm.example/${'a'.repeat(3_500)}`,
  ),
);

const button: fc.Arbitrary<Action> = record(
  {
    label: word,
    call,
    style: fc.constantFrom('primary' as const, 'danger' as const),
    confirm: word,
  },
  { requiredKeys: ['label', 'call'] },
).map((fields) => ({ kind: 'button', ...fields }));

const select: fc.Arbitrary<Action> = record({
  label: word,
  pool: fc.array(record({ label: word, call }), { minLength: 1, maxLength: 5 }),
  count: fc.oneof(fc.nat(12), fc.nat(150)),
}).map(({ label, pool, count }) => ({
  kind: 'select',
  label,
  options: Array.from({ length: count }, (_, at) => {
    const base = pool[at % pool.length] as (typeof pool)[number];
    return at < pool.length
      ? base
      : { label: `${base.label.slice(0, 80)}${at}`, call: { ...base.call, input: { record: `D-${at}` } } };
  }),
}));

const link: fc.Arbitrary<Action> = record({ label: word, url }).map((fields) => ({
  kind: 'link',
  ...fields,
}));

const actionsNode: fc.Arbitrary<CardNode> = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(fc.oneof(button, link, select), { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(button, { maxLength: 40 }) },
    {
      weight: 1,
      arbitrary: fc.nat(40).map((count) =>
        Array.from({ length: count }, (_, at): Action => {
          return {
            kind: 'button',
            label: `选 ${at}`,
            call: { command: 'claim', input: { record: `L-${at}` } },
          };
        }),
      ),
    },
  )
  .map((items) => ({ kind: 'actions', items }));

const tableNode: fc.Arbitrary<CardNode> = record({
  columns: fc.array(
    record(
      { label: shortWord, align: fc.constantFrom('left' as const, 'right' as const) },
      { requiredKeys: ['label'] },
    ),
    { maxLength: 6 },
  ),
  wide: fc.integer({ min: 0, max: 19 }).map((n) => (n === 0 ? 25 : 0)),
  pool: fc.array(fc.array(shortWord, { maxLength: 7 }), { minLength: 1, maxLength: 4 }),
  rare: word,
  count: fc.oneof(fc.nat(8), fc.nat(200)),
}).map(({ columns, wide, pool, rare, count }) => ({
  kind: 'table',
  columns,
  rows: Array.from({ length: count }, (_, at) => {
    if (at === 0) return [rare, ...Array.from({ length: wide }, (_, n) => `c${n}`)];
    return (pool[at % pool.length] as string[]).map((cell, n) => (at < 8 ? cell : `${at}/${n}`));
  }),
}));

const chart: Chart = {
  kind: 'bars',
  title: '管道',
  labels: ['初步沟通', '谈判签约'],
  series: [{ name: '金额', values: [3, 5] }],
  unit: 'count',
};

/** A row of a list with what can be done about it. */
const row: fc.Arbitrary<CardNode[]> = record({
  no: fc.nat(40).map((no) => `D-${no}`),
  name: fc.oneof(shortWord, fc.constantFrom('长风汽车', 'Larkspur Hotels', '')),
  brief: fc.option(shortWord, { nil: undefined }),
  verbs: fc.array(shortWord, { minLength: 1, maxLength: 3 }),
  isMenu: fc.boolean(),
  isWhole: fc.boolean(),
}).map(({ no, name, brief, verbs, isMenu, isWhole }) => {
  const options = verbs.map((label, at) => ({
    label,
    call: { command: at === 0 ? 'log' : 'move', input: { record: no, v: at } },
  }));
  const items: Action[] = isMenu
    ? [{ kind: 'select', label: no, options, row: no }]
    : options.map((one) => ({ kind: 'button', ...one, row: no }));
  const whole: Action = { kind: 'button', label: '明细', call: { command: 'lost', input: { note: 'all' } } };
  return [
    {
      kind: 'text',
      text: `${no} · ${name}\n14 天`,
      ...(brief === undefined ? {} : { brief: `${no} ${brief}` }),
    },
    { kind: 'actions', items: isWhole ? [...items, whole] : items },
  ];
});

const rowsNode = fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) => rows.flat());

const node: fc.Arbitrary<CardNode> = fc.oneof(
  record(
    { text: word, style: fc.constantFrom('plain' as const, 'strong' as const, 'quote' as const) },
    { requiredKeys: ['text'] },
  ).map((fields): CardNode => ({ kind: 'text', ...fields })),
  record({ text: word }).map((fields): CardNode => ({ kind: 'context', ...fields })),
  fc
    .oneof(
      { weight: 4, arbitrary: fc.array(record({ label: shortWord, value: word }), { maxLength: 8 }) },
      {
        weight: 1,
        arbitrary: fc.array(record({ label: shortWord, value: shortWord }), { maxLength: 60 }),
      },
    )
    .map((items): CardNode => ({ kind: 'fields', items })),
  tableNode,
  record({ url, alt: word }).map((fields): CardNode => ({ kind: 'image', ...fields })),
  record({ alt: word }).map((fields): CardNode => ({ kind: 'image', ...fields, chart })),
  fc.constant<CardNode>({ kind: 'divider' }),
  actionsNode,
);

/** Cards of every kind of node, sane and insane. */
export const randomCard: fc.Arbitrary<Card> = record(
  {
    key: fc.constant('deal:D-12'),
    title: word,
    subtitle: word,
    tone: fc.constantFrom(
      'neutral' as const,
      'info' as const,
      'good' as const,
      'warn' as const,
      'bad' as const,
    ),
    nodes: fc
      .tuple(
        fc.array(node, { maxLength: 7 }),
        fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: rowsNode }),
        fc.boolean(),
      )
      .map(([nodes, rows, isBehind]) => behindButton([...nodes, ...rows], isBehind)),
  },
  { requiredKeys: ['key', 'title', 'tone', 'nodes'] },
);

/** The first table behind the first button. */
function behindButton(nodes: CardNode[], isBehind: boolean): CardNode[] {
  const first = nodes
    .flatMap((one) => (one.kind === 'actions' ? one.items : []))
    .find((one) => one.kind === 'button');
  const at = nodes.findIndex(({ kind }) => kind === 'table');
  if (!isBehind || first?.kind !== 'button' || at === -1) return nodes;
  return nodes.map((one, n) => (n === at && one.kind === 'table' ? { ...one, behind: first.call } : one));
}
