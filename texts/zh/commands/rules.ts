import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about rules and alerts are called. */
export const ruleCommands = {
  alerts: {
    words: ['预警', '提醒规则', '提醒方式', '我的提醒'],
    summary: '查看提醒规则，选择提醒方式',
    examples: ['预警', '预警 汇总', '预警 即时'],
    fields: {
      how: {
        label: '方式',
        choices: { digest: ['汇总', '每日'], each: ['即时', '逐条'] },
      },
      rule: { label: '规则' },
    },
  },
  notices: {
    words: ['汇总通知', '通知汇总', '通知方式'],
    summary: '把通知合并成每天一条，或改回逐条',
    examples: ['汇总通知 每天9点', '汇总通知 逐条', '汇总通知'],
    fields: { each: { label: '逐条' }, at: { label: '时间', example: '每天9点' } },
  },
  rules: {
    words: ['规则', '流程', '汇率'],
    summary: '查看和修改销售规则',
    examples: ['规则', '规则 公海回收 15', '汇率 GBP 9.2'],
    fields: {
      change: { label: '修改哪条规则', example: '公海回收 15' },
    },
  },
  'rule-change': {
    words: ['改规则', '修改规则'],
    summary: '修改一条规则',
    examples: ['改规则 公海回收 15'],
    fields: {
      rule: { label: '规则', ask: '要修改哪条规则？', example: '公海回收' },
      value: { label: '修改后', ask: '要改成什么？', example: '15' },
    },
  },
  'rule-apply': {
    words: ['规则生效'],
    summary: '让规则改动生效',
    fields: {
      key: { label: '规则' },
      value: { label: '值' },
      by: { label: '提出人' },
    },
  },
  'rule-versions': { words: ['规则版本', '流程版本'], summary: '查看规则的历史版本', examples: ['规则版本'] },
  'rule-restore': { words: ['规则回退'], summary: '回退到以前的规则版本' },
  'rule-adopt': {
    words: ['采用流程文件'],
    summary: '采用流程文件里的规则',
    fields: { hash: { label: '文件' } },
  },
  'rule-discard': {
    words: ['放弃流程文件'],
    summary: '放弃流程文件里的改动',
    fields: { hash: { label: '文件' } },
  },
} satisfies Record<string, CommandTexts>;
