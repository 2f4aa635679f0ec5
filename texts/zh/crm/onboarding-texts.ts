export const onboardingTexts = {
  title: (who: string) => `入门 · ${who}`,
  newcomers: '新人入门',
  progress: (done: number, all: number) =>
    done === all ? `${all} 步都走完了，欢迎加入！` : `走完 ${done}/${all} 步。`,
  next: (label: string) => `下一步：${label}`,
  nobody: '最近半年没有新加入的销售。',
  count: (n: number) => `${n} 位新人：`,
  line: (who: string, done: number, all: number, next: string) =>
    `${who} ${done}/${all}${next ? ` · 下一步：${next}` : ' · 已走完'}`,
  notYours: '只能看自己的，或自己团队的新人。',
  welcome: '欢迎！几步就能上手，边做边会。',
  haveRead: '读完了',
  how: '经理写文章时打上 #入门，就会出现在这里',
  name: '告诉我您的名字',
  read: (title: string) => `读《${title}》`,
  lead: '记第一条线索',
  log: '记一次跟进，带上下一步的日期',
  move: '把一个商机推进一步',
  today: '看看今天的待办',
  ask: '问一个问题',
  pathTags: ['入门', '新人'],
};
