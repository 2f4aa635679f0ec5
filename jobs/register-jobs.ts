import type { Job } from '../kernel/job/job.js';
import { alertJudge } from './alerts/alert-judge-job.js';
import { alertsJob } from './alerts/alerts-job.js';
import { fallingAlerts, incompleteAlerts } from './alerts/daily-alerts-job.js';
import { dueTasksJob } from './alerts/due-tasks-job.js';
import { stallAlerts } from './alerts/stall-alerts-job.js';
import { taskReminders } from './alerts/task-reminders-job.js';
import { approvals } from './decisions/approvals-job.js';
import { disputes } from './decisions/disputes-job.js';
import { leadResponse } from './leads/lead-response-job.js';
import { newLeadsJob } from './leads/new-leads-job.js';
import { poolCustomersJob } from './leads/pool-customers-job.js';
import { poolOffers } from './leads/pool-offers-job.js';
import { poolReturnJob } from './leads/pool-return-job.js';
import { leadReassign } from './leads/reassign-leads-job.js';
import { forecast } from './reports/forecast-job.js';
import { meetings } from './reports/meetings-job.js';
import { myWeekJob } from './reports/my-week-job.js';
import { reviews } from './reports/reviews-job.js';
import { scheduledSlices } from './reports/scheduled-slices-job.js';
import { weeklyReportJob } from './reports/weekly-report-job.js';
import { alertDigest } from './shared/alert-digest.js';
import { heldNotices } from './shared/held-notices-job.js';
import type { JobContext } from './shared/job-context.js';
import { brokenSchedules } from './upkeep/broken-schedules-job.js';
import { cleanup } from './upkeep/cleanup-job.js';
import { undelivered } from './upkeep/undelivered-job.js';

const jobs: readonly Job<JobContext>[] = [
  heldNotices,
  newLeadsJob,
  leadResponse,
  leadReassign,
  poolOffers,
  poolReturnJob,
  poolCustomersJob,
  stallAlerts,
  alertsJob,
  incompleteAlerts,
  fallingAlerts,
  alertJudge,
  alertDigest,
  approvals,
  disputes,
  dueTasksJob,
  taskReminders,
  forecast,
  weeklyReportJob,
  myWeekJob,
  reviews,
  scheduledSlices,
  meetings,
  undelivered,
  cleanup,
];

/** Every job, in the order in which jobs due at the same moment run. */
export const allJobs: readonly Job<JobContext>[] = [...jobs, brokenSchedules(jobs)];
