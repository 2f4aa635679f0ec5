import { term } from '../../shape/term.js';

/** Names of what every sales process has, and of what it has unless its file says otherwise. */
export const processTexts = {
  fields: {
    amount: '金额',
    closeDate: '预计成交日',
    contact: '联系人',
    product: '产品',
    note: '跟进记录',
  },
  mainPipeline: '主管道',
  sources: {
    website: term('官网', '网站'),
    referral: term('转介绍', '介绍', '推荐'),
    event: term('展会', '会议', '活动'),
    call: term('电话', '陌拜'),
    other: term('其他'),
  },
  lossReasons: {
    price: term('价格', '太贵', '价格高'),
    competitor: term('竞品', '竞争对手', '选了别家'),
    fit: term('需求不符', '功能', '不匹配'),
    budget: term('没有预算', '预算', '没钱'),
    timing: term('时机', '暂缓', '延期'),
    silent: term('失联', '联系不上', '不回复'),
    other: term('其他'),
  },
  noReason: '未填写',
  alerts: {
    stalled: '停滞',
    slipped: '延期',
    cut: '降价',
    back: '退回',
    bigDeal: '大单',
    won: '赢单',
    silent: '客户沉默',
    falling: '下滑',
    incomplete: '资料缺失',
  },
  metrics: {
    won: '赢单金额',
    wins: '赢单数',
    newDeals: '新商机',
    calls: '电话',
    visits: '拜访',
    followUps: '跟进',
    response: '首响',
  },
  /** `11/16–11/22` is the span. */
  week: (number: number, span: string) => `第${number}周 ${span}`,
};
