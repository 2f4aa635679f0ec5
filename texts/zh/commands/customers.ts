import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about customers are called. */
export const customerCommands = {
  'contact-edit': {
    words: ['改联系人'],
    summary: '改联系人的电话、邮箱或职位',
    fields: {
      said: { label: '称呼' },
      email: { label: '邮箱' },
      title: { label: '职位' },
      confirmed: { label: '确认' },
    },
  },
  customer: {
    words: ['客户'],
    summary: '改客户等级、合同到期日',
    examples: ['客户 华为 A级 合同到 2027-06-30', '客户 华为 B'],
    fields: {
      contractEnd: { label: '合同到期' },
      grade: { label: '等级', ask: '什么等级，合同到哪天？', example: 'A级' },
    },
  },
  merge: {
    words: ['合并', '合并客户'],
    summary: '合并两个重复的客户',
    examples: ['合并 华为技术 华为'],
    fields: {
      from: { label: '重复的客户' },
      into: { label: '保留的客户' },
    },
  },
  dispute: {
    words: ['申诉'],
    summary: '客户归属申诉；不带编号看待决定的',
    examples: ['申诉', '申诉 C-2 我先联系的'],
    fields: {
      customer: { label: '客户编号' },
      reason: { label: '理由', ask: '为什么应该归您？', example: '我先联系的' },
    },
  },
  'dispute-show': { words: ['看申诉'], summary: '看一个申诉' },
  'dispute-decide': {
    words: ['裁定'],
    summary: '决定申诉',
    fields: {
      verdict: {
        label: '决定',
        choices: { given: ['归申诉人'], kept: ['归原负责人'], merged: ['合并'] },
      },
      reason: { label: '理由', ask: '为什么这样决定？', example: '以先跟进的为准' },
    },
  },
  find: {
    words: ['查', '查询', 'c'],
    summary: '查看客户、商机、线索、待办',
    examples: ['查 华为', '华为'],
    fields: {
      name: { label: '名称或编号' },
    },
  },
  handover: {
    words: ['交接'],
    summary: '把一个人手上的全部交接出去',
    examples: ['交接 @张三'],
    fields: {
      who: { label: '谁的' },
      leaves: { label: '离职' },
      confirmed: { label: '确认交接' },
    },
  },
  share: {
    words: ['协作', '共享'],
    summary: '请同事一起跟一个客户',
    examples: ['协作 华为 @张三'],
    fields: {
      who: { label: '和谁' },
    },
  },
  unshare: {
    words: ['取消协作', '取消共享'],
    summary: '不再一起跟这个客户',
    fields: {
      who: { label: '和谁' },
    },
  },
} satisfies Record<string, CommandTexts>;
