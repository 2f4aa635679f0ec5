/** What is said where somebody wants a report again and again; `now` and `at` are times like 每周五 16:00. */
export const reportTimesTexts = {
  title: '定时报表',
  noTime: '没看出是哪天几点。',
  example: '周报 每周五 16:00',
  wanted: (now: string, at: string) => `周报现在的时间：${now}。要改成${at}吗？`,
  already: (now: string) => `周报现在的时间就是${now}，不用改。`,
  oneDay: (now: string) => `周报每周只发一次，现在的时间：${now}。请说一个星期几和时间。`,
  notYours: (now: string) => `周报的时间：${now}。只有经理能提出修改，管理员放行。`,
  others: (at: string) =>
    `定时发到群里的有周报，还有存过的报表。先看一张报表并存下来（报表 存 名称），再说：报表 名称 ${at}`,
};
