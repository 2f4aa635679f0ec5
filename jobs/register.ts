import type { Job } from '../bot/kernel/job.js';
import { alertDigest } from './alert-digest.js';
import { alertJudge } from './alert-judge.js';
import { alerts } from './alerts.js';
import { fallingAlerts, incompleteAlerts } from './alerts-daily.js';
import { approvals } from './approvals.js';
import { cleanup } from './cleanup.js';
import type { JobContext } from './context.js';
import { disputes } from './disputes.js';
import { dueTasks } from './due-tasks.js';
import { forecast } from './forecast.js';
import { leadReassign } from './lead-reassign.js';
import { leadResponse } from './lead-response.js';
import { meetings } from './meetings.js';
import { myWeek } from './my-week.js';
import { outboxFlush } from './outbox-flush.js';
import { poolCustomers } from './pool-customers.js';
import { poolOffers } from './pool-offers.js';
import { poolReturn } from './pool-return.js';
import { reviews } from './reviews.js';
import { scheduledSlices } from './scheduled-slices.js';
import { stallAlerts } from './stall-alerts.js';
import { weeklyReport } from './weekly-report.js';

/** Every job, in the order in which those due at one moment run; what they say is sent by the last. */
export const allJobs: readonly Job<JobContext>[] = [
  leadResponse,
  leadReassign,
  poolOffers,
  poolReturn,
  poolCustomers,
  stallAlerts,
  alerts,
  incompleteAlerts,
  fallingAlerts,
  alertJudge,
  alertDigest,
  approvals,
  disputes,
  dueTasks,
  forecast,
  weeklyReport,
  myWeek,
  reviews,
  scheduledSlices,
  meetings,
  cleanup,
  outboxFlush,
];
