import type { CommandTexts } from '../../shape/command-texts.js';

/** What commands about customers are called. */
export const customerCommands = {
  'contact-edit': {
    words: ['改联系人'],
    summary: '修改联系人的电话、邮箱或职位',
    fields: {
      said: { label: '称呼' },
      email: { label: '邮箱' },
      title: { label: '职位' },
      confirmed: { label: '确认' },
    },
  },
  customer: {
    words: ['客户'],
    summary: '修改客户等级、行业、地区、来源、合同到期日',
    examples: ['客户 华为 A级 合同到 2027年6月30日', '客户 华为 B', '客户 华为 行业=制造 地区=深圳'],
    fields: {
      industry: { label: '行业', names: ['行业', '所属行业'] },
      region: { label: '地区', names: ['地区', '区域', '城市'] },
      source: { label: '来源', names: ['来源', '客户来源'] },
      website: { label: '网址', names: ['网址', '网站', '官网'] },
      isTold: { label: '先问' },
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
    summary: '申诉客户归属；不写编号则查看待处理的申诉',
    examples: ['申诉', '申诉 C-2 我先联系的'],
    fields: {
      customer: { label: '客户编号' },
      reason: { label: '理由', ask: '为什么应该归您？', example: '我先联系的' },
    },
  },
  'dispute-show': { words: ['看申诉', '查看申诉'], summary: '查看一个申诉' },
  'dispute-decide': {
    words: ['裁定'],
    summary: '处理申诉',
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
    summary: '交接一位同事名下的全部记录',
    examples: ['交接 @张三'],
    fields: {
      who: { label: '交接人' },
      leaves: { label: '离职' },
      confirmed: { label: '确认交接' },
    },
  },
  share: {
    words: ['协作', '共享'],
    summary: '请同事协作跟进一个客户',
    examples: ['协作 华为 @张三'],
    fields: {
      who: { label: '协作人' },
    },
  },
  unshare: {
    words: ['取消协作', '取消共享'],
    summary: '取消同事的协作',
    fields: {
      who: { label: '协作人' },
    },
  },
} satisfies Record<string, CommandTexts>;
