import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about the pool are called. */
export const poolCommands = {
  decline: { words: ['放弃认领', '不要', '不认领'], summary: '放弃优先分给我的公海记录' },
  'pool-log': {
    words: ['公海记录'],
    summary: '查看公海记录：谁认领、放回、查看过',
    examples: ['公海记录', '公海记录 L-2'],
  },
  release: {
    words: ['放回公海', '放公海'],
    summary: '把线索或客户放回公海',
    examples: ['放回公海 L-1 暂时没有需求'],
    fields: {
      record: { example: 'L-1' },
      reason: { label: '原因', ask: '为什么放回公海？', example: '暂时没有需求' },
    },
  },
  'pool-view': { words: ['看公海'], summary: '查看公海里的一条' },
  pool: {
    words: ['公海', 'h'],
    summary: '查看公海里可认领的线索和客户',
    examples: ['公海', '公海 华东'],
  },
} satisfies Record<string, CommandTexts>;
