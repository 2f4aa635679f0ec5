export const onboardingTexts = {
  title: (who: string) => `入门 · ${who}`,
  newcomers: '新人入门',
  progress: (done: number, all: number) =>
    done === all ? `${all} 步全部完成，欢迎加入！` : `已完成 ${done}/${all} 步。`,
  next: (label: string) => `下一步：${label}`,
  nobody: '最近半年没有新加入的销售。',
  count: (n: number) => `${n} 位新人：`,
  line: (who: string, done: number, all: number, next: string) =>
    `${who} ${done}/${all}${next ? ` · 下一步：${next}` : ' · 已完成'}`,
  notYours: '只能查看自己，或自己团队的新人。',
  welcome: '欢迎！完成下面几步就能上手。',
  haveRead: '读完了',
  how: '经理写文章时加上标签 #入门，就会显示在这里',
  name: '告诉我您的姓名',
  read: (title: string) => `读《${title}》`,
  lead: '新建第一条线索',
  log: '记一次跟进，带上下一步的日期',
  move: '推进一个商机',
  today: '查看今天的待办',
  ask: '问一个问题',
  pathTags: ['入门', '新人'],
};
