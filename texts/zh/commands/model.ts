import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about the model are called. */
export const modelCommands = {
  'model-blanks': {
    words: ['让模型补', '模型补全'],
    summary: '让模型补全一句话里缺的内容',
    fields: {
      words: { label: '内容' },
    },
  },
  'draft-reply': {
    words: ['拟稿'],
    summary: '让模型起草一条给客户的消息',
    examples: ['拟稿 华为 催一下合同'],
    fields: {
      wish: { label: '要说什么', example: '催一下合同' },
    },
  },
  model: {
    words: ['模型'],
    summary: '查看模型的设置、用量和发送记录',
    examples: ['模型'],
    fields: {
      call: { label: '第几次', example: '12' },
    },
  },
  'week-recap': { words: ['周总结'], summary: '让模型写一周总结', examples: ['周总结', '周总结 本周'] },
} satisfies Record<string, CommandTexts>;
