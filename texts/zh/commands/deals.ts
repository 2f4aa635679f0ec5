import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about deals are called. */
export const dealCommands = {
  request: {
    words: ['申请审批', '申请放行', '申请'],
    summary: '申请审批，进入下一阶段',
    fields: { note: { label: '理由', example: '客户要月底前签' } },
  },
  nudge: { words: ['催', '催办'], summary: '催办审批' },
  approve: {
    words: ['同意', '批', '审批', '放行'],
    summary: '同意审批；不写编号则查看待审批',
    examples: ['审批'],
  },
  reject: {
    words: ['驳回', '不同意'],
    summary: '驳回审批申请，写明原因',
    fields: {
      reason: { label: '原因', ask: '为什么驳回？', example: '报价还没过财务' },
    },
  },
  deal: {
    words: ['商机', '新商机', 's'],
    summary: '新建商机',
    examples: ['商机 华为 ERP二期 30万 6月底'],
    fields: {
      isNew: { label: '确认新建' },
      isAgain: { label: '仍然新建' },
      owner: { label: '负责人', names: ['负责人'] },
      name: { label: '商机名称', example: 'ERP二期' },
    },
  },
  edit: {
    words: ['改', '改金额', '改期'],
    summary: '修改商机金额或预计成交日',
    examples: ['改 华为 28万', '改 华为 7月底'],
    fields: {
      later: { label: '推后天数' },
      amount: { ask: '改成多少？也可以说新的预计成交日。' },
    },
  },
  lost: {
    words: ['输', '输单', '丢单'],
    summary: '记为输单，填写原因',
    examples: ['输 华为 价格'],
    fields: {
      reason: { label: '输单原因', ask: '为什么输单？', example: '价格' },
    },
  },
  move: {
    words: ['推', '推进', 't', '>'],
    summary: '推进到下一阶段',
    examples: ['推 华为 30万', '>谈判 华为 30万 6月底'],
    fields: {
      record: { label: '商机或线索' },
    },
  },
  'close-ask': {
    words: ['问成交日'],
    summary: '问一个日期是预计成交日还是待办',
    fields: {
      next: { label: '成交日' },
      who: { label: '谁的' },
    },
  },
  note: {
    words: ['备注'],
    summary: '给商机加备注，不算跟进',
    examples: ['备注 华为 等总部批预算'],
    fields: {
      note: { ask: '记什么？' },
    },
  },
  pipeline: {
    words: ['管道', '换管道'],
    summary: '把商机换到另一个管道',
    fields: {
      pipeline: { ask: '换到哪个管道？' },
    },
  },
  step: {
    words: ['标准动作'],
    summary: '勾选标准动作',
    fields: {
      step: { label: '标准动作' },
    },
  },
  won: {
    words: ['赢', '赢单', '成交'],
    summary: '记为赢单',
    examples: ['赢 华为 30万'],
    fields: {
      amount: { ask: '赢单金额是多少？' },
    },
  },
} satisfies Record<string, CommandTexts>;
