import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about follow-ups and tasks are called. */
export const followUpCommands = {
  log: {
    words: ['跟', '跟进', 'g'],
    summary: '记一次跟进',
    examples: ['跟 华为 电话 价格偏高 下周三再约', '跟 D-1 拜访 王总 方案已讲'],
    fields: {
      next: { label: '下一步日期' },
      note: {
        ask: '跟进了什么？可以说方式、内容和下次时间。',
        example: '电话 价格偏高 下周三再约',
      },
    },
  },
  home: { words: ['首页', '工作台'], summary: '我的工作台', examples: ['首页'] },
  plan: {
    words: ['约', '提醒'],
    summary: '约下一步',
    examples: ['约 华为 下周三 讲方案'],
    fields: {
      next: { label: '日期' },
      who: { label: '负责人' },
      note: { label: '事项', example: '讲方案' },
    },
  },
  'task-done': { words: ['完成', '做完'], summary: '完成待办', examples: ['完成 T-1'] },
  'task-drop': {
    words: ['取消待办'],
    summary: '取消待办',
    examples: ['取消待办 T-1'],
  },
  'task-give': {
    words: ['待办转给'],
    summary: '把刚安排的待办转给别的同事',
    fields: { to: { label: '同事' } },
  },
  'tasks-change': {
    words: ['批量改待办'],
    summary: '批量完成、取消或改期待办',
    fields: {
      tasks: { label: '待办' },
      what: { label: '操作' },
      to: { label: '改到哪天' },
      days: { label: '天数' },
      confirmed: { label: '确认' },
      words: { label: '您的话' },
    },
  },
  'task-snooze': {
    words: ['延', '延期', '推迟'],
    summary: '待办改期',
    examples: ['延 T-1 下周三'],
    fields: {
      days: { label: '天数' },
      hour: { label: '几点' },
      time: { label: '时间' },
      to: { label: '改到哪天' },
    },
  },
  today: { words: ['今天', 'j'], summary: '今天的待办', examples: ['今天'] },
  undo: {
    words: ['撤销', '撤', '撤回', 'u'],
    summary: '撤销刚才的操作（十分钟内）',
    examples: ['撤销'],
    fields: {
      act: { label: '操作' },
      note: { label: '跟进' },
      what: { label: '范围' },
      words: { label: '要撤销什么', example: '刚才那条' },
    },
  },
} satisfies Record<string, CommandTexts>;
