import { dingtalkTexts } from './adapters/dingtalk-texts.js';
import { lossTexts } from './adapters/loss-texts.js';
import { pageTexts } from './adapters/page-texts.js';
import { slackAppTexts } from './adapters/slack-app-texts.js';
import { slackTexts } from './adapters/slack-texts.js';
import { wecomTexts } from './adapters/wecom-texts.js';
import { configTexts } from './bot/config-texts.js';
import { dispatchTexts } from './bot/dispatch-texts.js';
import { runTexts } from './bot/run-texts.js';
import { unreadTexts } from './bot/unread-texts.js';
import { viewTexts } from './bot/view-texts.js';
import { commandTexts } from './commands/command-texts.js';
import { commonFields, kindExamples, spokenPeriods } from './commands/common-fields.js';
import { alertTexts } from './crm/alert-texts.js';
import { commonTexts } from './crm/common-texts.js';
import { dealTexts } from './crm/deal-texts.js';
import { disputeTexts } from './crm/dispute-texts.js';
import { forecastTexts } from './crm/forecast-texts.js';
import { helpTexts } from './crm/help-texts.js';
import { knowledgeTexts } from './crm/knowledge-texts.js';
import { leadTexts } from './crm/lead-texts.js';
import { lookupTexts } from './crm/lookup-texts.js';
import { membersTexts } from './crm/members-texts.js';
import { modelTasks } from './crm/model-tasks-texts.js';
import { modelTexts } from './crm/model-texts.js';
import { onboardingTexts } from './crm/onboarding-texts.js';
import { peopleTexts } from './crm/people-texts.js';
import { permissionTexts } from './crm/permission-texts.js';
import { poolTexts } from './crm/pool-texts.js';
import { reportTexts } from './crm/report-texts.js';
import { ruleFileTexts } from './crm/rule-file-texts.js';
import { ruleTexts } from './crm/rule-texts.js';
import { sentenceTexts } from './crm/sentence-texts.js';
import { talkTexts } from './crm/talk-texts.js';
import { targetTexts } from './crm/target-texts.js';
import { upkeepTexts } from './crm/upkeep-texts.js';
import { workTexts } from './crm/work-texts.js';
import { demoCompany } from './demo/demo-company.js';
import { formats } from './formats/formats.js';
import { columnTexts } from './intake/column-texts.js';
import { intakeTexts } from './intake/intake-texts.js';
import { deliveryTexts } from './jobs/delivery-texts.js';
import { jobAlertTexts } from './jobs/job-alert-texts.js';
import { jobTexts } from './jobs/job-texts.js';
import { scheduleFaultTexts } from './jobs/schedule-fault-texts.js';
import { fileTexts } from './kernel/file-texts.js';
import { replyTexts } from './kernel/reply-texts.js';
import { askingTexts } from './language/asking-texts.js';
import { badgeTexts } from './reports/badge-texts.js';
import { bridgeTexts } from './reports/bridge-texts.js';
import { chartTexts } from './reports/chart-texts.js';
import { explainTexts } from './reports/explain-texts.js';
import { listTexts } from './reports/list-texts.js';
import { meetingTexts } from './reports/meeting-texts.js';
import { pointsTexts } from './reports/points-texts.js';
import { questionTexts } from './reports/question-texts.js';
import { reviewTexts } from './reports/review-texts.js';
import { sliceTexts } from './reports/slice-texts.js';
import { reportTimesTexts } from './reports/times-texts.js';
import { trendTexts } from './reports/trend-texts.js';
import { weeklyTexts } from './reports/weekly-texts.js';
import { figureTexts } from './sales/figure-texts.js';
import { problemTexts } from './sales/problem-texts.js';
import { processTexts } from './sales/process-texts.js';
import { scheduleTexts } from './sales/schedule-texts.js';
import { settingTexts } from './sales/setting-texts.js';

/** Everything that is said in Chinese. */
export const zh = {
  formats,
  demo: demoCompany,
  run: runTexts,
  delivery: deliveryTexts,
  dingtalk: dingtalkTexts,
  loss: lossTexts,
  page: pageTexts,
  slack: slackTexts,
  wecom: wecomTexts,
  dispatch: dispatchTexts,
  unread: unreadTexts,
  view: viewTexts,
  command: commandTexts,
  commonFields,
  kindExamples,
  spokenPeriods,
  alert: alertTexts,
  common: commonTexts,
  deal: dealTexts,
  dispute: disputeTexts,
  forecast: forecastTexts,
  help: helpTexts,
  knowledge: knowledgeTexts,
  lead: leadTexts,
  lookup: lookupTexts,
  model: modelTexts,
  modelTasks,
  onboarding: onboardingTexts,
  members: membersTexts,
  people: peopleTexts,
  permission: permissionTexts,
  pool: poolTexts,
  report: reportTexts,
  rule: ruleTexts,
  ruleFile: ruleFileTexts,
  sentence: sentenceTexts,
  talk: talkTexts,
  target: targetTexts,
  upkeep: upkeepTexts,
  work: workTexts,
  intake: intakeTexts,
  job: jobTexts,
  jobAlert: jobAlertTexts,
  scheduleFault: scheduleFaultTexts,
  file: fileTexts,
  reply: replyTexts,
  badge: badgeTexts,
  bridge: bridgeTexts,
  chart: chartTexts,
  explain: explainTexts,
  list: listTexts,
  meeting: meetingTexts,
  points: pointsTexts,
  question: questionTexts,
  review: reviewTexts,
  slice: sliceTexts,
  trend: trendTexts,
  reportTimes: reportTimesTexts,
  weekly: weeklyTexts,
  figure: figureTexts,
  problem: problemTexts,
  process: processTexts,
  schedule: scheduleTexts,
  setting: settingTexts,
  asking: askingTexts,
  column: columnTexts,
  slackApp: slackAppTexts,
  config: configTexts,
};
