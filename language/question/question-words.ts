import type { ByLanguage } from '../../texts/languages.js';
import type { AskedFor } from './question-reading.js';

const named = (zh: string, en: string): ByLanguage => ({ zh, en });

/** What each measure is called; asked by this name, it is read as itself. */
export const askedNames: Record<AskedFor, ByLanguage> = {
  won: named('赢单金额', 'won amount'),
  wins: named('赢单数', 'wins'),
  winRate: named('赢率', 'win rate'),
  averageSize: named('客单价', 'average deal size'),
  daysToClose: named('成交周期', 'sales cycle'),
  open: named('管道金额', 'pipeline'),
  openCount: named('商机数', 'open deals'),
  weighted: named('加权金额', 'weighted pipeline'),
  newDeals: named('新增商机', 'new deals'),
  lost: named('输单金额', 'lost amount'),
  lostCount: named('输单数', 'lost deals'),
  lossReasons: named('输单原因', 'loss reasons'),
  newLeads: named('新增线索', 'new leads'),
  conversion: named('线索转化率', 'conversion rate'),
  response: named('响应时间', 'response time'),
  followUps: named('跟进次数', 'follow-ups'),
  visits: named('拜访次数', 'number of visits'),
  calls: named('电话次数', 'number of calls'),
  points: named('积分', 'points'),
  target: named('目标完成率', 'target'),
  forecast: named('预测', 'forecast'),
  stalled: named('停滞的商机', 'stalled deals'),
  silent: named('没跟进的客户', 'silent customers'),
  closing: named('预计成交的商机', 'deals closing'),
  tasks: named('待办', 'tasks'),
  lastTalk: named('上次聊了什么', 'last talk with'),
  nextStep: named('下一步是什么', 'next step with'),
  dealStage: named('到哪个阶段了', 'status of'),
  owner: named('谁负责', 'who owns'),
  worth: named('报价多少', 'quote for'),
  contact: named('联系方式', 'phone number'),
  profit: named('利润', 'profit'),
  payment: named('回款', 'payments'),
  commission: named('提成', 'commission'),
};

/** What periods are called, by key. */
export const periodNames: Record<string, ByLanguage> = {
  today: named('今天', 'today'),
  yesterday: named('昨天', 'yesterday'),
  tomorrow: named('明天', 'tomorrow'),
  thisWeek: named('本周', 'this week'),
  lastWeek: named('上周', 'last week'),
  nextWeek: named('下周', 'next week'),
  thisMonth: named('本月', 'this month'),
  lastMonth: named('上月', 'last month'),
  nextMonth: named('下月', 'next month'),
  thisQuarter: named('本季', 'this quarter'),
  lastQuarter: named('上季', 'last quarter'),
  nextQuarter: named('下季', 'next quarter'),
  thisYear: named('今年', 'this year'),
  lastYear: named('去年', 'last year'),
  nextYear: named('明年', 'next year'),
};
