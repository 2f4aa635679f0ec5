import type { CommandTexts } from '../../shape/command-texts.js';

const narrowedBy = { words: { label: '负责人、阶段、标签、金额', example: '谈判 10万以上' } };

/** What commands that list records are called. */
export const listCommands = {
  deals: {
    words: ['我的商机', '我的单子', '我的项目', '商机列表'],
    summary: '查看进行中的商机，金额高的在前；可按阶段、标签、金额、负责人筛选',
    examples: ['我的商机', '我的商机 谈判'],
    fields: narrowedBy,
  },
  customers: {
    words: ['我的客户', '名下客户', '客户列表'],
    summary: '查看名下客户；可按标签、等级、负责人筛选',
    examples: ['我的客户'],
    fields: narrowedBy,
  },
  leads: {
    words: ['我的线索', '线索列表'],
    summary: '查看未转商机的线索，新的在前',
    examples: ['我的线索'],
    fields: narrowedBy,
  },
  tasks: {
    words: ['待办', '我的待办', '待办列表', '全部待办'],
    summary: '查看未完成的待办，按到期日排列；可按日期筛选',
    examples: ['我的待办', '我的待办 下周'],
    fields: { words: { label: '时间', example: '下周' } },
  },
  logs: {
    words: ['我的跟进', '跟进列表'],
    summary: '查看跟进记录，新的在前；可按日期、同事筛选',
    examples: ['我的跟进', '我的跟进 本周'],
    fields: { words: { label: '同事、时间', example: '本周' } },
  },
  board: {
    words: ['看板', '我的看板'],
    summary: '按阶段查看商机数量和金额',
    examples: ['看板'],
    fields: narrowedBy,
  },
  history: {
    words: ['历史', '时间线'],
    summary: '查看客户或商机的历史，新的在前',
    examples: ['历史 华为'],
    fields: { name: { label: '客户或商机' } },
  },
  contacts: {
    words: ['联系方式'],
    summary: '查联系人的电话',
    fields: { words: { label: '联系人', example: '王总' } },
  },
} satisfies Record<string, CommandTexts>;
