import { term } from '../../shape/term.js';

/** What figures are called, what deals are cut by, and the badges. */
export const figureTexts = {
  measures: {
    amount: term('金额', '商机金额'),
    count: term('数量', '个数', '商机数', '商机数量', '商机'),
    weighted: term('加权', '加权金额'),
    wonAmount: term('赢单金额', '成交额', '成交金额', '业绩'),
    wonCount: term('赢单', '赢单数', '赢单数量', '成交', '成交数'),
    winRate: term('赢率', '赢单率', '成交率'),
    lostCount: term('输单', '输单数', '输单数量', '丢单'),
    lostAmount: term('输单金额', '丢单金额'),
    averageSize: term('平均单额', '客单价', '平均金额', '均单'),
    daysToClose: term('成交天数', '成交周期', '赢单周期', '赢单天数'),
  },
  dimensions: {
    owner: term('负责人', '销售', '同事', '人'),
    team: term('团队', '部门'),
    stage: term('阶段'),
    status: term('状态', '结果'),
    product: term('产品'),
    source: term('来源', '线索来源', '渠道'),
    lossReason: term('输单原因', '输因', '丢单原因', '原因'),
    lossStage: term('输在阶段', '丢单阶段', '输单阶段'),
    region: term('地区', '区域', '省份'),
    industry: term('行业'),
    grade: term('等级', '级别'),
    tag: term('标签'),
    month: term('月份', '月', '按月'),
    pipeline: term('管道'),
    customer: term('客户', '按客户', '公司'),
    week: term('周', '按周', '星期'),
  },
  /** What became of a deal. */
  statuses: {
    open: term('进行中', '在手', '在跟'),
    won: term('赢单', '赢', '成交'),
    lost: term('输单', '输', '丢单'),
  },
  /** A customer's grade as it is said in a question: A级. */
  gradeWords: (grade: string) => [`${grade}级`, `${grade}类`],
  badges: {
    fastest: '响应最快',
    visits: '拜访最多',
    tidy: '待办清零',
    firstWin: '第一单',
    comeback: '起死回生',
  },
  badgeRules: {
    fastest: (leads: number) => `本月首次响应时间（中位数）最短，至少响应 ${leads} 条线索`,
    visits: (visits: number) => `本月拜访次数最多，至少 ${visits} 次`,
    tidy: (tasks: number) => `上周到期的待办全部按时完成，至少 ${tasks} 件，且没有更早的逾期待办`,
    firstWin: '本月赢得个人第一单',
    comeback: '本月赢单中，曾被停滞提醒且金额最大的一单',
  },
};
