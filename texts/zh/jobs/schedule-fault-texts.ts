/** What admins are told of a schedule that cannot run. */
export const scheduleFaultTexts = {
  title: '有定时任务无法运行',
  others: '其他定时任务照常运行。',
  zone: (zone: string, teams: string) => `${teams}的时区「${zone}」无法识别，发给他们的报表和提醒已暂停。`,
  fixZone: '请维护机器人的同事把这个团队的时区改成 Asia/Shanghai 这样的名称。',
  weekly: (cron: string) => `周报的发送时间「${cron}」不存在，周报不会发送。`,
  fixWeekly: "请在流程文件里修改 reports 下的 weekly，例如 weekly: { cron: '0 9 * * 1' }，保存后生效。",
  report: (name: string, cron: string) => `报表「${name}」的发送时间「${cron}」不存在，报表不会发送。`,
  fixReport: (name: string) => `请重新设定时间，例如：报表 ${name} 每周一 9:00；或者停发。`,
  stop: (name: string) => `停发「${name}」`,
  job: (name: string, reason: string) => `定时任务 ${name} 的时间无法识别：${reason}`,
  fixJob: '请维护机器人的同事运行 genjin doctor 查看。',
};
