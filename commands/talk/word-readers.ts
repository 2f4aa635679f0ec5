import type { Context } from '../../crm/access/context.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { behindSmallTalk } from '../../language/talk/small-talk.js';
import { readContactEdit } from '../customers/contact-edit.js';
import { readBareSum } from '../deals/read-bare-sum.js';
import { readListChange } from '../lists/change-list.js';
import { readLookUp } from '../lists/look-up.js';
import { readWhy } from '../lists/why-line.js';
import { readReportChange } from '../reports/change-report.js';
import { readFigures } from '../reports/figure-answers.js';
import { readReportNamed } from '../reports/report-named.js';
import { readReportTimes } from '../reports/report-times.js';
import { readRuleSaid } from '../rules/read-rule-said.js';
import { readCostAsked } from '../targets/source-costs-told.js';
import { readLeave } from '../team/read-leave.js';
import { readRecordAsked } from '../upkeep/read-record-question.js';
import { readUpkeep } from '../upkeep/read-upkeep.js';
import { readClaimWish } from './claim-line.js';
import { withColleague } from './colleague-meant.js';
import { readOrdered } from './order-line.js';
import { readApproval } from './read-approved.js';
import { readClosingWish } from './read-closing-wish.js';
import {
  readDropped,
  readRemindedBefore,
  readTakenBack,
  readTaskGiven,
  readTaskOrders,
} from './read-corrections.js';
import { readHold } from './read-hold.js';
import { readSaid } from './read-said.js';
import { readSmallTalk } from './read-small-talk.js';
import { readTasksOrdered } from './read-tasks-order.js';
import { readToldOwner } from './told-owner.js';

/** The ways in which a line without a verb can be read; those that look at the words alone come first. */
export const wordReaders: readonly WordReader<Context>[] = [
  readDropped,
  readRuleSaid,
  readSmallTalk,
  readTasksOrdered,
  readTakenBack,
  readHold,
  readTaskGiven,
  readTaskOrders,
  readRemindedBefore,
  readClaimWish,
  readClosingWish,
  readLeave,
  readToldOwner,
  readContactEdit,
  readUpkeep,
  ofColleague(readRecordAsked),
  readApproval,
  readBareSum,
  readReportTimes,
  ofColleague(readOrdered),
  ...[readWhy, readCostAsked, readReportNamed, readLookUp, readListChange, readReportChange, readFigures]
    .map(afterSmallTalk)
    .map(ofColleague),
  ofColleague(readSaid),
];

/** Reads what stands behind a greeting: "morning! what's on my plate". */
function afterSmallTalk(reader: WordReader<Context>): WordReader<Context> {
  return async ({ line, ...said }, ctx) => await reader({ ...said, line: behindSmallTalk(line) }, ctx);
}

/** Reads a pronoun as the colleague who was asked about just now: "what's her biggest deal". */
function ofColleague(reader: WordReader<Context>): WordReader<Context> {
  return async ({ line, ...said }, ctx) =>
    await reader({ ...said, line: await withColleague(ctx, line) }, ctx);
}
