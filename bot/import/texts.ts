import { defineTexts } from '../kernel/texts.js';

export const importTexts = defineTexts({
  zh: {
    blank: (field: string) => `「${field}」是空的`,
    noDate: (field: string, cell: string) => `「${field}」不是日期：${cell}（应为 2017-03-01 这样的写法）`,
    noAmount: (field: string, cell: string) => `「${field}」不是金额：${cell}`,
    noStage: (cell: string, known: string) => `不认识的阶段「${cell}」，可用：${known}`,
    noPhone: (cell: string) => `不是电话号码：${cell}`,
    closedBefore: (opened: string, closed: string) => `成交日期 ${closed} 早于创建日期 ${opened}`,
    closedUnknown: '已关闭，却没有成交日期',
    accountMissing: (name: string) => `没有客户，记在「${name}」名下`,
    undated: (day: string) => `没有创建日期，按本文件最早的日期 ${day} 记`,
    ownerUnknown: (name: string) => `名单里没有「${name}」，已建为销售`,
    productUnknown: (name: string) => `价目表里没有「${name}」，照原样保留`,
    wonUnpriced: '赢单没有金额，按 0 计',
    loseReasonUnknown: (words: string) => `不认识的输单原因「${words}」，记为其他`,
    sourceUnknown: (words: string) => `不认识的来源「${words}」，照原样保留`,
    gradeUnknown: (words: string, known: string) => `不认识的客户等级「${words}」，可用：${known}；留空`,
    contractEnd: '合同到期',
    sameRow: '前面已有编号相同、内容不同的一行',
  },
  en: {
    blank: (field: string) => `"${field}" is blank`,
    noDate: (field: string, cell: string) => `"${field}" is no date: ${cell} (written like 2017-03-01)`,
    noAmount: (field: string, cell: string) => `"${field}" is no amount: ${cell}`,
    noStage: (cell: string, known: string) => `unknown stage "${cell}"; known are ${known}`,
    noPhone: (cell: string) => `no phone number: ${cell}`,
    closedBefore: (opened: string, closed: string) =>
      `closed on ${closed}, before it was opened on ${opened}`,
    closedUnknown: 'closed, but without a closing date',
    accountMissing: (name: string) => `without an account; kept under "${name}"`,
    undated: (day: string) => `without an opening date; taken as ${day}, the earliest in the file`,
    ownerUnknown: (name: string) => `"${name}" is not in the list of people; made a rep`,
    productUnknown: (name: string) => `"${name}" is not in the price list; kept as it is`,
    wonUnpriced: 'won without an amount; counted as 0',
    loseReasonUnknown: (words: string) => `unknown loss reason "${words}"; noted as other`,
    sourceUnknown: (words: string) => `unknown source "${words}"; kept as it is`,
    gradeUnknown: (words: string, known: string) =>
      `unknown grade "${words}"; known are ${known}; left blank`,
    contractEnd: 'contract end',
    sameRow: 'an earlier row has the same number and says otherwise',
  },
});
