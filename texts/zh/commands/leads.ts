import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about leads are called. */
export const leadCommands = {
  assign: {
    words: ['派', '转给', '转交', '转'],
    summary: '把客户、商机或线索连同待办交给同事',
    examples: ['派 华为 @张三'],
    fields: {
      record: { label: '客户、商机或线索' },
      instead: { label: '代替' },
    },
  },
  claim: {
    words: ['认领', '抢'],
    summary: '从公海认领线索或客户',
    examples: ['认领 L-2'],
    fields: {
      lead: { label: '线索或客户', example: 'L-2' },
    },
  },
  lead: {
    words: ['线索', '新线索', 'x'],
    summary: '新建线索',
    examples: ['线索 星河科技 王总 13800000000 想看ERP #官网'],
    fields: {
      owner: { label: '负责人' },
      isNew: { label: '仍要新建' },
    },
  },
  'lead-merge': {
    words: ['并入'],
    summary: '把重复的线索并入已有记录',
    fields: {
      into: { label: '并入' },
    },
  },
} satisfies Record<string, CommandTexts>;
