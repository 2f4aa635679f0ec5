import { demoArticles } from './demo-articles.js';

/** The company of the demo, as a Chinese reader meets it. Everybody and everything in it is made up. */
export const demoCompany = {
  timeZone: 'Asia/Shanghai',
  /**
   * What differs from the shipped rules: the calendar, the currency, the rate of another one in which a deal is told, and the
   * amount from which a deal is large (major units).
   */
  rules: {
    calendar: 'china',
    currency: 'CNY',
    foreign: { currency: 'USD', rate: 7.1 },
    large: 500_000,
  },
  teams: {
    first: { name: '华东', group: '华东销售群' },
    second: { name: '华南', group: '华南销售群' },
  },
  people: {
    firstRep: { id: 'lilei', name: '李雷' },
    secondRep: { id: 'han', name: '韩梅' },
    thirdRep: { id: 'wu', name: '吴桐' },
    fourthRep: { id: 'xu', name: '许诺' },
    fifthRep: { id: 'deng', name: '邓可' },
    firstManager: { id: 'zhou', name: '周敏' },
    secondManager: { id: 'lin', name: '林岚' },
    admin: { id: 'chen', name: '陈晨' },
    viewer: { id: 'qin', name: '秦川' },
  },
  /** Customers by team, in the order in which they turn up. */
  customers: {
    first: [
      ...['星河科技', '云帆物流', '青禾食品', '远山教育', '海棠地产', '飞鸟传媒', '北辰电气', '白鹭旅游'],
      ...['松石软件', '初雪服饰', '明川化工', '晴空航空', '流萤照明', '鹿鸣文化', '沧海渔业', '临江水务'],
      ...['启明仪器', '锦程供应链', '赤焰能源', '九州印务', '玉衡电子', '拾光影像', '橙果电商', '云杉木业'],
      ...['望岳工程', '知行咨询', '木兰纺织', '银杏健康', '合众金融', '向阳光伏', '沐风家电', '归雁通信'],
      ...['半夏制药', '听雨茶业', '盛泽丝绸', '朝露乳业'],
    ],
    second: [
      ...['蓝鲸制造', '晨光医疗', '金穗农业', '长风汽车', '磐石建材', '万象零售', '南枝家居', '听涛酒店'],
      ...['天工机械', '清泉饮品', '岭南果业', '榕城置业', '珠江灯饰', '海岳重工', '木棉服装', '飞鲨体育'],
      ...['凤凰陶瓷', '越秀美妆', '潮声音响', '椰风食品', '鹭岛旅运', '红树环保', '云起科教', '荔湾印染'],
    ],
  },
  /** Customers who turn up after the demo has opened. */
  newcomers: ['云岭咖啡', '北岸船舶', '锦鲤动漫', '松间民宿', '望川水泥', '白桦书店', '星芒教具', '青石园林'],
  /** Leads that stand in the pool. */
  unclaimed: ['松涛造纸', '凌云测绘', '碧海水产'],
  contacts: {
    given: ['总', '经理', '主任', '工'],
    family: [
      ...['王', '李', '张', '刘', '赵', '孙', '钱', '郑', '冯', '何'],
      ...['沈', '韩', '蒋', '许', '吕', '魏', '陶', '姜', '谢', '邹'],
    ],
    form: '{family}{given}',
  },
  /** Phones by team; {nn} is the customer's own number. */
  phones: { first: ['138000001{nn}', '139000001{nn}'], second: ['137000001{nn}', '136000001{nn}'] },
  products: ['ERP标准版', 'ERP二期', 'CRM专业版', '数据平台', '移动审批', '年度维保'],
  sources: ['官网', '转介绍', '展会', '电话'],
  channels: ['电话', '拜访', '微信', '会议'],
  lossReasons: ['价格', '竞品', '预算', '需求不符'],
  notes: [
    '价格偏高，还在和凌峰比',
    '演示了排产模块，反馈不错',
    '对方在走预算流程',
    '需要补一份实施计划',
    '技术负责人提了三个接口问题',
    '希望先试用一个月',
    '合同条款在法务',
    '约了下次带老板一起',
    '要求给到同行案例',
    '确认了使用人数',
  ],
  /** How a follow-up is told in the group. */
  sentences: ['今天拜访了{customer}，{note}，{day}再约', '刚跟{customer}通了电话，{note}，{day}再联系'],
  /** Amounts of deals, in the unit in which they are said. */
  amounts: { unit: 10_000, least: 5, most: 64, large: 68, form: '{n}万' },
  /** Monthly targets of one rep and, for each rep of a team, of the team. */
  targets: { won: '60万', visits: 8, followUps: 30, team: 65, stretch: 80 },
  months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  day: '{month}{day}日',
  /** What the team types, by what is done with it. */
  lines: {
    lead: '线索 {customer} {contact} {phone} 想看{product} #{source}',
    followUp: '跟 {no} {channel} {note} {day}',
    plainFollowUp: '跟 {no} {channel} {note}',
    done: '完成 {task}',
    deal: '商机 {customer} {product} {amount} {day}',
    move: '推 {no}',
    won: '赢 {no} {amount}',
    lost: '输 {no} {reason}',
    request: '申请放行 {no} 客户口头同意了报价',
    approve: '批 {no}',
    target: '目标 {who} {month} {value}',
    teamTarget: '目标 {who} {month} {value} 冲刺 {stretch}',
    visitTarget: '目标 {who} {month} 拜访 {value}',
    followUpTarget: '目标 {who} {month} 跟进 {value}',
    lastMonth: '上月',
    thisMonth: '本月',
    poolLead: '线索 {customer} 周经理 {phone} 想了解数据平台 #展会',
    release: '放回公海 {no} 今年没有预算',
    grade: '客户 {customer} A级',
    share: '协作 {customer} @{colleague}',
    find: '{customer}',
    dispute: '申诉 {no} 展会上我先联系的',
    leave: '请假 {from}-{to}',
    /** A deal told in another currency. */
    foreignDeal: '商机 {customer} 海外版 4万美元 {day}',
    largeDeal: '商机 {customer} 数据平台 {amount} {day}',
    largeLog: '跟 {no} 会议 确认了使用人数和上线时间 {day}',
    largeRequest: '申请放行 {no} 客户要月底前签，付款条件已谈妥',
    saveReport: '报表 存 早报 金额 按 阶段',
    postReport: '报表 早报 每个工作日 9:00',
  },
  articles: demoArticles,
  /** What was said in the groups and in private on the day before the demo opens, in the order of the day. */
  talk: [
    { by: 'firstRep', in: 'group', at: '09:40', say: '今天拜访了{customer}，对方觉得价格偏高，下周三再约' },
    { by: 'firstManager', in: 'group', at: '10:20', say: '谁这周拜访最多' },
    { by: 'fourthRep', in: 'group', at: '10:45', say: '刚跟{customer}通了电话，下周二去讲方案' },
    { by: 'secondRep', in: 'private', at: '17:10', say: '{customer}' },
    { by: 'thirdRep', in: 'group', at: '14:30', say: '问 凌峰怎么打' },
    { by: 'secondManager', in: 'group', at: '15:10', say: '漏斗' },
    { by: 'firstManager', in: 'group', at: '16:40', say: '停滞' },
    { by: 'firstRep', in: 'private', at: '17:20', say: '这个月我赢了多少' },
    { by: 'firstManager', in: 'private', at: '17:45', say: '预测' },
  ],
};
