import type { FieldTexts } from '../../shape/command-texts.js';

/** Examples of what fields take, by their kind; help says the speaker's own names in the place of the made up ones. */
export const kindExamples = {
  money: '30万',
  date: '下周三',
  asof: '@上周五',
  phone: '13800000000',
  tags: '#官网',
  contact: '王总',
  stage: '>谈判',
  person: '@张三',
  name: '华为',
  note: '价格偏高',
};

/** Periods as they are said. */
export const spokenPeriods = {
  thisWeek: ['本周', '这周'],
  lastWeek: ['上周'],
  thisMonth: ['本月', '这个月'],
  lastMonth: ['上月', '上个月'],
  thisQuarter: ['本季', '本季度', '这季度'],
  lastQuarter: ['上季', '上季度'],
  thisYear: ['今年', '本年'],
};

/** Fields that mean the same in most commands that have them, by their name. */
export const commonFields = {
  amount: { label: '金额' },
  article: { label: '文章', example: 'A-3' },
  asof: { label: '截至' },
  channel: {
    label: '方式',
    choices: { call: ['电话'], visit: ['拜访'], wechat: ['微信'], email: ['邮件'], meeting: ['会议'] },
  },
  close: { label: '预计成交日' },
  competitor: { label: '竞品', example: '凌峰', names: ['竞品'] },
  contact: { label: '联系人' },
  customer: { label: '客户' },
  deal: { label: '商机' },
  dispute: { label: '申诉' },
  metric: {
    label: '指标',
    choices: {
      won: ['金额', '业绩', '成交额', '销售额', '赢单额'],
      wins: ['赢单', '单数', '成交', '成交数'],
      newDeals: ['新增商机', '商机数'],
      calls: ['电话数', '打电话'],
      visits: ['拜访数', '上门'],
      followUps: ['跟进数', '跟进次数'],
      response: ['响应', '首响', '首响中位', '首次响应', '响应时间'],
    },
  },
  month: { label: '月份', example: '7月' },
  note: { label: '备注' },
  page: { label: '页码' },
  period: { label: '时间' },
  phone: { label: '电话' },
  pipeline: { label: '管道', example: '续约' },
  product: { label: '产品', example: '标准版', names: ['产品'] },
  record: { label: '线索或客户' },
  share: { label: '发到群' },
  skip: { label: '跳过' },
  stage: { label: '阶段' },
  subject: { label: '客户或商机' },
  tags: { label: '标签' },
  task: { label: '待办' },
  team: { label: '团队', example: '华东' },
  to: { label: '接收人' },
  version: { label: '版本' },
  week: { label: '时间' },
  who: { label: '同事' },
} satisfies Record<string, FieldTexts>;
