import type { Command } from '../bot/kernel/command.js';
import { alerts } from './alerts.js';
import { approve, nudge, reject, request } from './approval.js';
import { article } from './article.js';
import { articleAnswer } from './article-answer.js';
import { articleEdit, articleRemove, articleTitle } from './article-edit.js';
import { articleCase, articleKeep, articleNote, articlePropose } from './article-propose.js';
import { ask, askMissed, questions } from './ask.js';
import { assign } from './assign.js';
import { badges } from './badges.js';
import { bind } from './bind.js';
import { callMe } from './call-me.js';
import type { Context } from './context.js';
import { customerEdit } from './customer-edit.js';
import { customerMerge } from './customer-merge.js';
import { dealCall } from './deal-call.js';
import { dealCreate } from './deal-create.js';
import { dealEdit } from './deal-edit.js';
import { dealLost } from './deal-lost.js';
import { dealMove } from './deal-move.js';
import { dealNote } from './deal-note.js';
import { dealPipeline } from './deal-pipeline.js';
import { dealStep } from './deal-step.js';
import { dealWon } from './deal-won.js';
import { dispute, disputeDecide, disputeShow } from './dispute.js';
import { find } from './find.js';
import { followUpLog } from './followup-log.js';
import { handover } from './handover.js';
import { helpFor } from './help.js';
import { home } from './home.js';
import { leadClaim } from './lead-claim.js';
import { leadCreate } from './lead-create.js';
import { leadMerge } from './lead-merge.js';
import { forget, learnt, whoIs } from './learnt.js';
import { back, leave } from './leave.js';
import { link } from './link.js';
import { meeting, meetingEnd } from './meeting.js';
import { model } from './model.js';
import { modelBlanks } from './model-blanks.js';
import { modelReply } from './model-reply.js';
import { modelWeek } from './model-week.js';
import { mute, unmute } from './mute.js';
import { mydata } from './mydata.js';
import { articleRead, onboarding } from './onboarding.js';
import { plan } from './plan.js';
import { pool } from './pool.js';
import { poolDecline } from './pool-decline.js';
import { poolLog } from './pool-log.js';
import { poolRelease } from './pool-release.js';
import { poolView } from './pool-view.js';
import { reportBreakdown } from './report-breakdown.js';
import { reportBridge } from './report-bridge.js';
import { reportExplain } from './report-explain.js';
import { reportExport } from './report-export.js';
import { reportForecast } from './report-forecast.js';
import { reportFunnel } from './report-funnel.js';
import { reportGhosts } from './report-ghosts.js';
import { reportLoss } from './report-loss.js';
import { reportRanking } from './report-ranking.js';
import { reportResponse } from './report-response.js';
import { reportMonthly, reportQuarterly } from './report-review.js';
import { reportSlice } from './report-slice.js';
import { reportStalled } from './report-stalled.js';
import { reportTrend } from './report-trend.js';
import { reportWeekly } from './report-weekly.js';
import { reportYield } from './report-yield.js';
import { role } from './role.js';
import { ruleApply, ruleChange, ruleRestore, rules, ruleVersions } from './rules.js';
import { say } from './say.js';
import { setup } from './setup.js';
import { share, unshare } from './share.js';
import { slicePost, sliceRemove, sliceSave, sliceStop } from './slice-save.js';
import { target } from './target.js';
import { targetSuggest, targetTake } from './target-suggest.js';
import { taskDone } from './task-done.js';
import { taskSnooze } from './task-snooze.js';
import { team } from './team.js';
import { teamJoin } from './team-join.js';
import { today } from './today.js';
import { undo } from './undo.js';

/** Everything a person can say or tap, in the order help lists it. */
export const allCommands: readonly Command<Context>[] = [
  leadCreate,
  followUpLog,
  dealMove,
  dealPipeline,
  dealCreate,
  dealEdit,
  dealNote,
  find,
  today,
  home,
  taskDone,
  taskSnooze,
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
  leave,
  back,
  alerts,
  mute,
  unmute,
  learnt,
  modelReply,
  modelWeek,
  model,
  teamJoin,
  bind,
  role,
  team,
  setup,
  helpFor(() => allCommands),
  leadMerge,
  askMissed,
  articleAnswer,
  articlePropose,
  articleNote,
  articleKeep,
  articleTitle,
  articleRead,
  say,
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
  sliceRemove,
];
