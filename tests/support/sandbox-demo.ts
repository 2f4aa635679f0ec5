import type { SandboxOptions } from '../../adapters/sandbox/room/options.js';
import { adapters } from '../../bot/platforms/adapters.js';
import {
  actions,
  button,
  type Call,
  type Card,
  callsOf,
  context,
  divider,
  fields,
  table,
  text,
} from '../../kernel/card/card.js';
import type { Answer, ChatHost, Form, Inbound, PlaceRef } from '../../kernel/chat/chat.js';
import { FixedClock } from '../../kernel/time/clock.js';

/** A made-up team and a host that answers from a script: what the sandbox needs to be tried alone. */
export const cast: Awaited<ReturnType<SandboxOptions['cast']>> = {
  people: [
    { id: 'lilei', name: '李雷', role: { zh: '销售', en: 'Rep' } },
    { id: 'han', name: '韩梅', role: { zh: '销售', en: 'Rep' } },
    { id: 'zhou', name: '周敏', role: { zh: '经理', en: 'Manager' } },
    { id: 'chen', name: '陈晨', role: { zh: '管理员', en: 'Admin' } },
  ],
  places: [
    { id: 'east', kind: 'group', name: '华东销售群', members: ['lilei', 'han', 'zhou'] },
    ...['lilei', 'han', 'zhou', 'chen'].map((id) => ({
      id: `dm-${id}`,
      kind: 'private' as const,
      name: '私聊',
      members: [id],
    })),
  ],
};

export const east: PlaceRef = { id: 'east', kind: 'group', name: '华东销售群' };

const words = (call: Call): string =>
  `${call.command === 'move' ? '推' : call.command} ${call.input.deal ?? ''}`.trim();

export function dealCard(stage = 3): Card {
  const names = ['线索获取', '初步沟通', '需求确认', '方案输出', '谈判签约', '交付服务'];
  return {
    key: 'deal:D-12',
    title: `D-12 星河科技 · ERP 二期 · ¥300,000`,
    subtitle: `${names[stage - 1]} · 负责人 李雷`,
    tone: 'info',
    nodes: [
      text(`${'▰'.repeat(stage)}${'▱'.repeat(6 - stage)} ${names[stage - 1]}（${stage}/6）`),
      ...fields(
        ['金额', '¥300,000'],
        ['预计成交', '2026年6月30日 周二'],
        ['概率', '40%'],
        ['下一步', '11月27日 周五 演示'],
      ),
      text('还差两项标准动作：需求清单、预算确认', 'quote'),
      context('D-12 · 今天 09:00 · 李雷'),
      ...actions(
        button('推进', 'move', { deal: 'D-12', v: stage }, { style: 'primary' }),
        button('跟进', 'log', { deal: 'D-12' }),
        {
          kind: 'select',
          label: '转给',
          options: ['韩梅', '周敏'].map((to) => ({
            label: to,
            call: { command: 'assign', input: { deal: 'D-12', to } },
          })),
        },
        button(
          '输单',
          'lost',
          { deal: 'D-12' },
          { style: 'danger', confirm: '把 D-12 记为输单？之后可以撤销十分钟。' },
        ),
      ),
    ],
  };
}

export const weeklyCard: Card = {
  key: 'report:weekly:2026-11-23',
  title: '华东 周报 · 11月16日–22日',
  subtitle: '新增 12 个商机，比上周多 3 个；成交 ¥860,000',
  tone: 'good',
  nodes: [
    ...fields(['新增商机', '12（+3）'], ['跟进', '64（−5）'], ['成交', '¥860,000（+18%）']),
    text('漏斗', 'strong'),
    table(
      ['阶段', { label: '数量', align: 'right' }, { label: '金额', align: 'right' }, '占比'],
      [
        ['初步沟通', '24', '¥3,120,000', '████████'],
        ['需求确认', '15', '¥2,480,000', '██████'],
        ['方案输出', '9', '¥1,730,000', '████'],
        ['谈判签约', '4', '¥920,000', '██'],
      ],
    ),
    divider,
    text('两周没有跟进的有 3 个，其中云帆物流金额最大。'),
    ...actions(button('看明细', 'report', { kind: 'weekly' }), {
      kind: 'link',
      label: '打开手册',
      url: 'https://example.com/handbook',
    }),
    context('每周一 09:00 自动发送'),
  ],
};

export const stallCard: Card = {
  key: 'stall:D-7',
  title: '停滞 · D-7 云帆物流 · ¥180,000',
  tone: 'warn',
  nodes: [
    text('12 个工作日没有跟进，「需求确认」的上限是 7 个。'),
    ...actions(
      button('记跟进', 'log', { deal: 'D-7' }, { style: 'primary' }),
      button('推进', 'move', { deal: 'D-7' }),
      button('改期', 'redate', { deal: 'D-7' }),
    ),
  ],
};

const leadForm: Form = {
  call: { command: 'lead', input: {} },
  title: '新线索',
  submit: '保存',
  fields: [
    { name: 'customer', label: '客户', kind: 'text', required: true, hint: '公司全称或简称' },
    { name: 'amount', label: '金额', kind: 'money', required: false, hint: '例如 30万' },
    {
      name: 'source',
      label: '来源',
      kind: 'choice',
      required: true,
      choices: ['官网', '转介绍', '展会'].map((value) => ({ label: value, value })),
    },
    { name: 'note', label: '备注', kind: 'long', required: false },
  ],
};

const plainCard = (title: string, tone: Card['tone'] = 'neutral', ...nodes: Card['nodes']): Card => ({
  key: title,
  title,
  tone,
  nodes,
});

/** Answers by the words; keeps what came in. */
export class ScriptedHost implements ChatHost {
  readonly received: Inbound[] = [];
  readonly posts: { messageId: string; card: Card }[] = [];
  stage = 3;
  /** Resolved before every answer; tests put a promise here to hold it back. */
  gate: Promise<void> = Promise.resolve();
  readonly #answers = new Map<string, Answer>();
  readonly #present = new Map<string, Card>();

  asks = () => false;
  knows = async () => true;
  suggest = async () => [];
  later = async () => undefined;
  membersChanged = async () => undefined;
  askedInWindow = async () => undefined;

  async receive(inbound: Inbound): Promise<Answer> {
    this.received.push(inbound);
    await this.gate;
    const known = this.#answers.get(inbound.id);
    if (known) return known;
    const answer = this.#answer(inbound);
    this.#answers.set(inbound.id, answer);
    const [first] = answer.cards;
    if (inbound.act.kind === 'tap' && inbound.act.messageId && first && answer.redraws)
      this.#present.set(inbound.act.messageId, first);
    return answer;
  }

  async posted(_platform: string, _place: PlaceRef, messageId: string, card: Card): Promise<void> {
    this.posts.push({ messageId, card });
  }

  async redraw(...[, , messageId, show]: Parameters<ChatHost['redraw']>): Promise<boolean> {
    const card = this.#present.get(messageId);
    return card !== undefined && (await show(card, 'zh', true)).ok;
  }

  say = words;

  #answer({ act }: Inbound): Answer {
    if (act.kind === 'form') return this.#formAnswer(act.fields);
    if (act.kind === 'tap') {
      if (act.call.command === 'move') this.stage = Math.min(6, this.stage + 1);
      if (act.call.command === 'move')
        return { cards: [dealCard(this.stage)], redraws: true, replaces: true };
      if (act.call.command === 'lost')
        return { cards: [plainCard('D-12 已记为输单', 'bad')], redraws: true, replaces: true };
      return { cards: [plainCard(`收到：${act.call.command} ${JSON.stringify(act.call.input)}`, 'good')] };
    }
    if (act.text === '线索')
      return { cards: [plainCard('新线索', 'info', text('请补齐这几项'))], form: leadForm };
    if (act.text === '周报') return { cards: [weeklyCard] };
    if (act.text === '悄悄') return { cards: [plainCard('只给你看', 'warn')], quiet: true };
    if (act.text.includes('星河')) return { cards: [dealCard(this.stage)] };
    const reply = act.replyTo ? ` ↩ ${act.replyTo}` : '';
    return {
      cards: [
        plainCard(
          `已记：${act.text}${reply}`,
          'good',
          context('10 分钟内可以撤'),
          ...actions(button('撤', 'undo')),
        ),
      ],
    };
  }

  #formAnswer(filled: Record<string, string>): Answer {
    if (!filled.customer) {
      const form = {
        ...leadForm,
        fields: leadForm.fields.map((field) =>
          field.name === 'customer' ? { ...field, error: '请写客户的名字，例如「星河科技」' } : field,
        ),
      };
      return { cards: [plainCard('新线索', 'info', text('请补齐这几项'))], form };
    }
    return {
      cards: [
        plainCard(
          `L-1 ${filled.customer}`,
          'good',
          ...fields(['金额', filled.amount], ['来源', filled.source]),
        ),
      ],
    };
  }
}

export const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export function demoOptions(more: Partial<SandboxOptions> = {}): SandboxOptions {
  const clock = new FixedClock('2026-11-25T01:00:00Z');
  return {
    host: '127.0.0.1',
    port: 0,
    title: { zh: '跟进', en: 'Genjin' },
    locale: 'zh',
    cast: async () => cast,
    suggestions: async (_person, _place, locale) =>
      locale === 'zh'
        ? ['星河科技', '跟 星河 电话 价格偏高 下周三再约', '线索', '周报', '今天']
        : ['星河科技', '线索', '周报'],
    looks: adapters.map((adapter) => ({
      id: adapter.id,
      title: adapter.title,
      draw: (card, locale, picture) => {
        const { messages, losses } = adapter.render(card, { say: words, locale, picture });
        return { messages: adapter.preview(messages, callsOf(card)), losses };
      },
    })),
    clock: {
      now: () => clock.now(),
      zone: 'Asia/Shanghai',
      jumps: [
        { id: 'morning', label: { zh: '明早', en: 'Next morning' } },
        { id: 'monday', label: { zh: '周一 09:00', en: 'Monday 09:00' } },
        { id: 'days', label: { zh: '+3 个工作日', en: '+3 workdays' } },
        { id: 'hour', label: { zh: '+1 小时', en: '+1 hour' } },
        { id: 'now', label: { zh: '回到现在', en: 'Back to now' } },
      ],
      jump: async (id) => {
        clock.set(id === 'monday' ? '2026-11-30T01:00:00Z' : '2026-11-26T00:30:00Z');
      },
      moveTo: async (date) => clock.set(date),
    },
    log: silent,
    ...more,
  };
}
