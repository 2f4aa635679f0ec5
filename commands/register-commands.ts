import type { Context } from '../crm/access/context.js';
import type { Command } from '../kernel/command/command.js';
import { contactEdit } from './customers/contact-edit.js';
import { customerEdit } from './customers/customer-edit.js';
import { customerMerge } from './customers/customer-merge.js';
import { dispute, disputeDecide, disputeShow } from './customers/dispute.js';
import { find } from './customers/find.js';
import { handover } from './customers/handover.js';
import { history } from './customers/history.js';
import { share, unshare } from './customers/share.js';
import { approve, nudge, reject, request } from './deals/approval.js';
import { closeAsk } from './deals/close-ask.js';
import { dealCreate } from './deals/deal-create.js';
import { dealEdit } from './deals/deal-edit.js';
import { dealLost } from './deals/deal-lost.js';
import { dealMove } from './deals/deal-move.js';
import { dealNote } from './deals/deal-note.js';
import { dealPipeline } from './deals/deal-pipeline.js';
import { dealStep } from './deals/deal-step.js';
import { dealWon } from './deals/deal-won.js';
import { followUpLog } from './follow-ups/followup-log.js';
import { home } from './follow-ups/home.js';
import { plan } from './follow-ups/plan-task.js';
import { taskDone } from './follow-ups/task-done.js';
import { taskDrop } from './follow-ups/task-drop.js';
import { taskGive } from './follow-ups/task-give.js';
import { taskSnooze } from './follow-ups/task-snooze.js';
import { tasksChange } from './follow-ups/tasks-change.js';
import { today } from './follow-ups/today.js';
import { undo } from './follow-ups/undo.js';
import { article } from './knowledge/article.js';
import { articleAnswer } from './knowledge/article-answer.js';
import { articleEdit, articleRemove, articleTitle } from './knowledge/article-edit.js';
import { articleCase, articleKeep, articleNote, articlePropose } from './knowledge/article-propose.js';
import { ask, askMissed, questions } from './knowledge/ask.js';
import { articleRead, onboarding } from './knowledge/onboarding.js';
import { assign } from './leads/assign.js';
import { leadClaim } from './leads/lead-claim.js';
import { leadCreate } from './leads/lead-create.js';
import { leadMerge } from './leads/lead-merge.js';
import { contactDetails } from './lists/contact-details.js';
import { dealBoard, myCustomers, myDeals, myLeads, myLogs, myTasks } from './lists/list-commands.js';
import { modelBlanks } from './model/model-blanks.js';
import { modelReply } from './model/model-reply.js';
import { model } from './model/model-tasks-command.js';
import { modelWeek } from './model/model-week.js';
import { pool } from './pool/pool.js';
import { poolDecline } from './pool/pool-decline.js';
import { poolLog } from './pool/pool-log.js';
import { poolRelease } from './pool/pool-release.js';
import { poolView } from './pool/pool-view.js';
import { badges } from './reports/badges.js';
import { meeting, meetingEnd } from './reports/meeting.js';
import { reportBreakdown } from './reports/report-breakdown.js';
import { reportBridge } from './reports/report-bridge.js';
import { reportExplain } from './reports/report-explain.js';
import { reportExport } from './reports/report-export.js';
import { reportForecast } from './reports/report-forecast.js';
import { reportFunnel } from './reports/report-funnel.js';
import { reportGhosts } from './reports/report-ghosts.js';
import { reportLoss } from './reports/report-loss.js';
import { reportRanking } from './reports/report-ranking.js';
import { reportResponse } from './reports/report-response.js';
import { reportMonthly, reportQuarterly } from './reports/report-review.js';
import { reportSlice } from './reports/report-slice.js';
import { reportYield } from './reports/report-sources.js';
import { reportStalled } from './reports/report-stalled.js';
import { reportTimes } from './reports/report-times.js';
import { reportTrend } from './reports/report-trend.js';
import { reportWeekly } from './reports/report-weekly.js';
import { slicePost, sliceRemove, sliceSave, sliceStop } from './reports/slice-save.js';
import { alertsCommand } from './rules/alerts.js';
import { ruleAdopt, ruleDiscard } from './rules/rule-file.js';
import { ruleApply, ruleChange, ruleRestore, rules, ruleVersions } from './rules/rules-command.js';
import { helpFor } from './talk/help.js';
import { forget, learnt, whoIs } from './talk/learnt-command.js';
import { say } from './talk/say.js';
import { smallTalkFor } from './talk/small-talk-command.js';
import { toldMove } from './talk/told-move.js';
import { dealCall } from './targets/deal-call.js';
import { sourceCost } from './targets/source-costs-told.js';
import { target } from './targets/target.js';
import { targetSuggest, targetTake } from './targets/target-suggest.js';
import { bind } from './team/bind.js';
import { callMe } from './team/call-me.js';
import { accountGive, nameConfirm } from './team/confirm-person.js';
import { language } from './team/language.js';
import { back, leave } from './team/leave.js';
import { link } from './team/link.js';
import { mute, unmute } from './team/mute.js';
import { mydata } from './team/mydata.js';
import { notices } from './team/notices.js';
import { resendPosts } from './team/resend-posts.js';
import { role } from './team/role.js';
import { setup } from './team/setup.js';
import { team } from './team/team.js';
import { joinDecline, teamJoin } from './team/team-join.js';
import { timezone } from './team/timezone.js';
import { doings } from './upkeep/doings.js';
import { recordAsOfDay } from './upkeep/record-as-of-day.js';
import { recordChanges } from './upkeep/record-changes.js';
import { tag } from './upkeep/record-tags.js';
import { recordViews } from './upkeep/record-views.js';
import { remove } from './upkeep/remove.js';
import { rename } from './upkeep/rename.js';
import { reopen } from './upkeep/reopen.js';
import { voidRecord } from './upkeep/void-record.js';

/** Every command, in the order of help. */
export const allCommands: readonly Command<Context>[] = [
  leadCreate,
  followUpLog,
  dealMove,
  dealPipeline,
  dealCreate,
  dealEdit,
  dealNote,
  find,
  myDeals,
  myCustomers,
  myLeads,
  myTasks,
  myLogs,
  dealBoard,
  contactDetails,
  closeAsk,
  history,
  recordChanges,
  recordAsOfDay,
  recordViews,
  doings,
  today,
  home,
  taskDone,
  taskDrop,
  taskSnooze,
  tasksChange,
  taskGive,
  plan,
  pool,
  leadClaim,
  poolDecline,
  poolRelease,
  request,
  nudge,
  approve,
  reject,
  dealWon,
  dealLost,
  reportWeekly,
  meeting,
  meetingEnd,
  reportMonthly,
  reportQuarterly,
  reportForecast,
  dealCall,
  reportGhosts,
  reportBridge,
  reportFunnel,
  reportTrend,
  reportBreakdown,
  reportSlice,
  reportYield,
  sourceCost,
  reportLoss,
  reportStalled,
  reportRanking,
  badges,
  reportResponse,
  reportExplain,
  target,
  targetSuggest,
  targetTake,
  reportExport,
  ask,
  article,
  articleEdit,
  articleRemove,
  articleCase,
  questions,
  onboarding,
  undo,
  assign,
  handover,
  share,
  unshare,
  customerEdit,
  rename,
  tag,
  reopen,
  remove,
  voidRecord,
  dispute,
  customerMerge,
  poolLog,
  mydata,
  link,
  callMe,
  rules,
  ruleChange,
  ruleApply,
  ruleVersions,
  ruleRestore,
  ruleAdopt,
  ruleDiscard,
  leave,
  back,
  alertsCommand,
  notices,
  language,
  timezone,
  mute,
  unmute,
  learnt,
  modelReply,
  modelWeek,
  model,
  teamJoin,
  joinDecline,
  nameConfirm,
  accountGive,
  bind,
  role,
  team,
  setup,
  resendPosts,
  helpFor(() => allCommands),
  smallTalkFor(() => allCommands),
  leadMerge,
  askMissed,
  articleAnswer,
  articlePropose,
  articleNote,
  articleKeep,
  articleTitle,
  articleRead,
  say,
  toldMove,
  contactEdit,
  modelBlanks,
  forget,
  whoIs,
  poolView,
  disputeShow,
  disputeDecide,
  dealStep,
  sliceSave,
  slicePost,
  sliceStop,
  reportTimes,
  sliceRemove,
];
