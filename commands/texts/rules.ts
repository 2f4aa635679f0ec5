import { defineTexts } from '../../bot/kernel/texts.js';

/** What is said about the process file. */
export const ruleTexts = defineTexts({
  zh: {
    title: (version: number) => `销售规则 · 第 ${version} 版`,
    hint: '改一条：规则 公海回收 15。看历史：规则版本。',
    stages: '阶段',
    proposed: (name: string) => `改规则 · ${name}`,
    now: '现在',
    after: '改成',
    dryTitle: '按最近一季度试算',
    dryPool: (leads: number, returned: number, won: number, was: number) =>
      `${leads} 条线索里会收回 ${returned} 条（现在的规则 ${was} 条），其中 ${won} 条后来赢了。`,
    dryCustomers: (customers: number, returned: number, won: number, was: number) =>
      `${customers} 个客户里会收回 ${returned} 个（现在的规则 ${was} 个），其中 ${won} 个后来赢了。`,
    dryResponse: (leads: number, late: number, was: number) =>
      `${leads} 条线索里会有 ${late} 条超时（现在的规则 ${was} 条）。`,
    noDry: '这条规则对过去没有影响，改后新发生的才按新规则。',
    apply: '生效',
    needsSecond: '按流程文件的要求，要由另一位经理或管理员来点「生效」。',
    second: '改规则要由另一个人来确认。',
    applied: (name: string, from: string, to: string) => `${name}：${from} → ${to}，已生效。`,
    back: '回退',
    unknown: (words: string) => `没有「${words}」这条规则。`,
    unknownExample: '规则 公海回收 15',
    wrongValue: (name: string, words: string) =>
      words ? `「${words}」不能用作${name}。` : `${name}改成多少？`,
    same: (name: string, value: string) => `${name}已经是 ${value}。`,
    refused: (reason: string) => `这样改流程文件就不对了：${reason}`,
    stale: '规则在这期间变过了，请重新提。',
    versions: '规则版本',
    version: (no: number, at: string, who: string) => `第 ${no} 版 · ${at}${who ? ` · ${who}` : ''}`,
    inForce: '（现在）',
    restored: (no: number) => `已回退到第 ${no} 版。`,
    noVersion: (no: string) => `没有第 ${no} 版。`,
    byFile: '改文件',
  },
  en: {
    title: (version: number) => `Sales rules · version ${version}`,
    hint: 'Change one: rules pool return 15. History: rule-versions.',
    stages: 'Stages',
    proposed: (name: string) => `Change a rule · ${name}`,
    now: 'Now',
    after: 'Then',
    dryTitle: 'Tried on the last quarter',
    dryPool: (leads: number, returned: number, won: number, was: number) =>
      `Of ${leads} leads ${returned} would have gone back (${was} by the present rule), ${won} of which were won later.`,
    dryCustomers: (customers: number, returned: number, won: number, was: number) =>
      `Of ${customers} customers ${returned} would have gone back (${was} by the present rule), ${won} of which were won later.`,
    dryResponse: (leads: number, late: number, was: number) =>
      `Of ${leads} leads ${late} would have been late (${was} by the present rule).`,
    noDry: 'This rule changes nothing of the past; what happens from now on follows it.',
    apply: 'Apply',
    needsSecond: 'The process file asks for a second person: another manager or an admin taps "Apply".',
    second: 'A change of rules takes a second person.',
    applied: (name: string, from: string, to: string) => `${name}: ${from} → ${to}, in force.`,
    back: 'Roll back',
    unknown: (words: string) => `There is no rule "${words}".`,
    unknownExample: 'rules pool return 15',
    wrongValue: (name: string, words: string) =>
      words ? `"${words}" is no value for ${name}.` : `What should ${name} be?`,
    same: (name: string, value: string) => `${name} is ${value} already.`,
    refused: (reason: string) => `The process file would be wrong then: ${reason}`,
    stale: 'The rules have changed meanwhile. Please say it again.',
    versions: 'Versions of the rules',
    version: (no: number, at: string, who: string) => `Version ${no} · ${at}${who ? ` · ${who}` : ''}`,
    inForce: ' (now)',
    restored: (no: number) => `Version ${no} is in force again.`,
    noVersion: (no: string) => `There is no version ${no}.`,
    byFile: 'file edited',
  },
});
