/** English words that carry no meaning in a question. */
export const stopWords = new Set(
  (
    'a an and any are as at be been but by can could did do does for from had has have he her his how i if in is it ' +
    'its me my no not of on or our she should so that the their them then there they this to us was we were what when ' +
    'where which who whom whose why will with would you your'
  ).split(' '),
);

/** Chinese words that only form a question ("why", "how", "which", …); longer ones first. */
export const questionWords =
  /为什么|怎么样|怎么办|怎么做|怎么说|怎么|怎样|如何|什么时候|什么|为何|哪些|哪个|哪里|哪种|多少|多久|几个|请问|有没有|是不是|能不能|可不可以|要不要|该不该|可以|应该|需要|我们|咱们|你们|他们|大家|一下|的话|如果|时候|谁知道|知道|告诉|关于|[?？吗呢吧啊]/gu;

/** Characters found between words more often than inside one. */
export const betweenWords = new Set(
  '的了是在和跟与给把被对有让要会能可该办做我你他她它们这那就都也还又很太更最去来到用从向为于及或谁几哪啥上下里个些',
);

/** Synonyms in selling. */
const synonyms = [
  '价格 报价 价钱 费用 定价 单价 太贵 嫌贵 偏贵 很贵 贵了 price pricing cost quote expensive',
  '降价 折扣 优惠 打折 让利 砍价 压价 便宜 discount cheaper rebate',
  '对手 竞品 友商 同行 competitor rival competition',
  '付款 回款 收款 打款 账期 payment pay',
  '发票 开票 invoice',
  '合同 签约 协议 签字 contract',
  '实施 上线 交付 部署 rollout implementation deployment',
  '演示 讲解 宣讲 demo presentation',
  '决策 拍板 老板 领导 高层 boss decider decision',
  '案例 标杆 case reference story',
  '售后 维保 维护 support maintenance',
  '培训 教学 training',
  '提成 奖金 佣金 commission bonus',
  '请假 休假 年假 vacation leave',
  '异议 顾虑 拒绝 objection concern',
  '首访 初访 初次 破冰 第一次 first',
  '试用 测试 试点 poc trial pilot',
  '报销 expense reimbursement',
  '安全 保密 合规 security compliance',
  '接口 对接 集成 integration api',
  '入职 新人 入门 onboarding newcomer',
  '竞标 投标 招标 标书 tender bid',
].map((group) => group.split(' '));

/** Lists the synonyms of an index term, as index terms. */
export function alikeTo(term: string, stem: (word: string) => string): string[] {
  const group = synonyms.find((words) => words.some((word) => stem(word) === term));
  return group ? group.map(stem).filter((word) => word !== term) : [];
}
