/** What is said where somebody wants a report again and again; `now` and `at` are times like 每周五 16:00. */
export const reportTimesTexts = {
  title: '定时报表',
  noTime: '没看懂发送时间。',
  example: '周报 每周五 16:00',
  wanted: (now: string, at: string) => `周报现在的发送时间：${now}。要改成${at}吗？`,
  already: (now: string) => `周报的发送时间已经是${now}，无需修改。`,
  oneDay: (now: string) => `周报每周只发一次，现在的发送时间：${now}。请说明星期几和时间。`,
  notYours: (now: string) => `周报的发送时间：${now}。只有经理可以申请修改，由管理员审批。`,
  others: (at: string) =>
    `可以定时发到群里的有周报和已保存的报表。请先打开一份报表并保存（报表 存 名称），再发：报表 名称 ${at}`,
};
