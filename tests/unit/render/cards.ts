import {
  actions,
  button,
  type Call,
  type Card,
  context,
  divider,
  fields,
  table,
  text,
} from '../../../kernel/card/card.js';

/** A deal as its card looks after a follow-up; a customer's words carry markup. */
export const dealCard: Card = {
  key: 'deal:D-12',
  title: '华为 · ERP二期 · 方案输出 · ¥300,000',
  tone: 'warn',
  nodes: [
    text('已 9 个工作日没有跟进，超过本阶段 7 天的期限。'),
    ...fields(['负责人', '张三'], ['概率', '60%'], ['预计签约', '6月30日 周二'], ['下一步', '下周三 再约']),
    text('客户说 <!channel> 看 [报价](http://evil.example)，价格*偏高*', 'quote'),
    context('D-12 · 6月18日 09:00 · 张三'),
    ...actions(
      button('推进', 'move', { deal: 'D-12', v: 3 }, { style: 'primary' }),
      button('跟进', 'log', { deal: 'D-12' }),
      {
        kind: 'select',
        label: '改阶段',
        options: ['需求确认', '谈判签约'].map((stage) => ({
          label: stage,
          call: { command: 'move', input: { deal: 'D-12', stage, v: 3 } },
        })),
      },
      button(
        '输单',
        'lost',
        { deal: 'D-12', v: 3 },
        { style: 'danger', confirm: '标记为输单后不能再推进，确定吗？' },
      ),
      { kind: 'link', label: '详情', url: 'https://crm.example/deals/(12)' },
    ),
  ],
};

/** A manager's weekly report. */
export const weeklyCard: Card = {
  key: 'report:weekly:sales-east:2026-06-15',
  title: '华东组周报 6月15日–21日',
  subtitle: '赢单额比上周多 12%，两单停滞',
  tone: 'info',
  nodes: [
    ...fields(['赢单额', '¥1,200,000 (+12%)'], ['新增线索', '18 (-3)'], ['跟进', '64 (+9)']),
    {
      kind: 'image',
      url: 'https://crm.example/charts/funnel.png',
      alt: '漏斗：线索 18，初步沟通 9，谈判签约 3',
    },
    table(
      ['阶段', { label: '数量', align: 'right' }, { label: '金额', align: 'right' }],
      [
        ['线索获取', '18', '¥900,000'],
        ['谈判签约', '3', '¥600,000'],
      ],
    ),
    divider,
    text('未跟进', 'strong'),
    table(['商机', '负责人', '天数'], [['D-12 华为|ERP', '张三', '9']]),
    ...actions(button('催 D-12', 'nudge', { deal: 'D-12' }), button('发群', 'share', { report: 'weekly' })),
    context('周一 09:00 生成'),
  ],
};

const verbs: Record<string, string> = { move: '推', log: '跟', lost: '输', nudge: '催', share: '发群' };

export const say = ({ command, input }: Call): string =>
  [verbs[command] ?? command, input.deal, input.stage && `>${input.stage}`, input.report]
    .filter(Boolean)
    .join(' ');
