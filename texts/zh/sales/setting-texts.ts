import { term } from '../../shape/term.js';

/** What the rules of the process file are called in the chat, and how their values are said. */
export const settingTexts = {
  pool: {
    returnAfterDays: term('公海回收', '公海', '回收', '回收天数'),
    warnBeforeDays: term('回收提醒'),
    dailyClaims: term('每日认领', '认领'),
    maxHeld: term('持有上限', '上限'),
    maxCustomers: term('客户上限'),
    dailyViews: term('每日查看'),
    offerMinutes: term('优先认领'),
    protectDays: term('认领保护'),
    cooldownDays: term('再认领间隔'),
    minLetters: term('跟进字数'),
    customerReturn: term('客户回收'),
    contractReturn: term('合同回收'),
    gradeReturn: (grade: string) => term(`${grade}级回收`),
    sourceReturn: (source: string) => term(`${source}线索回收`),
  },
  lead: {
    respondWithinMinutes: term('响应时限', '响应'),
    remindAfterMinutes: term('响应提醒'),
    escalateAfterMinutes: term('响应升级'),
    reassignAfterMinutes: term('超时改派', '改派'),
  },
  strategy: term('分配方式', '分配'),
  stall: {
    days: term('停滞天数', '停滞'),
    maxDays: term('停留天数'),
    escalateAfterDays: term('停滞升级'),
  },
  clock: {
    reportDay: term('周报日'),
    reportTime: term('周报时间', '周报'),
    taskTime: term('待办时间', '待办'),
    quietHours: term('免打扰', '勿扰'),
    workHours: term('上班时间'),
    undoMinutes: term('撤销时限', '撤销'),
  },
  alert: {
    mode: (alert: string) => term(`${alert}提醒`),
    slippedDays: term('延期天数'),
    cutPercent: term('降价幅度'),
    bigDealAmount: term('大单金额'),
    silenceFactor: term('沉默倍数'),
    fallPercent: term('下滑幅度'),
    dailyBudget: term('每日提醒'),
    digestAt: term('汇总时间'),
  },
  raisePercent: term('目标提高'),
  rate: (currency: string) => term(`${currency}汇率`, `汇率 ${currency}`),
  lists: {
    sources: term('来源', '线索来源'),
    lossReasons: term('输单原因'),
    tags: term('标签'),
  },
  /** Of a stage; `pipeline` is '' where there is one only, or the main one. */
  stage: {
    steps: (pipeline: string, stage: string) => term(`${pipeline}${stage}标准动作`),
    required: (pipeline: string, stage: string) => term(`${pipeline}${stage}必填`),
    stallDays: (pipeline: string, stage: string) => term(`${pipeline}${stage}停滞`),
    maxDays: (pipeline: string, stage: string) => term(`${pipeline}${stage}停留`),
    probability: (pipeline: string, stage: string) => term(`${pipeline}${stage}赢率`),
    gate: (pipeline: string, stage: string) => term(`${pipeline}${stage}关卡`),
    name: (pipeline: string, stage: string) => term(`${pipeline}${stage}名称`),
    stepTask: (pipeline: string, stage: string, step: string) =>
      term(
        `${pipeline}${stage}「${step}」由谁做`,
        `${pipeline}${stage}「${step}」`,
        `${pipeline}${stage}${step}由谁做`,
        `${pipeline}${stage}${step}负责人`,
        `${pipeline}${stage}${step}`,
      ),
  },
  /** The stages of a pipeline; '' is the main one. */
  stages: (pipeline: string) => term(`${pipeline}阶段`),

  /** What no value is called. */
  never: '不收回',
  notWatched: '不检查',
  unlimited: '不限',
  notReassigned: '不改派',
  allDay: '全天推送',
  noGate: '无',
  noStepTask: '不建待办',
  toAll: '不优先',
  noContract: '不看合同',
  /** Said for no value of any rule. */
  nothing: ['无', '不', '取消'],

  strategies: { roundRobin: '轮流', leastLoaded: '最少', weighted: '份额' },
  modes: { on: '开', shadow: '试运行', off: '关' },
  doers: {
    owner: term('商机负责人', '负责人', '销售', '本人'),
    manager: term('团队经理', '经理', '主管'),
    admin: term('管理员'),
  },
  stepTask: (who: string, days: number) =>
    days === 0 ? `${who}，进入阶段当天完成` : `${who}，进入阶段后 ${days} 个工作日内`,
  stepTaskExample: '韩梅 3天',
  roles: { manager: term('团队经理', '经理', '主管'), admin: term('管理员') },

  days: (days: number) => `${days} 个工作日`,
  minutes: (minutes: number) => `${minutes} 分钟`,
  percent: (percent: number) => `${percent}%`,
  /** `money`: from which worth on, '' where for every deal. */
  gate: (who: string, isEach: boolean, money: string) =>
    `${money && `${money}及以上`}需${who}审批${isEach ? '（须全部同意）' : ''}`,
};
