/** What a team of some size may have written; all names are made up. */
export interface Written {
  title: string;
  body: string;
  tags?: string[];
  stage?: string;
  product?: string;
  competitor?: string;
}

export const written: Written[] = [
  {
    title: '凌峰怎么打',
    body: '凌峰报价一般比我们低两成，但实施周期要三个月，培训另外收费。\n先问客户上线时间，再算三年总成本。\n不要当面贬低他们，拿交付案例说话。',
    tags: ['竞品'],
    competitor: '凌峰',
  },
  {
    title: '和东岳软件比什么',
    body: '东岳软件的强项是报表，弱项是移动端和接口。\n演示时先让客户用手机录一张单子，再看他们怎么导数据。',
    competitor: '东岳软件',
  },
  {
    title: '客户嫌贵的三种回应',
    body: '先弄清楚是预算不够还是觉得不值。\n觉得不值：把每月省下的人工算给他看。\n预算不够：减模块，不减单价。\n最后才谈折扣，九折以内销售自己定，再低要经理批。',
    tags: ['异议'],
    stage: 'negotiation',
  },
  {
    title: '折扣权限',
    body: '销售九折，经理八五折，八折以下报总监审批，两个工作日内答复。',
    tags: ['制度'],
  },
  {
    title: '付款条件底线',
    body: '标准是 3-5-2：签约三成、上线五成、验收两成。\n国企可以接受 0-8-2，但要有盖章的验收标准。\n账期超过 60 天要财务同意。',
    stage: 'negotiation',
  },
  {
    title: '开票要哪些资料',
    body: '营业执照、税号、开户行和账号。专票三个工作日，电子普票当天。\n红冲要先收回原票。',
    tags: ['财务'],
  },
  {
    title: '合同法务常改的五条',
    body: '违约金上限、保密期限、管辖法院、知识产权归属、数据返还。\n管辖法院写甲方所在地可以接受，违约金不超过合同额的两成。',
    stage: 'negotiation',
  },
  {
    title: '首次拜访提纲',
    body: '先聊现状：现在用什么、谁在用、哪里最费时间。\n再问为什么现在想换。\n走之前约好下一次见面的时间和人。',
    tags: ['入门'],
    stage: 'contact',
  },
  {
    title: '需求调研问什么',
    body: '人数、网点、现有系统、上线时间、预算、谁拍板。\n每一条都要记到跟进里，缺一条不要出方案。',
    tags: ['入门'],
    stage: 'qualify',
  },
  {
    title: '怎么找到决策人',
    body: '问采购流程上一次是谁签的字。\n请联系人画一张组织图。\n老板不露面时，邀请他看一次同行的现场。',
    stage: 'qualify',
  },
  {
    title: '方案讲解的顺序',
    body: '痛点、场景、演示、价格，二十分钟以内。\n不要逐页念 PPT。\n讲完当场收集意见。',
    stage: 'proposal',
  },
  {
    title: '演示环境账号',
    body: '地址 demo.example.com，账号 sales，密码每周一在群里公布。\n演示前清空上一家的数据。',
    tags: ['入门'],
  },
  {
    title: 'ERP 标准版包含什么',
    body: '进销存、财务、生产排产三个模块，含 20 个账号。\n超过 20 个按每个 1200 元一年加。\n不含二次开发。',
    product: 'ERP 标准版',
  },
  {
    title: 'CRM 专业版卖点',
    body: '线索自动分配、公海、移动审批。\n适合 30 人以上的销售团队。',
    product: 'CRM 专业版',
  },
  {
    title: '数据平台对接哪些系统',
    body: '支持用友、金蝶、SAP 的标准接口，其他系统用中间库。\n对接一个标准系统五人天。',
    product: '数据平台',
  },
  {
    title: '私有化部署要求',
    body: '三台 8 核 32G 服务器，CentOS 7 以上。\n客户自己出机房的，我们远程部署两天。',
  },
  {
    title: '数据安全问答',
    body: '数据存在客户自己的服务器，传输加密。\n等保三级证书可以给客户看复印件，原件不外借。',
    tags: ['安全'],
  },
  {
    title: '实施周期和人天',
    body: '标准版六周，含两周培训。\n有二次开发的按评估加时。\n客户要提前上线，先砍范围，不压测试。',
  },
  {
    title: '售后服务怎么收费',
    body: '第一年免费，第二年起按合同额的 12% 收年度维保。\n紧急故障 4 小时响应。',
    product: '年度维保',
  },
  {
    title: '案例：制造业客户半年回本',
    body: '一家 200 人的机械厂，排产从三天缩到半天，半年省下的加班费超过软件费。\n打动他们的是去同行厂里看了一次现场。',
    tags: ['案例'],
  },
  {
    title: '案例：输给内部自研',
    body: '客户 IT 部门想自己开发，我们只和业务部门谈，没有让 IT 参与。\n教训：第一次就把 IT 请进来。',
    tags: ['案例'],
  },
  {
    title: '投标注意事项',
    body: '标书提前三天封存，授权书要法人签字。\n保证金走公司账户，提前五天向财务申请。',
  },
  {
    title: '商机停滞了怎么救',
    body: '换一个联系人，给一个新的理由：行业报告、同行案例、价格政策到期。\n两次没有回音就约他的上级。',
  },
  {
    title: '展会线索处理',
    body: '当天录入，两个工作日内打第一个电话。\n名片拍照存到客户里，没有需求的放回公海。',
    tags: ['入门'],
  },
  {
    title: '提成怎么算',
    body: '回款的 5%，超过目标的部分 8%。\n季度末统一发，离职前的回款照发。',
    tags: ['制度'],
  },
  {
    title: '差旅报销标准',
    body: '一线城市酒店 450 元，其他 350 元，高铁二等座。\n发票一个月内提交。',
    tags: ['制度'],
  },
  {
    title: '续约谈判的时间点',
    body: '到期前 90 天开始，先看使用率。\n使用率低于五成的，先做一次回访和培训再谈续约。',
  },
  {
    title: 'How to beat Orbit CRM',
    body: 'Orbit is cheaper per seat but charges for every integration.\nAsk how many systems they connect, and compare three years.',
    competitor: 'Orbit',
  },
  {
    title: 'Handling a trial request',
    body: 'Trials run two weeks with a named owner on their side.\nNo trial without agreed success criteria.',
    tags: ['playbook'],
  },
  {
    title: 'Security questionnaire',
    body: 'Send the SOC 2 report under NDA. Data is encrypted at rest; backups are kept for 30 days in the same region.',
  },
];

/** A question, and the title of the article that answers it; null: the team has written nothing about it. */
export const questions: [string, string | null][] = [
  ['凌峰怎么打', '凌峰怎么打'],
  ['遇到凌峰报低价怎么办？', '凌峰怎么打'],
  ['对手是东岳的时候演示先看什么', '和东岳软件比什么'],
  ['东岳的弱点是什么', '和东岳软件比什么'],
  ['客户说太贵了怎么回', '客户嫌贵的三种回应'],
  ['客户觉得报价高怎么应对', '客户嫌贵的三种回应'],
  ['最多能打几折', '折扣权限'],
  ['八折要谁审批', '折扣权限'],
  ['付款比例的底线', '付款条件底线'],
  ['国企能接受什么付款条件', '付款条件底线'],
  ['账期可以给多久', '付款条件底线'],
  ['开发票需要什么资料', '开票要哪些资料'],
  ['专票多久能开出来', '开票要哪些资料'],
  ['合同里违约金上限是多少', '合同法务常改的五条'],
  ['法务一般会改合同的哪些条款', '合同法务常改的五条'],
  ['第一次拜访客户聊什么', '首次拜访提纲'],
  ['需求调研要问哪些问题', '需求调研问什么'],
  ['怎么找到拍板的人', '怎么找到决策人'],
  ['老板不出面怎么办', '怎么找到决策人'],
  ['讲方案按什么顺序', '方案讲解的顺序'],
  ['演示账号密码在哪', '演示环境账号'],
  ['标准版有几个账号', 'ERP 标准版包含什么'],
  ['ERP标准版包含哪些模块', 'ERP 标准版包含什么'],
  ['CRM专业版适合什么样的团队', 'CRM 专业版卖点'],
  ['能对接金蝶吗', '数据平台对接哪些系统'],
  ['和SAP集成要几天', '数据平台对接哪些系统'],
  ['私有化部署需要什么服务器', '私有化部署要求'],
  ['有没有等保证书', '数据安全问答'],
  ['客户担心数据安全怎么说', '数据安全问答'],
  ['标准版实施要多久', '实施周期和人天'],
  ['客户想提前上线', '实施周期和人天'],
  ['维保怎么收费', '售后服务怎么收费'],
  ['售后响应时间', '售后服务怎么收费'],
  ['有没有制造业的案例', '案例：制造业客户半年回本'],
  ['客户想自研怎么办', '案例：输给内部自研'],
  ['投标保证金怎么申请', '投标注意事项'],
  ['商机停滞怎么办', '商机停滞了怎么救'],
  ['展会来的线索多久要联系', '展会线索处理'],
  ['提成比例是多少', '提成怎么算'],
  ['出差住酒店报销多少', '差旅报销标准'],
  ['什么时候开始谈续约', '续约谈判的时间点'],
  ['how do we beat Orbit', 'How to beat Orbit CRM'],
  ['what do competitors charge for integrations', 'How to beat Orbit CRM'],
  ['can a customer get a trial', 'Handling a trial request'],
  ['is data encrypted', 'Security questionnaire'],
  ['how long are backups kept', 'Security questionnaire'],
  // Nothing was written about these.
  ['年假有几天', null],
  ['海外客户怎么收汇', null],
  ['公司的英文名是什么', null],
  ['蓝图科技怎么打', null],
  ['招聘要走什么流程', null],
  ['打印机坏了找谁', null],
  ['渠道代理商的返点政策', null],
  ['系统支持越南语吗', null],
  ['who signs the NDA for partners in Japan', null],
  ['where is the office kitchen', null],
  ['what is our brand colour', null],
  ['服务器宕机赔多少钱', null],
];

/** Asked once all rules stood, and looked at once: how it fares with what it was not fitted to. */
export const unseen: [string, string | null][] = [
  ['凌峰的培训收不收钱', '凌峰怎么打'],
  ['客户在看东岳，我们强在哪', '和东岳软件比什么'],
  ['客户预算不够怎么谈', '客户嫌贵的三种回应'],
  ['打八五折找谁批', '折扣权限'],
  ['验收款可以留多少', '付款条件底线'],
  ['红冲怎么弄', '开票要哪些资料'],
  ['合同管辖法院能写甲方吗', '合同法务常改的五条'],
  ['初次见客户说什么', '首次拜访提纲'],
  ['出方案之前要了解什么', '需求调研问什么'],
  ['联系人不肯引荐领导', '怎么找到决策人'],
  ['演示环境怎么登录', '演示环境账号'],
  ['ERP 标准版能加账号吗', 'ERP 标准版包含什么'],
  ['用友能不能打通', '数据平台对接哪些系统'],
  ['服务器配置要求', '私有化部署要求'],
  ['第二年服务费多少', '售后服务怎么收费'],
  ['机械厂的成功案例', '案例：制造业客户半年回本'],
  ['客户一直不回消息，商机怎么救', '商机停滞了怎么救'],
  ['展会收的名片怎么处理', '展会线索处理'],
  ['离职前回款还有提成吗', '提成怎么算'],
  ['高铁能坐一等座吗', '差旅报销标准'],
  ['续约客户使用率低怎么办', '续约谈判的时间点'],
  ['Orbit pricing', 'How to beat Orbit CRM'],
  ['do we have a SOC 2 report', 'Security questionnaire'],
  ['how long is a trial', 'Handling a trial request'],
  ['下班以后门禁怎么开', null],
  ['社保交在哪里', null],
  ['俄罗斯市场有人做吗', null],
  ['新网站什么时候上线', null],
  ['团建去哪儿', null],
  ['can I work from home on Fridays', null],
  ['电脑蓝屏了', null],
  ['星河科技的老板叫什么', null],
];
