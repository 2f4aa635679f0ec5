import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands that keep records up are called. */
export const upkeepCommands = {
  rename: {
    words: ['改名', '重命名'],
    summary: '给客户、商机、联系人改名',
    examples: ['改名 华为 华为技术有限公司'],
    fields: {
      record: { label: '记录' },
      to: { label: '新名字', ask: '改成什么名字？', example: '华为技术' },
      isTold: { label: '先问' },
    },
  },
  tag: {
    words: ['标签', '打标签'],
    summary: '给客户、商机、线索加减标签',
    examples: ['标签 华为 +KA'],
    fields: {
      record: { label: '记录' },
      tags: { label: '标签', ask: '加或去掉哪些标签？', example: '+KA -老客户' },
    },
  },
  reopen: {
    words: ['重开', '重新打开'],
    summary: '重开已赢单或已输单的商机',
    fields: { record: { label: '商机' }, isTold: { label: '先问' } },
  },
  remove: {
    words: ['删除', '删'],
    summary: '删除客户、联系人、商机或线索，可撤销',
    fields: { record: { label: '记录' }, confirmed: { label: '确认' } },
  },
  void: {
    words: ['作废'],
    summary: '作废商机或线索',
    fields: { record: { label: '记录' }, isTold: { label: '先问' } },
  },
  edits: {
    words: ['修改记录', '变更记录'],
    summary: '谁在什么时候改了什么',
    examples: ['修改记录 华为'],
    fields: { name: { label: '名称或编号' }, field: { label: '字段' } },
  },
  'as-of': {
    words: ['当时'],
    summary: '查看记录过去某天的状态',
    fields: { name: { label: '名称或编号' } },
  },
  views: {
    words: ['谁看过'],
    summary: '谁查看过这条记录',
    fields: { name: { label: '名称或编号' } },
  },
  doings: {
    words: ['做了什么'],
    summary: '一位同事做了什么',
    fields: { who: { label: '同事' }, span: { label: '时间' } },
  },
} satisfies Record<string, CommandTexts>;
