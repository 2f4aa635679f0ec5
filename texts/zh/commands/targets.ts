import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about targets and calls are called. */
export const targetCommands = {
  call: {
    words: ['判断'],
    summary: '对商机或整个期间给出您的预测判断',
    examples: ['判断 D-1 承诺', '判断 本季 300万'],
    fields: {
      called: {
        label: '判断',
        choices: { commit: ['肯定'], best: ['看好', '最好'], pipeline: ['管道'], omit: ['不计', '不算'] },
      },
      commit: { label: '承诺' },
      best: { label: '乐观' },
    },
  },
  'target-suggest': {
    words: ['建议目标', '目标建议'],
    summary: '按历史数据建议目标，一键采用',
    examples: ['建议目标'],
    fields: {
      whose: { label: '姓名或团队', example: '张三' },
    },
  },
  'target-take': {
    words: ['采用目标'],
    summary: '采用建议的目标',
    fields: {
      list: { label: '目标' },
    },
  },
  target: {
    words: ['目标', '指标', 'KPI'],
    summary: '查看目标达成；经理设目标：目标 张三 7月 50万',
    examples: ['目标', '目标 本季', '目标 张三'],
    fields: {
      whose: { label: '姓名或团队', example: '张三' },
      value: { label: '目标', example: '50万' },
      stretch: { label: '冲刺', example: '360万', names: ['冲刺', '挑战'] },
    },
  },
} satisfies Record<string, CommandTexts>;
